package import DRSimUnits

/// What was written to the databases of a trial and what became of it: timelines, the writes that
/// were acknowledged on them, and the copies that exist at the end.
///
/// Positions count bytes of write-ahead log from the start of the store's history.
package struct Ledger: Hashable, Sendable {
    /// Every timeline, in the order in which they came about; a timeline's id is its index.
    package var timelines: [Timeline] = []
    /// The acknowledged writes, in the order in which the stretches ended.
    package var writes: [Stretch] = []
    /// The copies that exist at the horizon.
    package var copies: [Copy] = []
    /// What spoilt data, in the order in which it struck.
    package var damages: [Damage] = []

    /// Creates an empty ledger.
    package init() {}

    /// A history of writes that forked from another.
    package struct Timeline: Hashable, Sendable {
        /// The store.
        package var store: StoreID
        /// The timeline it forked from; `nil` for a history of its own.
        package var parent: Int?
        /// The position at which it forked.
        package var fork: ByteCount
        /// When it came about.
        package var at: Instant
        /// Where it is written: region and cluster.
        package var site: String
        /// The promotion that began it.
        package var cause: FactID?
        /// Whether it began in a database that was made anew, from a backup or empty: such a one is the
        /// store's only once something is written to it.
        package var isRestored: Bool

        /// Creates a timeline.
        package init(
            store: StoreID, parent: Int?, fork: ByteCount, at: Instant, site: String, cause: FactID?,
            isRestored: Bool = false
        ) {
            (self.store, self.parent, self.fork) = (store, parent, fork)
            (self.at, self.site, self.cause) = (at, site, cause)
            self.isRestored = isRestored
        }
    }

    /// Writes acknowledged at a steady rate on one timeline.
    package struct Stretch: Hashable, Sendable {
        /// The timeline written to.
        package var timeline: Int
        /// When the stretch began.
        package var from: Instant
        /// When it ended.
        package var to: Instant
        /// The position at its beginning.
        package var start: ByteCount
        /// The position at its end.
        package var end: ByteCount

        /// Creates a stretch.
        package init(timeline: Int, from: Instant, to: Instant, start: ByteCount, end: ByteCount) {
            (self.timeline, self.from, self.to) = (timeline, from, to)
            (self.start, self.end) = (start, end)
        }
    }

    /// A copy of a store at the horizon.
    package struct Copy: Hashable, Sendable {
        /// The timeline it follows.
        package var timeline: Int
        /// How far it reaches.
        package var position: ByteCount
        /// Where it is.
        package var site: String
        /// Whether it can be reached at the horizon; one in a region that is still lost cannot.
        package var isAvailable: Bool

        /// Creates a copy.
        package init(timeline: Int, position: ByteCount, site: String, isAvailable: Bool) {
            (self.timeline, self.position) = (timeline, position)
            (self.site, self.isAvailable) = (site, isAvailable)
        }
    }

    /// Something that spoilt data: every copy whose history goes beyond its position holds it.
    package struct Damage: Hashable, Sendable {
        /// The timeline it was written to.
        package var timeline: Int
        /// The history up to here is free of it.
        package var position: ByteCount
        /// When it struck.
        package var at: Instant
        /// The share of answers that are wrong where it is.
        package var share: Share
        /// Whether nothing reports that answers are wrong.
        package var isSilent: Bool
        /// Whether it is only the way in that an intruder left: no answer is wrong by it, but once they have
        /// struck what holds it is not free of them.
        package var isPresence: Bool
        /// The fact that it struck.
        package var cause: FactID?

        /// Creates a damage.
        package init(
            timeline: Int, position: ByteCount, at: Instant, share: Share, isSilent: Bool,
            isPresence: Bool = false, cause: FactID?
        ) {
            (self.timeline, self.position, self.at) = (timeline, position, at)
            (self.share, self.isSilent, self.cause) = (share, isSilent, cause)
            self.isPresence = isPresence
        }
    }
}
