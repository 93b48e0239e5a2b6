import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// Users who ask for too much, and third parties that do not answer.
@Suite struct ApplicationFaultTests {
    private let api: ServiceID = "core_erp_api"

    @Test func `serves a share of users when they ask for more than the pods carry, and then all`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.application(.loadSurge(factor: 2)), at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.first(.serviceUnavailable, of: "core_erp_api") == .minutes(10))
        let served = trace.served(api, at: .minutes(20))
        #expect(served > .percent(60) && served < .percent(95))
        #expect(trace.first(.serviceRestored, of: "core_erp_api") == .minutes(30))
    }

    @Test func `multiplies surges that overlap`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.application(.loadSurge(factor: 2)), at: .minutes(10), for: .minutes(30))
        staged.strike(.application(.loadSurge(factor: 2)), at: .minutes(20), for: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.served(api, at: .minutes(25)) < trace.served(api, at: .minutes(15)))
        #expect(trace.served(api, at: .minutes(35)) == trace.served(api, at: .minutes(15)))
    }

    @Test func `blames a surge for what it does when the day gets busier, hours after it began`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.application(.loadSurge(factor: 2)), at: .minutes(10))
        var scenario = staged.scenario
        scenario.start = CalendarTime(year: 2026, month: 10, day: 13, hour: 13)
        let result = Rehearsal(plan: staged.plan, scenario: scenario, isControl: true).run(seed: 1)
        #expect(result.trace.first(.serviceUnavailable, of: "user_auth") == .minutes(120))
        #expect(TrialProblems.all(in: result) == [])
    }

    @Test func `leaves what a third party does undone, and nothing else`() throws {
        var staged = try Staged()
        staged.strike(
            .application(.thirdPartyOutage("payment_gateway")), at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.served("payment_processing", at: .minutes(20)) == .none)
        #expect(trace.served(api, at: .minutes(20)) == .all)
        #expect(trace.first(.disasterDetected) == nil)
        #expect(trace.first(.serviceRestored, of: "payment_processing") == .minutes(30))
    }
}
