import DRSimKernel
import DRSimWorld
import Testing

/// Running numbers of commands and messages in trials that last for years.
struct EventNumberTests {
    @Test(arguments: [Int32(0), (1 << 20) - 1, 1 << 20, .max])
    func `an event has its place however many came before it`(number: Int32) {
        let actions: [WorldEvent.Action] = [
            .messageArrives(number), .commandIsTyped(number), .commandAnswers(number),
        ]
        #expect(actions.map(\.order.lane) == [6, 8, 8])
        #expect(actions.allSatisfy { $0.order.entity == UInt32(number) % (1 << 20) })
    }
}
