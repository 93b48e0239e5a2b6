package import DRSimUnits

extension Span {
    /// A duration as command lines take it: `90s`, `1m30s`, `500ms`, or a number of seconds;
    /// `nil` for anything else.
    package init?(commandLine text: String) {
        guard let seconds = Double(text) else {
            self.init(goText: text)
            return
        }
        guard (0...1e9).contains(seconds) else { return nil }
        self = .rounding(seconds: seconds)
    }
}
