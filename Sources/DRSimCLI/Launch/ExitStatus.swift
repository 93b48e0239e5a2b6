import ArgumentParser
import DRSimDocument

/// How the process ends; also thrown by a command that has printed why.
enum ExitStatus: Int32, Error, CaseIterable {
    /// Everything was done.
    case done = 0
    /// An expectation did not hold, or under `--fail-on` an objective was missed.
    case failed = 1
    /// Usage or input was wrong.
    case usage = 2
    /// The program could not run: I/O, or an internal error.
    case broken = 3
    /// Nothing was selected.
    case nothing = 4
    /// Interrupted; what was finished is kept.
    case interrupted = 130

    /// What an error that ended a command comes to.
    init(of error: any Error) {
        switch error {
        case let status as ExitStatus: self = status
        case let failure as CommandFailure: self = failure.status
        case is InputErrors: self = .usage
        default:
            switch DRSim.exitCode(for: error) {
            case .success: self = .done
            case .validationFailure: self = .usage
            default: self = .broken
            }
        }
    }
}

/// Why a command ends early: what standard error says, and how the process ends.
struct CommandFailure: Error, Hashable {
    let status: ExitStatus
    let message: String

    /// Usage was wrong.
    static func usage(_ message: String, help: String? = nil) -> CommandFailure {
        CommandFailure(.usage, .usage, message, help: help)
    }

    /// The program could not run.
    static func broken(_ message: String, help: String? = nil) -> CommandFailure {
        CommandFailure(.broken, .notDone, message, help: help)
    }

    /// Nothing was selected.
    static func nothing(_ message: String, help: String? = nil) -> CommandFailure {
        CommandFailure(.nothing, .nothingSelected, message, help: help)
    }

    /// A failure in words of its own.
    init(status: ExitStatus, message: String) {
        (self.status, self.message) = (status, message)
    }

    private init(_ status: ExitStatus, _ code: Diagnostic.Code, _ message: String, help: String?) {
        let diagnostic = Diagnostic(code, message, at: nil, help: help)
        let text = DiagnosticRenderer(sources: SourceTexts()).text(of: diagnostic)
        self.init(status: status, message: String(text.dropLast()))
    }
}
