public import DRSimUnits

/// What is due when: a heap of keys in the total order (instant, lane, entity, sequence), each
/// with a token that stands for the event.
///
/// It is not generic, so that its loops compile to the same machine code whoever uses it, and its
/// keys are three plain words, so that moving one costs no reference counting.
public struct Agenda: Sendable {
    /// When and before whom a token is due.
    public struct Key: Sendable {
        /// The instant the token is due.
        public let at: Instant
        /// Lane, entity and sequence in 8, 20 and 36 bits, highest first.
        @usableFromInline let order: UInt64
        /// Stands for the event; the tokens of all that is due differ.
        public let token: UInt32

        /// The lane and the entity the token was scheduled with.
        @inlinable
        public var eventOrder: EventOrder {
            EventOrder(
                lane: UInt8(truncatingIfNeeded: order >> 56),
                entity: UInt32(truncatingIfNeeded: order >> 36) & (EventOrder.entityLimit - 1))
        }

        func precedes(_ other: Key) -> Bool {
            at.milliseconds != other.at.milliseconds ? at < other.at : order < other.order
        }
    }

    /// First the binary heap of the keys that are due, then one spent key for each free token.
    @usableFromInline var keys: [Key] = []
    private var sequence: UInt64 = 0
    private var now = Instant(milliseconds: .min)

    /// The number of tokens that are due some time.
    public private(set) var count = 0

    /// Creates an agenda on which nothing is due.
    public init() {}

    /// The key that is due first.
    @inlinable
    public var first: Key? { count > 0 ? keys[0] : nil }

    /// Notes that something is due, not before the last key taken off; returns the token that will
    /// stand for it: one that has become free, else the least never given.
    public mutating func insert(at instant: Instant, order: EventOrder) -> UInt32 {
        precondition(
            instant >= now,
            "lane \(order.lane), entity \(order.entity): \(instant) lies before \(now)"
        )
        precondition(sequence >> 36 == 0, "\(sequence) events were scheduled: the sequence has 36 bits")
        let packed = UInt64(order.lane) << 56 | UInt64(order.entity) << 36 | sequence
        sequence += 1
        let token = count < keys.count ? keys[count].token : UInt32(count)
        let key = Key(at: instant, order: packed, token: token)
        if count == keys.count { keys.append(key) }
        count += 1
        keys.withUnsafeMutableBufferPointer { Self.raise(key, in: $0, from: count - 1) }
        return token
    }

    /// Takes off the key that is due first; its token becomes free.
    public mutating func removeFirst() {
        precondition(count > 0, "nothing is due, after \(sequence) events")
        count -= 1
        now = keys[0].at
        keys.withUnsafeMutableBufferPointer { keys in
            let last = keys[count]
            keys[count] = keys[0]
            Self.sink(last, in: keys, count: count)
        }
    }

    /// Moves parents down until `key` fits above the open place.
    private static func raise(
        _ key: Key, in heap: UnsafeMutableBufferPointer<Key>, from place: Int
    ) {
        var open = place
        while open > 0 {
            let parent = (open - 1) / 2
            guard key.precedes(heap[parent]) else { break }
            heap[open] = heap[parent]
            open = parent
        }
        heap[open] = key
    }

    /// Moves lesser children up from the root until `key` fits below the open place.
    private static func sink(_ key: Key, in heap: UnsafeMutableBufferPointer<Key>, count: Int) {
        guard count > 0 else { return }
        var (open, child) = (0, 1)
        while child < count {
            if child + 1 < count, heap[child + 1].precedes(heap[child]) { child += 1 }
            guard heap[child].precedes(key) else { break }
            heap[open] = heap[child]
            (open, child) = (child, 2 * child + 1)
        }
        heap[open] = key
    }
}
