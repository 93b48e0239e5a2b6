import DRSimHarness
import DRSimPlan
import DRSimScoring
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

    @Test func `brings production back after each of two disasters`() throws {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.days(4), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(2))
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(48), for: .hours(2))
        let trace = staged.run().trace
        let completed = trace.all(.procedureCompleted, of: "failback").map { $0.at }
        #expect(completed.count == 2)
        #expect(completed.first.map { $0 < .start + .hours(48) } ?? false)
        #expect(trace.protection.last?.isProtected == true)
    }

    @Test func `goes home as late as the plan says`() throws {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.hours(12), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let soon = try #require(staged.run().trace.first(.procedureStarted, of: "failback"))
        let index = try #require(staged.plan.assumptions.firstIndex { $0.id == "stand_down" })
        staged.plan.assumptions[index].distribution = .constant(Span.hours(2).inSeconds)
        let late = try #require(staged.run().trace.first(.procedureStarted, of: "failback"))
        #expect(late - soon == .minutes(110))
    }

    @Test func `finds pods too few of whose capacity less can be used`() throws {
        var staged = try Staged()
        #expect(staged.rehearsal.openingProblems.isEmpty)
        let index = try #require(staged.plan.assumptions.firstIndex { $0.id == "usable_capacity" })
        staged.plan.assumptions[index].distribution = .constant(0.1)
        #expect(!staged.rehearsal.openingProblems.isEmpty)
    }

    @Test func `recovers deleted data to the moment before, whatever was over long ago`() throws {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.hours(24), "accidental_deletion")
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(1))
        staged.strike(
            .database(.damage(.init(.deletion, share: .all), context: "prod-cluster")), at: .hours(10))
        let store = try #require(staged.run().score.stores.first { $0.id == "database" })
        #expect(store.copyAge.map { $0 < .seconds(1) } == true)
        // What the crash itself lost stays lost, for as long as the standby lagged.
        #expect(store.lost.transactions < 100)
    }

    @Test func `says of every command whether it did what it was meant to`() throws {
        var staged = try Staged()
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let ends = staged.run().trace.facts.filter {
            [.stepSucceeded, .stepFailed].contains($0.kind) && $0.string(.command) != nil
        }
        #expect(!ends.isEmpty)
        for end in ends { #expect(end.number(.effective) != nil, "\(end.text)") }
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
