import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// The controller's latch after a completed procedure, and the people who reset it.
@Suite struct LatchTests {
    /// The remediated plan; a false alarm of the database's check makes it complete its procedure.
    private static func alarmed(thenRegionLostAt loss: Span? = nil) throws -> Staged {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.hours(40), "level_2_region_outage")
        staged.strike(.monitoring(.falseAlarm([.primaryDatabase])), at: .minutes(10), for: .minutes(5))
        if let loss { staged.strike(.site(.regionOutage("us-west-2")), at: loss, for: .hours(2)) }
        return staged
    }

    @Test func `who approves resets it some time after all is well, for a reason and with a source`() throws {
        let trace = try Self.alarmed().run().trace
        let held = try #require(trace.all(.controllerHeld).first)
        let resets = trace.facts.indices.filter { trace.facts[$0].kind == .latchReset }
        #expect(resets.count == 1)
        let reset = trace.facts[try #require(resets.first)]
        #expect(reset.entity == "incident_commander")
        #expect(reset.source == "assumption:latch_review")
        #expect(reset.at > .start + .minutes(15) + .minutes(10))
        let chain = trace.causes(of: FactID(resets[0])).map { trace[$0].kind }
        #expect(chain.first == .faultInjected)
        #expect(chain.last == .latchReset)
        #expect(held.at < reset.at)
        #expect(trace.all(.controllerReleased).map(\.at) == [reset.at])
    }

    @Test func `a second disaster is answered by the controller`() throws {
        let loss = Span.hours(24)
        let trace = try Self.alarmed(thenRegionLostAt: loss).run().trace
        let started = trace.all(.procedureStarted, of: "region-failover").filter { $0.at > .start + loss }
        #expect(started.count == 1)
        #expect(trace.first(.approvalGranted, from: loss) != nil)
        // The region that returns is fenced: that its database does not answer is told to people.
        let lost = (Instant.start + loss)..<(.start + loss + .hours(2))
        #expect(trace.all(.escalated).filter { lost.contains($0.at) }.isEmpty)
    }

    @Test func `where nobody resets it, a second disaster is left to people`() throws {
        let loss = Span.hours(24)
        var staged = try Self.alarmed(thenRegionLostAt: loss)
        staged.plan.people.respond = false
        let trace = staged.run().trace
        #expect(trace.all(.latchReset).isEmpty)
        #expect(trace.all(.procedureStarted, of: "region-failover").isEmpty)
        #expect(!trace.all(.escalated).filter { $0.at > .start + loss }.isEmpty)
    }

    @Test func `stays while the checks name a disaster, and is reset after the region is back`() throws {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.hours(60), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(30))
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(50), for: .hours(1))
        let trace = staged.run().trace
        let reset = try #require(trace.all(.latchReset).first)
        #expect(reset.at > .start + .hours(30))
        #expect(trace.all(.disasterDetected, of: "region_failure").filter { $0.at < reset.at }.count == 1)
        #expect(trace.first(.approvalRequested, from: .hours(50)) != nil)
    }

    @Test func `everybody who may reset it being away, it stays until one is back`() throws {
        var staged = try Self.alarmed()
        for role in ["incident_commander", "head_of_operations"] {
            staged.strike(.people(.roleAbsent(RoleID(role))), at: .zero, for: .hours(30))
        }
        let trace = staged.run().trace
        let reset = try #require(trace.all(.latchReset).first)
        #expect(reset.at > .start + .hours(30))
    }

    @Test func `leaping and ticking runs reset it alike`() throws {
        let staged = try Self.alarmed(thenRegionLostAt: .hours(24))
        let ticking = Rehearsal(plan: staged.plan, scenario: staged.scenario, polling: .everyTick)
        #expect(staged.run().digest == ticking.run(seed: 1).digest)
    }
}
