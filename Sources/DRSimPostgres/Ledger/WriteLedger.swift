package import DRSimUnits

/// What was written, on which timeline and when: integer positions in the write-ahead log, counted
/// from the start of the store's history.
package struct WriteLedger: Hashable, Sendable {
    /// Every timeline in the order in which they came about; a timeline's number is its index, so a
    /// parent's is smaller than its children's.
    package private(set) var timelines: [Timeline] = []
    /// Acknowledged writes at a steady rate, in the order in which the stretches ended.
    package private(set) var stretches: [Stretch] = []
    /// What spoilt data, in the order in which it struck.
    package private(set) var damages: [Damage] = []
    /// For each timeline, the writes since its last stretch.
    private var flows: [WriteFlow] = []

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
        /// Whether the database was made anew for it, from a backup or empty.
        package var isRestored = false
    }

    /// Writes acknowledged at a steady rate on one timeline.
    package struct Stretch: Hashable, Sendable {
        /// The timeline.
        package let timeline: Int
        /// When it ended.
        package let to: Instant
        /// The position at its end.
        package let end: ByteCount
        let flow: WriteFlow

        /// When it began.
        package var from: Instant { flow.from }
        /// The position at its beginning.
        package var start: ByteCount { flow.start }
    }

    /// Begins a timeline to which nothing is written yet, and returns its number.
    mutating func begin(_ timeline: Timeline) -> Int {
        timelines.append(timeline)
        flows.append(WriteFlow(from: timeline.at, start: timeline.fork))
        return timelines.count - 1
    }

    /// Writes the past of a timeline just begun, evenly from its beginning to an instant.
    mutating func writeHistory(_ bytes: ByteCount, of timeline: Int, until instant: Instant) {
        let flow = flows[timeline]
        guard instant > flow.from else { return }
        flows[timeline] = WriteFlow(
            from: flow.from, start: flow.start, bytes: bytes.bytes, per: instant - flow.from)
        setRate(0, of: timeline, at: instant)
    }

    /// Writes to a timeline at another rate from now on.
    mutating func setRate(_ bytesPerSecond: Int64, of timeline: Int, at now: Instant) {
        guard flows[timeline].bytes != bytesPerSecond else { return }
        endStretch(of: timeline, at: now, bytesPerSecond: bytesPerSecond)
    }

    /// Ends all stretches and goes on at the same rates: everything written so far is in `stretches`.
    mutating func close(at now: Instant) {
        for timeline in flows.indices {
            endStretch(of: timeline, at: now, bytesPerSecond: flows[timeline].bytes)
        }
    }

    private mutating func endStretch(of timeline: Int, at now: Instant, bytesPerSecond: Int64) {
        let flow = flows[timeline]
        let stretch = Stretch(timeline: timeline, to: now, end: flow.position(at: now), flow: flow)
        precondition(now >= stretch.from, "writes go backward in \(stretch)")
        if stretch.end > stretch.start { stretches.append(stretch) }
        flows[timeline] = stretch.flow.continued(at: now, bytesPerSecond: bytesPerSecond)
    }

    /// Spoils data on a timeline. What does it stands in the log as a record of one byte of its own,
    /// so that every copy either reaches beyond the damage or does not.
    mutating func spoil(_ timeline: Int, by kind: Damage.Kind, share: Share, isSilent: Bool, at now: Instant)
    {
        endStretch(of: timeline, at: now, bytesPerSecond: flows[timeline].bytes)
        let flow = flows[timeline]
        let record = ByteCount(1)
        let damage = Damage(
            kind: kind, timeline: timeline, position: flow.start, at: now, share: share, isSilent: isSilent)
        damages.append(damage)
        stretches.append(Stretch(timeline: timeline, to: now, end: flow.start + record, flow: flow))
        flows[timeline] = flow.following(record: record)
    }
}

extension WriteLedger {
    /// The position up to which a timeline's history was acknowledged at an instant; before its fork,
    /// what its ancestors had by then of what it inherited.
    package func position(of timeline: Int, at instant: Instant) -> ByteCount {
        let flow = flows[timeline]
        if instant >= flow.from { return flow.position(at: instant) }
        for stretch in stretches.reversed() where stretch.timeline == timeline && stretch.from <= instant {
            return instant < stretch.to ? stretch.flow.position(at: instant) : stretch.end
        }
        let record = timelines[timeline]
        guard let parent = record.parent, instant < record.at else { return record.fork }
        return min(record.fork, position(of: parent, at: instant))
    }

    /// The moments between two instants at which the rate of writing to a timeline changed, latest first.
    func changes(of timeline: Int, after start: Instant, before end: Instant) -> [Instant] {
        var moments: [Instant] = []
        let current = flows[timeline].from
        if current > start, current < end { moments.append(current) }
        for stretch in stretches.reversed() where stretch.timeline == timeline {
            if stretch.to <= start { break }
            for moment in [stretch.to, stretch.from] where moment > start && moment < end {
                if moments.last != moment { moments.append(moment) }
            }
        }
        return moments
    }

    /// The position up to which two timelines have the same history.
    func sharedHistory(of one: Int, and other: Int) -> ByteCount {
        var (one, other, limit) = (one, other, ByteCount(.max))
        while one != other {
            let younger = max(one, other)
            guard let parent = timelines[younger].parent else { return .zero }
            limit = min(limit, timelines[younger].fork)
            (one, other) = (min(one, other), parent)
        }
        return limit
    }

    /// The damages in the history of a timeline up to a position.
    package func damages(on timeline: Int, upTo position: ByteCount) -> [Damage] {
        damages.filter { min(position, sharedHistory(of: timeline, and: $0.timeline)) > $0.position }
    }

    /// Whether anything is being written to a timeline.
    func isTakingWrites(_ timeline: Int) -> Bool { flows[timeline].bytes > 0 }

    /// Whether anything was written to a timeline itself by an instant.
    func isWritten(_ timeline: Int, by instant: Instant) -> Bool {
        position(of: timeline, at: instant) > timelines[timeline].fork
    }
}
