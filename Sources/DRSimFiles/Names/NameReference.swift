import DRSimDocument

/// A place where a file names something that must exist.
struct NameReference: Hashable, Sendable {
    /// What kind of thing is meant.
    var kind: NameKind
    /// The name.
    var name: String
    /// Where it stands.
    var position: SourcePosition
    /// How many code points it is wide.
    var width: Int
    /// The thing of the same kind that names it, where circles are forbidden.
    var owner: String?
    /// The level at which it must exist, if it need not at others.
    var level: String?

    /// The error if the name is not among those known; `nil` if it is.
    func diagnostic(known: [String]) -> Diagnostic? {
        if kind.isKnown(name, among: known) { return nil }
        return Diagnostic(
            .unknownName, "there is no \(kind.rawValue) `\(name)`", at: position, length: width,
            help: Suggestion.help(for: name, among: known))
    }
}
