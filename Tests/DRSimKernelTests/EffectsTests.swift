import DRSimKernel
import DRSimUnits
import Testing

struct EffectsTests {
    @Test func `names the latest fact as the cause of what is scheduled`() {
        var effects = Effects<String, String>()
        effects.schedule("retry", at: Instant(milliseconds: 1))
        effects.record("node lost")
        effects.record("pod lost")
        effects.schedule("reschedule", at: Instant(milliseconds: 3))
        effects.record("alert raised")
        effects.schedule("page", at: Instant(milliseconds: 2))
        #expect(effects.facts == ["node lost", "pod lost", "alert raised"])
        #expect(effects.scheduled.map(\.event) == ["retry", "reschedule", "page"])
        #expect(effects.scheduled.map(\.at.milliseconds) == [1, 3, 2])
        #expect(effects.scheduled.map(\.after) == [nil, 1, 2])
    }

    @Test func `asks for nothing at first`() {
        var effects = Effects<Int, Int>()
        #expect(effects.isEmpty)
        effects.record(1)
        #expect(!effects.isEmpty)
    }
}
