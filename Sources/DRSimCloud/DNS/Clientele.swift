import DRSimUnits

/// The clients of a name: which share of them connects to which target.
///
/// While they move, what they had shrinks in proportion as what they are told now grows, and of that the
/// last target takes what rounding leaves: the shares always sum to the whole.
struct Clientele: Hashable, Sendable {
    let name: String
    /// How the clients were spread when the latest move began.
    private var before: [Portion]
    /// Where they go.
    private(set) var answer: DNSAnswer
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

    init(name: String, answer: DNSAnswer) {
        (self.name, self.answer, before) = (name, answer, [])
    }

    /// Starts a move from the way the clients are spread at this instant.
    mutating func move(to answer: DNSAnswer, along curve: CutOverCurve, at now: Instant) {
        before = portions(at: now)
        self.answer = answer
        move = Move(start: now, curve: curve)
        generation += 1
    }

    /// The next point of the curve of the present move strictly after an instant.
    func nextBreakpoint(after instant: Instant) -> Instant? {
        guard let move else { return nil }
        return move.curve.nextBreakpoint(after: instant - move.start).map { move.start + $0 }
    }

    /// The share that connects where the present answer would have them.
    func shareAtTarget(at instant: Instant) -> Share {
        let portions = portions(at: instant)
        return answer.portions.reduce(Share.none) { sum, wanted in
            sum + min(wanted.share, portions.first { $0.target == wanted.target }?.share ?? .none)
        }
    }

    /// How the clients are spread at an instant, those of the present answer last.
    func portions(at instant: Instant) -> [Portion] {
        let wanted = answer.portions.isEmpty ? [Portion(target: "", share: .all)] : answer.portions
        guard let move, let last = wanted.last else { return wanted }
        let moved = move.curve.share(after: instant - move.start)
        var spread = before.filter { $0.target != last.target }
            .map { Portion(target: $0.target, share: $0.share * moved.rest) }
        for portion in wanted.dropLast() {
            let share = portion.share * moved
            if let index = spread.firstIndex(where: { $0.target == portion.target }) {
                spread[index] = Portion(target: portion.target, share: spread[index].share + share)
            } else {
                spread.append(Portion(target: portion.target, share: share))
            }
        }
        let rest = spread.reduce(Share.all) { $0 - $1.share }
        return spread.filter { portion in
            portion.share > .none || wanted.contains { $0.target == portion.target }
        } + [Portion(target: last.target, share: rest)]
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
