import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// A command of the plan document: where it stands, which step of a runbook it is, and what it does to a
/// production that is well: as the document has it, and with every name made right.
struct DocumentCommand: CustomTestStringConvertible, Sendable {
    let line: String
    let runbook: RunbookID
    let step: StepID
    let literal: Outcome
    let named: Outcome

    init(
        _ line: String, _ runbook: RunbookID, _ step: StepID, literal: Outcome, named: Outcome
    ) {
        (self.line, self.runbook, self.step) = (line, runbook, step)
        (self.literal, self.named) = (literal, named)
    }

    var testDescription: String { "\(line) \(step)" }

    /// What comes of a command.
    enum Outcome: Hashable, Sendable {
        /// It changes the world and prints this.
        case effect(String)
        /// It changes nothing, and prints this.
        case look(String)
        /// It is refused with this status and message.
        case refused(Int, String)
        /// It never returns.
        case hangs
        /// The level does without it.
        case leftOut
    }

    /// Types the commands of a section one after the other, at a level of the plan.
    static func outcomes(of commands: [DocumentCommand], at overlay: String?) throws -> [Outcome] {
        var staged = try Staged()
        staged.plan = try RepositoryFiles.plan(overlay)
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(1))
        return try commands.map { command in
            let runbook = try #require(staged.plan.runbook(command.runbook), "\(command.runbook)")
            guard let step = runbook.steps.first(where: { $0.id == command.step }) else { return .leftOut }
            let typed: Command? =
                switch step.action {
                case .run(let typed): typed
                case .verify(let verification): verification.command
                default: nil
                }
            let line = try #require(typed, "\(command.line) is no command")
            // Who types it fills in the moment to go back to.
            let input = line.input?.replacing("${recovery_target}", with: "2026-10-13T16:30:00Z")
            return Outcome(world.execute(line.argv, input: input))
        }
    }
}

extension DocumentCommand.Outcome {
    /// Reads an answer; of what was printed the first line counts, of a table its first heading.
    init(_ answer: CommandAnswer) {
        func first(_ text: String) -> String { text.split(separator: "\n").first.map(String.init) ?? "" }
        func heading(_ text: String) -> String {
            first(text).split(separator: "  ").first.map(String.init) ?? ""
        }
        if !answer.returns {
            self = .hangs
        } else if answer.status != 0 {
            self = .refused(answer.status, first(answer.errors))
        } else if answer.isEffective {
            self = .effect(heading(answer.output))
        } else {
            self = .look(heading(answer.output))
        }
    }
}
