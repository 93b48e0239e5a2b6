import DRSimKernel
import DRSimWorld
import Testing

/// The place of the world's events among those of one instant.
@Suite struct EventOrderTests {
    @Test func `polls come last, after what backups do`() {
        let poll = WorldEvent.Action.poll(generation: 0).order
        #expect(WorldEvent.Action.backups(.timer(generation: 0)).order.lane < poll.lane)
        #expect(WorldEvent.Action.checksAnswer(generation: 0).order.lane < poll.lane)
    }
}
