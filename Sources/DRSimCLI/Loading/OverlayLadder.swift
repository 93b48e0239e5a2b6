/// The levels of a plan: its overlays that stand in no folder, in order, those of one kind (`l0`, `l1`, …;
/// `phase-0`, …) a ladder.
struct OverlayLadder {
    private let levels: [String]

    init(_ overlays: [String]) {
        levels = overlays.filter { !$0.contains("/") }
    }

    /// Two levels to compare, the lower first: the present one and the top of its ladder, or the top and
    /// one below; nothing where there is no ladder.
    func comparison(with overlays: [String]) -> [String]? {
        guard overlays.count == 1, let present = overlays.first, let rung = Self.rung(of: present) else {
            return nil
        }
        let ladder = levels.filter { Self.rung(of: $0)?.kind == rung.kind }
        guard let top = ladder.last, ladder.contains(present) else { return nil }
        if present != top { return [present, top] }
        let lower = ladder.filter { Self.rung(of: $0)?.number != rung.number }
        let usual = lower.contains(Loader.defaultOverlay) ? Loader.defaultOverlay : lower.last
        return usual.map { [$0, top] }
    }

    /// What stands before the number of a level, and the number; nothing where there is no number.
    private static func rung(of level: String) -> (kind: Substring, number: Substring)? {
        let kind = level.prefix { !$0.isNumber }
        let number = level.dropFirst(kind.count).prefix(while: \.isNumber)
        return kind.isEmpty || number.isEmpty ? nil : (kind, number)
    }
}
