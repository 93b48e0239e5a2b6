import DRSimDocument

/// What decoding a tree has found so far, shared by all its field readers.
final class DecodingReport {
    /// What is wrong.
    private(set) var diagnostics: [Diagnostic] = []
    /// What is defined and referred to.
    var names = NameTable()
    /// What is read as which assumption.
    var assumptionUses: [AssumptionUse] = []
    /// What overlays did to the tree.
    let trail: OverlayTrail

    init(trail: OverlayTrail = OverlayTrail()) {
        self.trail = trail
    }

    func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Everything that is wrong, names and circles included. Where nothing of a kind could be read, that is
    /// told once, and not of each name of the kind.
    func conclude() -> [Diagnostic] {
        let strays = names.unresolved().filter { reference, _ in
            diagnostics.isEmpty || !names.names(of: reference.kind).isEmpty
        }
        let unresolved = strays.map { reference, diagnostic in
            var diagnostic = diagnostic
            diagnostic.notes += trail.removedItems.filter { $0.name == reference.name }
                .map { .init("`\($0.name)` is removed here", at: $0.position) }
            return diagnostic
        }
        return diagnostics + unresolved + names.cycles()
    }
}
