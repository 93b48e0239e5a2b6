/// Whether a line of a scenario's contract held, and what the figure was.
package struct ExpectationResult: Hashable, Sendable {
    /// The line as it was written.
    package var text: String
    /// Whether it held.
    package var held: Bool
    /// What the figure was, in the notation of the contract.
    package var actual: String

    /// Creates a result.
    package init(text: String, held: Bool, actual: String) {
        (self.text, self.held, self.actual) = (text, held, actual)
    }
}
