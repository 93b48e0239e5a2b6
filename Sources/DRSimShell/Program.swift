import DRSimUnits

/// A program of the simulated command line.
protocol Program: Sendable {
    /// Reads the arguments; a usage error is the result the real program gives.
    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure)

    /// What of it is not simulated, as far as its words show before it runs.
    var gap: String? { get }

    /// What the program would wait for if it were started now.
    func wait(in scope: CommandScope) -> CommandWait

    /// Does what was asked for, at the instant at which the program answers.
    func run(in scope: inout CommandScope) throws(CommandFailure) -> CommandResult
}

extension Program {
    var gap: String? { nil }
}

/// What a program waits for before it returns.
enum CommandWait: Hashable, Sendable {
    /// An answer that comes.
    case forAnswer
    /// An answer that comes when bytes have been moved.
    case forTransfer(TransferLoad)
    /// An answer that does not come: until the program's own patience ends, if it has any, or that
    /// of the network.
    case inVain(patience: Span?)
    /// The end of work that takes this long.
    case forWork(Span)
    /// Something that has not happened yet: the program returns when its patience ends, or never.
    case forChange(patience: Span?)
}

/// A command that ended before it did anything.
struct CommandFailure: Error, Hashable {
    let result: CommandResult

    private init(result: CommandResult) { self.result = result }

    init(_ status: Int, _ message: String) {
        self.init(result: .failure(status, message))
    }

    /// What a program prints that was asked for nothing.
    static func help(_ status: Int, _ text: String) -> CommandFailure {
        CommandFailure(result: CommandResult(status: status, output: text + "\n"))
    }

    /// Something the real program can do and the simulated one cannot: said so, not imitated.
    ///
    /// - Parameter known: what it can do instead.
    static func notSimulated(_ what: String, known: String? = nil) -> CommandFailure {
        var result = CommandResult.failure(
            126, "drsim: \(what) is not simulated" + (known.map { " (known: \($0))" } ?? ""))
        result.gap = what
        return CommandFailure(result: result)
    }
}
