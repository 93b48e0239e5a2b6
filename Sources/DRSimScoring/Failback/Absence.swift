import DRSimPlan
import DRSimTrace
import DRSimUnits

/// A time in which a store was written in another region than at first, read off the ledger.
struct Absence: Hashable {
    /// The store.
    let store: StoreID
    /// When its history went on elsewhere.
    let leftAt: Instant
    /// The timelines that were written elsewhere.
    private(set) var away: [Int]
    /// The timeline at home that went on from one of them; `nil` while the store is away.
    private(set) var homecoming: Int?

    /// The absences of a store, in order. Home is the region in which it was written first; a history that
    /// went on there by itself, as that of a region that returns, has not come home.
    static func all(of store: StoreID, in ledger: Ledger) -> [Absence] {
        let written = ledger.timelines.indices.filter { number in
            ledger.timelines[number].store == store
                && ledger.writes.contains { $0.timeline == number && $0.end > $0.start }
        }
        guard let home = written.first.map({ ledger.timelines[$0].region }) else { return [] }
        return written.reduce(into: []) { absences, number in
            let isOpen = absences.last.map { $0.homecoming == nil } ?? false
            if ledger.timelines[number].region != home {
                if isOpen {
                    absences[absences.count - 1].away.append(number)
                } else if ledger.timelines[number].at > .start {
                    let leftAt = ledger.timelines[number].at
                    absences.append(Absence(store: store, leftAt: leftAt, away: [number], homecoming: nil))
                }
            } else if isOpen, let last = absences.last {
                let ancestors = HistoryPath(to: ledger.timelines[number].fork, on: number, in: ledger)
                guard last.away.contains(where: { ancestors.limit(on: $0) != nil }) else { return }
                absences[absences.count - 1].homecoming = number
            }
        }
    }

    /// When the store was written at home again.
    func homeAt(in ledger: Ledger) -> Instant? { homecoming.map { ledger.timelines[$0].at } }

    /// The bytes acknowledged elsewhere: in all, and those in the history that went on at home.
    func bytes(in ledger: Ledger) -> (all: Int64, carried: Int64) {
        let history = homecoming.map { HistoryPath(to: ledger.timelines[$0].fork, on: $0, in: ledger) }
        return ledger.writes.filter { away.contains($0.timeline) }.reduce(into: (0, 0)) { sums, stretch in
            sums.0 += (stretch.end - stretch.start).bytes
            guard let limit = history?.limit(on: stretch.timeline) else { return }
            sums.1 += (min(max(limit, stretch.start), stretch.end) - stretch.start).bytes
        }
    }
}

extension Ledger.Timeline {
    /// The region it is written in.
    fileprivate var region: Substring { site.prefix { $0 != "/" } }
}
