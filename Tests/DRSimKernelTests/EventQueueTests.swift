import DRSimKernel
import DRSimUnits
import Testing

struct EventQueueTests {
    struct Entry: Equatable {
        let instant: Int64
        let lane: UInt8
        let entity: UInt32
        let number: Int

        var sorted: (Int64, UInt8, UInt32, Int) { (instant, lane, entity, number) }
    }

    static func schedule(_ entry: Entry, in queue: inout EventQueue<Int>) {
        queue.schedule(
            entry.number, at: Instant(milliseconds: entry.instant),
            order: EventOrder(lane: entry.lane, entity: entry.entity))
    }

    static func pop(_ queue: inout EventQueue<Int>) -> Entry? {
        queue.popFirst().map {
            Entry(
                instant: $0.at.milliseconds, lane: $0.order.lane, entity: $0.order.entity, number: $0.event)
        }
    }

    /// Few instants, lanes and entities, so that all kinds of ties are met.
    static func entry(_ number: Int, seed: UInt64, from instant: Int64) -> Entry {
        let name = StreamName("entry")
        let uniform = { (round: UInt32) in
            Draws(seed: seed, trial: 0).uniform(
                entity: name, purpose: name, ordinal: UInt32(number), round: round)
        }
        return Entry(
            instant: instant + Int64(uniform(0) * 40) - (instant < 0 ? 20 : 0), lane: UInt8(uniform(1) * 3),
            entity: UInt32(uniform(2) * 4), number: number)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `pops in the order of a sorted list`(seed: UInt64) {
        let entries = (0..<500).map { Self.entry($0, seed: seed, from: -1) }
        var queue = EventQueue<Int>()
        for entry in entries { Self.schedule(entry, in: &queue) }
        #expect(queue.count == entries.count)
        var popped: [Entry] = []
        while let entry = Self.pop(&queue) { popped.append(entry) }
        #expect(popped == entries.sorted { $0.sorted < $1.sorted })
        #expect(queue.isEmpty)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `stays in order while events come and go`(seed: UInt64) {
        var (queue, waiting, number) = (EventQueue<Int>(), [Entry](), 0)
        for step in 0..<1_000 {
            let now = waiting.first?.instant ?? 0
            for _ in 0..<(step % 3 == 0 ? 3 : 1) where step < 600 {
                let entry = Self.entry(number, seed: seed, from: max(0, now))
                Self.schedule(entry, in: &queue)
                waiting.append(entry)
                number += 1
            }
            waiting.sort { $0.sorted < $1.sorted }
            #expect(queue.nextInstant?.milliseconds == waiting.first?.instant)
            #expect(Self.pop(&queue) == waiting.first)
            waiting = Array(waiting.dropFirst())
            #expect(queue.count == waiting.count)
        }
    }

    @Test func `keeps the order of scheduling where all else is equal`() {
        var queue = EventQueue<Int>()
        for number in 0..<100 {
            Self.schedule(Entry(instant: 5, lane: 1, entity: 2, number: number), in: &queue)
        }
        #expect((0..<100).allSatisfy { $0 == Self.pop(&queue)?.number })
    }

    @Test func `gives the widest order back as it was`() {
        var queue = EventQueue<Int>()
        let order = EventOrder(lane: .max, entity: EventOrder.entityLimit - 1)
        queue.schedule(1, at: .never, order: order)
        queue.schedule(2, at: Instant(milliseconds: .min), order: order)
        #expect(queue.popFirst()?.at == Instant(milliseconds: .min))
        let last = queue.popFirst()
        #expect(last?.at == .never)
        #expect(last?.order == order)
        #expect(queue.popFirst() == nil)
    }

    @Test func `leaves a copy alone`() {
        var queue = EventQueue<Int>()
        for number in 0..<10 {
            Self.schedule(Entry(instant: Int64(number), lane: 0, entity: 0, number: number), in: &queue)
        }
        _ = queue.popFirst()
        var copy = queue
        Self.schedule(Entry(instant: 3, lane: 0, entity: 0, number: 77), in: &queue)
        while queue.popFirst() != nil {}
        Self.schedule(Entry(instant: 2, lane: 0, entity: 0, number: 99), in: &copy)
        var numbers: [Int] = []
        while let entry = Self.pop(&copy) { numbers.append(entry.number) }
        #expect(numbers == [1, 2, 99, 3, 4, 5, 6, 7, 8, 9])
    }

    @Test func `refuses an instant that is past`() async {
        await #expect(processExitsWith: .failure) {
            var queue = EventQueue<Int>()
            queue.schedule(1, at: Instant(milliseconds: 10), order: EventOrder(lane: 0, entity: 0))
            _ = queue.popFirst()
            queue.schedule(2, at: Instant(milliseconds: 9), order: EventOrder(lane: 0, entity: 0))
        }
    }

    @Test func `refuses an entity beyond 20 bits`() async {
        await #expect(processExitsWith: .failure) {
            _ = EventOrder(lane: 0, entity: EventOrder.entityLimit)
        }
    }
}
