package import DRSimUnits

/// What was written, on which timeline and when: integer positions in the write-ahead log, counted
/// from the start of the store's history.
package struct WriteLedger: Hashable, Sendable {
    /// Every timeline in the order in which they came about; a timeline's number is its index.
    package private(set) var timelines: [Timeline] = []
    /// Acknowledged writes at a steady rate, in the order in which the stretches ended.
    package private(set) var stretches: [Stretch] = []

    /// A history of writes that forked from another.
    package struct Timeline: Hashable, Sendable {
        /// The store.
        package let store: StoreID
        /// The timeline it forked from; `nil` for the first.
        package let parent: Int?
        /// The position at which it forked.
        package let fork: ByteCount
        /// When it came about.
        package let at: Instant
        /// The database it is written by.
        package let database: DatabaseID
    }

    /// Writes acknowledged at a steady rate on one timeline.
    package struct Stretch: Hashable, Sendable {
        /// The timeline.
        package let timeline: Int
        /// When it began.
        package let from: Instant
        /// When it ended.
        package let to: Instant
        /// The position at its beginning.
        package let start: ByteCount
        /// The position at its end.
        package let end: ByteCount
    }

    /// Begins a timeline and returns its number.
    mutating func begin(_ timeline: Timeline) -> Int {
        timelines.append(timeline)
        return timelines.count - 1
    }

    /// Appends a stretch; one in which nothing was written is left out.
    mutating func append(_ stretch: Stretch) {
        precondition(stretch.start <= stretch.end, "writes go backward in \(stretch)")
        if stretch.end > stretch.start { stretches.append(stretch) }
    }

    /// The position of a timeline at an instant that lies in a closed stretch or between two; the
    /// timeline's fork before its first.
    func position(of timeline: Int, at instant: Instant) -> ByteCount {
        for stretch in stretches.reversed() where stretch.timeline == timeline && stretch.from <= instant {
            return Self.position(in: stretch, at: min(instant, stretch.to))
        }
        let record = timelines[timeline]
        guard let parent = record.parent, instant < record.at else { return record.fork }
        return min(record.fork, position(of: parent, at: instant))
    }

    private static func position(in stretch: Stretch, at instant: Instant) -> ByteCount {
        let whole = (stretch.to - stretch.from).milliseconds
        guard whole > 0 else { return stretch.end }
        let passed = (instant - stretch.from).milliseconds
        let written = (stretch.end - stretch.start).bytes
        // The product can exceed 64 bits for histories of years: split it.
        let (quotient, rest) = written.quotientAndRemainder(dividingBy: whole)
        return stretch.start + ByteCount(quotient * passed + rest * passed / whole)
    }
}
