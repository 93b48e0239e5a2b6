import DRSimDocument

/// What decoding a tree has found so far, shared by all its field readers.
final class DecodingReport {
    /// What is wrong.
    private(set) var diagnostics: [Diagnostic] = []
    /// What is defined and referred to.
    var names = NameTable()
    /// What overlays did to the tree.
    let trail: OverlayTrail

    init(trail: OverlayTrail = OverlayTrail()) {
        self.trail = trail
    }

    func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Everything that is wrong, names and circles included.
    func conclude() -> [Diagnostic] {
        diagnostics + names.unresolved() + names.cycles()
    }
}
