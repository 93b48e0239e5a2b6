import DRSimCloud

/// A program of the simulated command line.
protocol Program: Sendable {
    /// Reads the arguments; a usage error is the result the real program gives.
    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure)

    /// The place whose silence the program would wait for, if it addresses one that is silent now.
    func silentAddress(in scope: CommandScope) -> Bool

    /// Whether the program runs until it is stopped.
    var runsForEver: Bool { get }

    /// Does what was asked for, at the instant at which the program answers.
    func run(in scope: inout CommandScope) -> CommandResult
}

extension Program {
    var runsForEver: Bool { false }
}

/// A command that ended before it did anything.
struct CommandFailure: Error, Hashable {
    let result: CommandResult

    init(result: CommandResult) {
        self.result = result
    }

    init(_ status: Int, _ message: String) {
        result = .failure(status, message)
    }
}
