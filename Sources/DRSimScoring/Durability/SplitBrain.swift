package import DRSimTrace
package import DRSimUnits

/// What was written while two timelines of one store took writes.
package enum SplitBrain {
    /// The bytes acknowledged on any timeline of a store in the time in which at least one other took
    /// writes too; each byte once.
    package static func bytes(of store: StoreID, in ledger: Ledger) -> Int64 {
        let writes = ledger.writes.filter {
            ledger.timelines[$0.timeline].store == store && $0.end > $0.start && $0.to > $0.from
        }
        return contested(writes).reduce(0) { sum, window in
            sum + writes.reduce(0) { $0 + $1.bytes(after: window.from, through: window.to) }
        }
    }

    /// The windows in which stretches of more than one timeline lie, in order and apart.
    private static func contested(_ writes: [Ledger.Stretch]) -> [(from: Instant, to: Instant)] {
        let edges = Set(writes.flatMap { [$0.from, $0.to] }).sorted()
        return zip(edges, edges.dropFirst()).filter { from, to in
            let active = writes.filter { $0.from <= from && $0.to >= to }
            return active.contains { $0.timeline != active[0].timeline }
        }.map { (from: $0, to: $1) }
    }
}
