package import DRSimDocument

/// What came of reading files: a value, or the reasons why there is none.
package struct ReadResult<Value> {
    /// The value; `nil` if and only if something is wrong.
    package let value: Value?
    /// Everything that is wrong, in reading order.
    package let diagnostics: [Diagnostic]
    /// The texts that were read, for quoting.
    package let sources: SourceTexts

    /// Creates a result; a value that was read with errors is dropped.
    init(_ value: Value?, diagnostics: [Diagnostic], sources: SourceTexts) {
        precondition(value != nil || !diagnostics.isEmpty, "no value of \(Value.self) and no reason why")
        self.value = diagnostics.isEmpty ? value : nil
        self.diagnostics = sources.sorted(diagnostics)
        self.sources = sources
    }
}

extension ReadResult: Sendable where Value: Sendable {}
