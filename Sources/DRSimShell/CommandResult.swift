/// What a command printed and returned.
package struct CommandResult: Hashable, Sendable {
    /// The exit status; 0 is success.
    package var status: Int
    /// What it printed.
    package var output: String
    /// What it printed on the error stream, without the newline at its end.
    package var errors: String
    /// Whether it was to change the world; what only looks has had its effect when it succeeds.
    package var asksForChange: Bool
    /// Whether it changed anything in the world.
    package var isEffective: Bool
    /// What of it the simulated program cannot do though the real one may: what would have come of it nobody
    /// knows then.
    package var gap: String?

    /// Creates a result.
    ///
    /// - Parameter isEffective: whether what was to be changed was; `nil` where nothing was to be.
    package init(status: Int, output: String = "", errors: String = "", isEffective: Bool? = nil) {
        (self.status, self.output, self.errors) = (status, output, errors)
        (asksForChange, self.isEffective) = (isEffective != nil, isEffective ?? false)
    }

    /// A success that printed this.
    package static func success(_ output: String, isEffective: Bool? = nil) -> CommandResult {
        CommandResult(status: 0, output: output, isEffective: isEffective)
    }

    /// A failure with this status and message.
    package static func failure(_ status: Int, _ errors: String) -> CommandResult {
        CommandResult(status: status, errors: errors)
    }

    /// What a command prints that does several things one after the other, going on after failures. One that
    /// found nothing to do has changed nothing.
    static func joined(_ results: [CommandResult]) -> CommandResult {
        let isEffective = results.contains(where: \.isEffective)
        var result = CommandResult(
            status: results.map(\.status).max() ?? 0, output: results.map(\.output).joined(),
            errors: results.map(\.errors).filter { !$0.isEmpty }.joined(separator: "\n"),
            isEffective: isEffective || results.allSatisfy(\.asksForChange) ? isEffective : nil)
        result.gap = results.compactMap(\.gap).first
        return result
    }
}
