import DRSimDocument
import OrderedCollections

/// The names that files define and those they refer to, gathered while they are decoded and
/// compared at the end, so that the order of files and sections does not matter.
struct NameTable {
    private(set) var references: [NameReference] = []
    private var definitions: [NameKind: OrderedDictionary<String, SourcePosition>] = [:]
    private var incomplete: [NameKind] = []

    /// Notes a definition; the error if the name is taken.
    mutating func define(_ name: String, _ kind: NameKind, at position: SourcePosition) -> Diagnostic? {
        if let first = definitions[kind]?[name] {
            return Diagnostic(
                .duplicateName, "the \(kind.rawValue) `\(name)` is there twice", at: position,
                length: name.unicodeScalars.count, notes: [.init("it is first here", at: first)])
        }
        definitions[kind, default: [:]][name] = position
        return nil
    }

    /// Notes a definition of which there may be several: the same thing in several places.
    mutating func admit(_ name: String, _ kind: NameKind, at position: SourcePosition) {
        if definitions[kind]?[name] == nil { definitions[kind, default: [:]][name] = position }
    }

    /// Notes a reference.
    mutating func refer(_ reference: NameReference) {
        references.append(reference)
    }

    /// Says that definitions of a kind could not all be read, so that nothing can be said of references.
    mutating func markIncomplete(_ kinds: [NameKind]) {
        incomplete += kinds
    }

    /// The names of a kind, in order.
    func names(of kind: NameKind) -> [String] {
        definitions[kind].map { Array($0.keys) } ?? []
    }

    /// The names of a kind, in order; `nil` where they are not all known, or none is.
    func wholeNames(of kind: NameKind) -> [String]? {
        let names = names(of: kind)
        return names.isEmpty || incomplete.contains(kind) ? nil : names
    }

    /// An error for every reference to what is not defined.
    func unresolved() -> [(reference: NameReference, diagnostic: Diagnostic)] {
        references.filter { !incomplete.contains($0.kind) }.compactMap { reference in
            reference.diagnostic(known: names(of: reference.kind)).map { (reference, $0) }
        }
    }

    /// An error for every circle of references that must not have one.
    func cycles() -> [Diagnostic] {
        let kinds = NameKind.allCases.filter { kind in
            references.contains { $0.kind == kind && $0.owner != nil }
        }
        return kinds.flatMap { kind in
            CycleFinder(references.filter { $0.kind == kind && $0.owner != nil }).diagnostics()
        }
    }
}
