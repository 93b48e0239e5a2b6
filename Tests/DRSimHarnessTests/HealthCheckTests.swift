import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Checks that get no answer: what each reading of it costs.
@Suite struct HealthCheckTests {
    private func staged(_ reading: ControllerPolicy.ProbeFailure) throws -> Staged {
        var staged = try Staged()
        staged.plan.controller.probeFailure = reading
        staged.plan.people.respond = false
        staged.incidentClass = "level_2_region_outage"
        return staged
    }

    private func expectLeapIsExact(_ staged: Staged) {
        let ticking = Rehearsal(plan: staged.plan, scenario: staged.scenario, polling: .everyTick)
        for seed in 1...4 as ClosedRange<UInt64> {
            #expect(staged.run(seed: seed).digest == ticking.run(seed: seed).digest, "seed \(seed)")
        }
    }

    @Test func `a check that hangs stalls detection until what it asks answers again`() throws {
        var staged = try staged(.hang)
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .minutes(60))
        let trace = staged.run().trace
        let detected = try #require(trace.first(.disasterDetected))
        #expect(detected >= .minutes(70) && detected < .minutes(71))
        expectLeapIsExact(staged)
    }

    @Test func `a check that counts as unhealthy does not stall detection`() throws {
        var staged = try staged(.unhealthy)
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .minutes(60))
        let detected = try #require(staged.run().trace.first(.disasterDetected))
        #expect(detected < .minutes(12))
    }

    @Test func `a check that raises ends its pass, and the loop sleeps as after an error`() throws {
        var staged = try staged(.raise)
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .minutes(60))
        let trace = staged.run().trace
        let raised = trace.all(.controllerError).map(\.at).filter { $0 < .start + .minutes(60) }
        let gaps = zip(raised, raised.dropFirst()).map { $1 - $0 }
        #expect(gaps.count > 30)
        // The first check's patience, and the minute the loop sleeps after an error.
        #expect(gaps.allSatisfy { $0 == .seconds(65) })
        #expect(trace.all(.disasterDetected).allSatisfy { $0.at >= .start + .minutes(70) })
        expectLeapIsExact(staged)
    }

    @Test func `how the primary region reaches the other cannot be seen from where it is not reached`() throws
    {
        var staged = try staged(.raise)
        staged.plan.controller.checks.removeAll { $0.signal != .dnsResolution }
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .minutes(60))
        let raised = staged.run().trace.all(.controllerError).map(\.at)
        #expect(!raised.isEmpty)
        #expect(raised.allSatisfy { $0 > .start + .minutes(10) && $0 < .start + .minutes(72) })
        expectLeapIsExact(staged)
    }

    @Test(arguments: [(false, "az_failure"), (true, "region_failure")])
    func `a public name that does not resolve is found missing`(isMissing: Bool, disaster: String) throws {
        var staged = try staged(.unhealthy)
        if isMissing { staged.plan.topology.dns.records.removeAll { $0.name == "docs.itdo-erp.com" } }
        staged.strike(.monitoring(.falseAlarm([.networkConnectivity])), at: .minutes(10), for: .minutes(5))
        #expect(staged.run().trace.all(.disasterDetected).first?.entity == disaster)
    }

    @Test func `a hung command at a sound region stalls the loop for a real disaster`() throws {
        var staged = try staged(.hang)
        staged.strike(.monitoring(.checkHangs([.applicationPods])), at: .minutes(5), for: .minutes(60))
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(20))
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(30))
        // The checks behind the one that hung find the region gone, and hang for good.
        #expect(staged.run().trace.all(.disasterDetected) == [])
        expectLeapIsExact(staged)
    }

    @Test func `a hung check counts as unhealthy where the plan says so, and no longer than it hangs`() throws
    {
        var staged = try staged(.unhealthy)
        staged.strike(.monitoring(.checkHangs([.applicationPods])), at: .minutes(10), for: .minutes(5))
        let trace = staged.run().trace
        let detected = trace.all(.disasterDetected).map { $0.at - .start }
        #expect(!detected.isEmpty)
        #expect(trace.all(.disasterDetected).allSatisfy { $0.entity == "application_failure" })
        #expect(detected.allSatisfy { $0 > .minutes(10) && $0 < .minutes(16) })
        expectLeapIsExact(staged)
    }
}
