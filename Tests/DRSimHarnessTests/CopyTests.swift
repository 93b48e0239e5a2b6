import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// The world is a value: copied between two events, the copy runs on as the original does.
@Suite struct CopyTests {
    @Test(arguments: [0, 1, 7, 50, 120, 300])
    func `runs only the copy to the same end`(after events: Int) throws {
        var staged = try Staged("l4-remediated")
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(2))
        var original = staged.rehearsal.world(seed: 3)
        for _ in 0..<events { original.step() }
        let before = original.trace
        var copy = original
        copy.run()
        #expect(original.trace == before)
        original.run()
        #expect(copy.trace == original.trace)
        #expect(copy.trace == staged.run(seed: 3).trace)
    }

    @Test func `leaves the original as it was`() throws {
        var staged = try Staged()
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(10))
        let original = staged.rehearsal.world(seed: 1)
        var copy = original
        copy.run()
        #expect(original.trace.facts == [])
        #expect(original.now == .start)
        #expect(!copy.trace.facts.isEmpty)
    }

    @Test func `gives the same run in stretches`() throws {
        var staged = try Staged()
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        var world = staged.rehearsal.world(seed: 1)
        for minute in 1...180 { world.run(through: .start + .minutes(Int64(minute))) }
        world.run()
        #expect(world.trace == staged.run(seed: 1).trace)
    }
}
