import DRSimKernel
import DRSimUnits
import DRSimWorld
import Glibc

/// The hold model: `pending` events wait; the first is handled and waits again, `events` times.
/// Returns a checksum of the events in the order in which they were handled.
func hold(pending: Int, events: Int) -> (checksum: UInt64, elapsed: Duration) {
    var delays = Delays()
    var queue = EventQueue<WorldEvent>()
    for number in 0..<UInt32(pending) {
        let order = EventOrder(lane: UInt8(number % 8), entity: number)
        queue.schedule(
            WorldEvent.held(number: number), at: Instant(milliseconds: delays.next()), order: order)
    }
    var checksum: UInt64 = 0xcbf2_9ce4_8422_2325
    let elapsed = ContinuousClock().measure {
        for _ in 0..<events {
            guard let due = queue.popFirst() else { break }
            let (next, value) = due.event.heldAgain
            let key = UInt64(bitPattern: due.at.milliseconds) &+ UInt64(due.order.entity) &+ value
            checksum = (checksum ^ key) &* 0x100_0000_01b3
            let later = Instant(milliseconds: due.at.milliseconds + delays.next())
            queue.schedule(next, at: later, order: due.order)
        }
    }
    return (checksum, elapsed)
}

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard numbers.count == 2, (1...Int(EventOrder.entityLimit)).contains(numbers[0]), numbers[1] > 0 else {
    print("usage: hold PENDING EVENTS")
    exit(2)
}
let result = hold(pending: numbers[0], events: numbers[1])
let seconds = result.elapsed / .seconds(1)
print(String(result.checksum, radix: 16), Double(numbers[1]) / seconds / 1e6)
