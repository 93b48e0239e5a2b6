import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// What people and the controller's process do beside the plan's logic.
@Suite struct StandDownTests {
    @Test func `pages anew for a second disaster after the first is over`() throws {
        var staged = try Staged()
        (staged.horizon, staged.incidentClass) = (.hours(16), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(3))
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(10), for: .hours(3))
        staged.plan.controller.alertChannels = []
        let trace = staged.run().trace
        #expect(!trace.all(.decisionMade).filter { $0.at < .start + .hours(3) }.isEmpty)
        #expect(trace.first(.paged, from: .hours(10)) != nil)
    }

    @Test func `says of every command whether it did what it was meant to`() throws {
        var staged = try Staged()
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let ends = staged.run().trace.facts.filter {
            [.stepSucceeded, .stepFailed].contains($0.kind) && $0.string(.command) != nil
        }
        #expect(!ends.isEmpty)
        #expect(ends.allSatisfy { $0.kind == .stepFailed || $0.number(.effective) != nil })
        #expect(ends.contains { $0.number(.effective) == 1 })
    }

    @Test func `stops with the region it runs in, and starts anew with it`() throws {
        var staged = try Staged()
        staged.plan.controller.location = .primary
        staged.plan.people.respond = false
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .minutes(60))
        staged.strike(
            .monitoring(.falseAlarm([.primaryDatabase, .replicaDatabase])), at: .minutes(100),
            for: .minutes(5))
        let acts = staged.run().trace.facts.filter { $0.actor == .plan }
        let lost = (Instant.start + .minutes(10))..<(.start + .minutes(70))
        #expect(!acts.contains { lost.contains($0.at) })
        #expect(acts.contains { $0.kind == .disasterDetected && $0.at >= .start + .minutes(100) })
    }
}
