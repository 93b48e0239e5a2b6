import DRSimUnits

/// The clients of a name: which share of them connects to which target.
///
/// While they move, what they had shrinks in proportion as the new target grows, and the new target
/// takes what rounding leaves: the shares always sum to the whole.
struct Clientele: Hashable, Sendable {
    let name: String
    /// How the clients were spread when the latest move began.
    private var before: [Portion]
    /// Where they go.
    private(set) var target: String
    private var move: Move?
    /// Numbers the moves, so that a breakpoint of an earlier one is ignored.
    private(set) var generation: Int32 = 0

    struct Portion: Hashable, Sendable {
        let target: String
        let share: Share
    }

    private struct Move: Hashable, Sendable {
        let start: Instant
        let curve: CutOverCurve
    }

    init(name: String, target: String) {
        (self.name, self.target, before) = (name, target, [])
    }

    /// Starts a move from the way the clients are spread at this instant.
    mutating func move(to target: String, along curve: CutOverCurve, at now: Instant) {
        before = portions(at: now)
        self.target = target
        move = Move(start: now, curve: curve)
        generation += 1
    }

    /// The next point of the curve of the present move strictly after an instant.
    func nextBreakpoint(after instant: Instant) -> Instant? {
        guard let move else { return nil }
        return move.curve.nextBreakpoint(after: instant - move.start).map { move.start + $0 }
    }

    /// The share that connects to the present target.
    func shareAtTarget(at instant: Instant) -> Share {
        portions(at: instant).last?.share ?? .none
    }

    /// How the clients are spread at an instant, the present target last.
    func portions(at instant: Instant) -> [Portion] {
        guard let move else { return [Portion(target: target, share: .all)] }
        let left = move.curve.share(after: instant - move.start).rest
        let others = before.filter { $0.target != target }
            .map { Portion(target: $0.target, share: $0.share * left) }
        let moved = others.reduce(Share.all) { $0 - $1.share }
        return others.filter { $0.share > .none } + [Portion(target: target, share: moved)]
    }

    /// The spread at an instant and at the end of the curve's segment that begins or goes on there.
    func flows(at instant: Instant) -> [ClientFlow] {
        let now = portions(at: instant)
        guard let end = nextBreakpoint(after: instant) else {
            return now.map {
                ClientFlow(target: $0.target, share: $0.share, until: .never, finalShare: $0.share)
            }
        }
        let later = portions(at: end)
        return now.map { portion in
            let finalShare = later.first { $0.target == portion.target }?.share ?? .none
            return ClientFlow(
                target: portion.target, share: portion.share, until: end, finalShare: finalShare)
        }
    }
}
