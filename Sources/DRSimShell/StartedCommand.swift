package import DRSimUnits

/// A command that was typed: its program with the arguments read, waiting for its answer.
package struct StartedCommand: Sendable {
    /// The program, or what it says of its arguments.
    let program: Result<any Program, CommandFailure>
    /// The program's name.
    let name: String
    /// What it reads from its standard input.
    let input: String?
    /// When it was started.
    package let began: Instant

    init(
        program: Result<any Program, CommandFailure>, _ argv: [String], _ input: String?, _ began: Instant
    ) {
        (self.program, self.input, self.began) = (program, input, began)
        name = argv.first ?? ""
    }
}
