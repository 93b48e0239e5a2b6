import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// A controller whose process stops, with and without a journal.
@Suite struct ControlFaultTests {
    private func regionLost(_ journal: ControllerPolicy.Journal) throws -> Staged {
        var staged = try Staged()
        staged.plan.controller.journal = journal
        staged.incidentClass = "level_2_region_outage"
        staged.plan.people.respond = false
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        return staged
    }

    private func starts(of step: String, in trace: Trace) -> Int {
        trace.all(.stepStarted, of: step).count
    }

    @Test func `acts on nothing while it is down, and again when it is up`() throws {
        var staged = try regionLost(.none)
        staged.strike(.control(.outage), at: .minutes(9), for: .minutes(40))
        let trace = staged.run().trace
        #expect(trace.first(.controllerStopped) == .minutes(9))
        #expect(trace.first(.controllerStarted) == .minutes(49))
        let detected = try #require(trace.first(.disasterDetected))
        #expect(detected >= .minutes(49) && detected < .minutes(51))
    }

    @Test func `is up again with the last of two outages`() throws {
        var staged = try regionLost(.none)
        staged.strike(.control(.outage), at: .minutes(5), for: .minutes(20))
        staged.strike(.control(.outage), at: .minutes(20), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.all(.controllerStopped).count == 1)
        #expect(trace.all(.controllerStarted).map { $0.at - .start } == [.minutes(40)])
    }

    @Test func `begins the failover anew after a restart, since it remembers nothing`() throws {
        var staged = try regionLost(.none)
        staged.strike(.control(.restart), after: .procedureStarted, delay: .minutes(2), for: .minutes(1))
        let trace = staged.run().trace
        let stopped = try #require(trace.first(.controllerStopped))
        let started = try #require(trace.first(.controllerStarted))
        #expect(started > stopped && started < stopped + .minutes(10))
        #expect(trace.all(.procedureResumed) == [])
        let begun = trace.all(.stepStarted, of: "scale_nodes").map { $0.at - .start }
        #expect(begun.count >= 2 && begun[0] < stopped && begun[1] > started)
    }

    @Test func `goes on with the step it was at after a restart, if it keeps a journal`() throws {
        var staged = try regionLost(.persisted)
        staged.plan.controller.latch = true
        staged.strike(.control(.restart), after: .procedureStarted, delay: .minutes(2), for: .minutes(1))
        let trace = staged.run().trace
        #expect(trace.all(.procedureStarted).count == 1)
        #expect(trace.all(.procedureResumed).count == 1)
        #expect(starts(of: "scale_nodes", in: trace) == 1)
        #expect(starts(of: "wait", in: trace) == 2)
        #expect(trace.all(.procedureCompleted).count == 1)
    }

    @Test func `asks again for the approval it waited for`() throws {
        var staged = try regionLost(.persisted)
        staged.plan.controller.obeysApprovalPolicy = true
        staged.plan.controller.latch = true
        staged.plan.people.respond = true
        staged.strike(.control(.restart), after: .approvalRequested, delay: .seconds(1), for: .minutes(1))
        let trace = staged.run().trace
        #expect(trace.all(.approvalRequested).count == 2)
        #expect(trace.all(.procedureStarted, of: "region-failover").count == 1)
    }

    @Test func `keeps its latch across a restart`() throws {
        var staged = try regionLost(.persisted)
        staged.plan.controller.latch = true
        staged.strike(.control(.restart), after: .procedureCompleted, delay: .minutes(5), for: .minutes(1))
        #expect(staged.run().trace.all(.procedureStarted).count == 1)
        staged.plan.controller.journal = .none
        #expect(staged.run().trace.all(.procedureStarted).count > 1)
    }
}
