/// What a command printed and returned.
package struct CommandResult: Hashable, Sendable {
    /// The exit status; 0 is success.
    package var status: Int
    /// What it printed.
    package var output: String
    /// What it printed on the error stream, without the newline at its end.
    package var errors: String
    /// Whether it changed anything in the world.
    package var isEffective: Bool

    /// Creates a result.
    package init(status: Int, output: String = "", errors: String = "", isEffective: Bool = false) {
        (self.status, self.output, self.errors) = (status, output, errors)
        self.isEffective = isEffective
    }

    /// A success that printed this.
    package static func success(_ output: String, isEffective: Bool = false) -> CommandResult {
        CommandResult(status: 0, output: output, isEffective: isEffective)
    }

    /// A failure with this status and message.
    package static func failure(_ status: Int, _ errors: String) -> CommandResult {
        CommandResult(status: status, errors: errors)
    }

    /// What a command prints that does several things one after the other, going on after failures.
    static func joined(_ results: [CommandResult]) -> CommandResult {
        CommandResult(
            status: results.map(\.status).max() ?? 0, output: results.map(\.output).joined(),
            errors: results.map(\.errors).filter { !$0.isEmpty }.joined(separator: "\n"),
            isEffective: results.contains(where: \.isEffective))
    }
}
