import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

/// A command that was typed and has not answered yet.
struct PendingCommand: Sendable {
    /// Who typed it.
    let issuer: Issuer
    /// The controller's process at the time.
    let incarnation: Int32
    /// The request it answers.
    let token: Token
    /// What was typed.
    let command: Command
    /// The try of the step it belongs to.
    let attempt: StepAttempt
    /// The key of what is drawn about it.
    let luck: StepLuck
    /// What holds up its typing.
    let trouble: Trouble?
    /// The program at work; `nil` until the command was typed.
    var started: StartedCommand?
    /// The fact of the step it belongs to, or of what held it up.
    var cause: FactID?

    /// Who types commands.
    enum Issuer: String, Hashable, Sendable {
        case controller
        case responders
    }
}

/// A message on its way to the people of a channel.
struct PendingMessage: Sendable {
    /// The channel.
    let channel: String
    /// Whom it is for.
    let audience: Notice.Audience
}

/// The key of what is drawn about one try of a step: who types it, and how often it was typed before.
struct StepLuck: Hashable, Sendable {
    let stream: StreamName
    let ordinal: UInt32
}
