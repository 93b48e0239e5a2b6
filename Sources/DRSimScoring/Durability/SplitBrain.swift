import DRSimTrace
import DRSimUnits

/// What was written while two timelines of one store took writes.
enum SplitBrain {
    /// The bytes acknowledged on a timeline after another had forked from it, and on that other one
    /// until the elder went silent; each byte once.
    static func bytes(of store: StoreID, in ledger: Ledger) -> Int64 {
        let own = ledger.timelines.indices.filter { ledger.timelines[$0].store == store }
        return own.reduce(0) { sum, timeline in
            let rivalled = untilElderIsSilent(timeline, in: ledger) ?? past
            let forked = own.map { ledger.timelines[$0] }.filter { $0.parent == timeline }.map(\.at).min()
            return sum
                + bytes(on: timeline, after: past, through: rivalled, in: ledger)
                + bytes(on: timeline, after: max(forked ?? .never, rivalled), through: .never, in: ledger)
        }
    }

    /// Before every write.
    private static let past = Instant(milliseconds: .min)

    /// When the timeline that this one forked from took its last write, if that was after the fork.
    private static func untilElderIsSilent(_ timeline: Int, in ledger: Ledger) -> Instant? {
        guard let elder = ledger.timelines[timeline].parent else { return nil }
        let writes = ledger.writes.lazy.filter { $0.timeline == elder && $0.end > $0.start }
        guard let last = writes.map(\.to).max(), last > ledger.timelines[timeline].at else { return nil }
        return last
    }

    private static func bytes(
        on timeline: Int, after first: Instant, through last: Instant, in ledger: Ledger
    ) -> Int64 {
        ledger.writes.lazy.filter { $0.timeline == timeline }
            .reduce(0) { $0 + $1.bytes(after: first, through: last) }
    }
}
