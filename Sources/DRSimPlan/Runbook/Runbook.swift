package import DRSimDocument
package import DRSimUnits

/// A procedure as data: steps an operator or the controller carries out in order.
package struct Runbook: Hashable, Sendable {
    /// The runbook's name.
    package var id: RunbookID
    /// What it is for.
    package var title: String
    /// Where it stands in the document.
    package var source: String
    /// The steps, in order.
    package var steps: [Step]
    /// The window of the response it belongs to; `nil` may start at once.
    package var window: String?

    /// Creates a runbook.
    package init(id: RunbookID, title: String, source: String, steps: [Step], window: String? = nil) {
        (self.id, self.title, self.source) = (id, title, source)
        (self.steps, self.window) = (steps, window)
    }
}

/// One step of a runbook.
package struct Step: Hashable, Sendable {
    /// The step's name, unique in its runbook.
    package var id: StepID
    /// What it does, for timelines.
    package var title: String
    /// What is done.
    package var action: StepAction
    /// A look that makes the step superfluous: where what it shows holds already, nothing is done.
    package var unless: Look?
    /// What of the command's output later steps go by.
    package var capture: Capture?
    /// When an attempt is given up; `nil` waits for ever, as the document's code does.
    package var timeout: Span?
    /// How often a failed step is tried again.
    package var retries: Int
    /// How long to wait before trying again.
    package var retryDelay: Span
    /// What happens when it has failed for good.
    package var onFailure: FailurePolicy
    /// Where it stands in the document.
    package var source: String
    /// Where what it does stands in the plan's files.
    package var position: SourcePosition?

    /// What happens when a step has failed for good.
    package enum FailurePolicy: String, CaseIterable, Sendable {
        /// The procedure fails and people are called.
        case escalate
        /// The procedure goes on with the next step.
        case proceed = "continue"
    }

    /// Creates a step.
    package init(
        id: StepID, title: String, action: StepAction, unless: Look? = nil, capture: Capture? = nil,
        timeout: Span? = nil, retries: Int = 0, retryDelay: Span = .zero,
        onFailure: FailurePolicy = .escalate, source: String
    ) {
        (self.id, self.title, self.action, self.timeout) = (id, title, action, timeout)
        (self.unless, self.capture) = (unless, capture)
        (self.retries, self.retryDelay) = (retries, retryDelay)
        (self.onFailure, self.source) = (onFailure, source)
    }
}

/// What a step does.
package enum StepAction: Hashable, Sendable {
    /// Runs a command as an operator would type it.
    case run(Command)
    /// Calls a function by the name the document gives it; one that is defined nowhere raises.
    case call(String)
    /// Waits a fixed time, whatever happens.
    case wait(Span)
    /// Runs a command again and again until it shows what is expected, or the deadline passes.
    case verify(Verification)
    /// Asks a role for approval; no answer in time is a failure.
    case approve(Approval)
    /// Sends a notice; nobody waits for its arrival.
    case notify(Notice)
}

/// A command line.
package struct Command: Hashable, Sendable {
    /// The program and its arguments, as the operator would type them.
    package var argv: [String]
    /// What is piped into it.
    package var input: String?

    /// Creates a command.
    package init(argv: [String], input: String? = nil) {
        (self.argv, self.input) = (argv, input)
    }
}

/// A check that is repeated until it holds.
package struct Verification: Hashable, Sendable {
    /// What is run.
    package var command: Command
    /// What its output must show.
    package var condition: Condition
    /// How long after one look the next is taken.
    package var interval: Span
    /// How long after the step's start it must hold.
    package var deadline: Span

    /// What a verification's command must show.
    package enum Condition: Hashable, Sendable {
        /// Exit status 0.
        case succeeds
        /// Exit status 0 and this text in its output.
        case contains(String)
        /// Exit status 0 and output that is a number of at least this.
        case atLeast(Double)
        /// Exit status 0 and output that is a number of at most this.
        case atMost(Double)
    }

    /// Creates a verification.
    package init(command: Command, condition: Condition, interval: Span, deadline: Span) {
        (self.command, self.condition) = (command, condition)
        (self.interval, self.deadline) = (interval, deadline)
    }
}

/// A question to a role.
package struct Approval: Hashable, Sendable {
    /// Who may answer.
    package var role: RoleID
    /// What is asked.
    package var question: String
    /// How long the answer may take.
    package var timeout: Span

    /// Creates a question.
    package init(role: RoleID, question: String, timeout: Span) {
        (self.role, self.question, self.timeout) = (role, question, timeout)
    }
}

/// A notice to an audience.
package struct Notice: Hashable, Sendable {
    /// The channels it goes through.
    package var channels: [String]
    /// Whom it is for.
    package var audience: Audience
    /// What it says.
    package var message: String

    /// Whom a notice is for.
    package enum Audience: String, CaseIterable, Sendable {
        /// Those who repair.
        case responders
        /// Those who must know: management, customers, the status page.
        case stakeholders
    }

    /// Creates a notice.
    package init(channels: [String], audience: Audience, message: String) {
        (self.channels, self.audience, self.message) = (channels, audience, message)
    }
}
