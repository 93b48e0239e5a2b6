import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// Links that carry less or in one direction only, and regions that fail in part.
@Suite struct SiteFaultTests {
    private let api: ServiceID = "core_erp_api"

    /// A trial in which nobody responds, with one fault from minute 10 to minute 30.
    private func control(_ kind: Fault.Kind) throws -> Staged {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(kind, at: .minutes(10), for: .minutes(20))
        return staged
    }

    @Test func `breaks replication by a cut in one direction, and lets it resume`() throws {
        let cut = SiteFault.oneWayCut(from: .region("us-west-2"), to: .region("us-east-1"))
        let trace = try control(.site(cut)).run().trace
        #expect(trace.first(.replicationBroken) == .minutes(10))
        #expect(trace.first(.replicationResumed) == .minutes(30))
        #expect(trace.served(api, at: .minutes(20)) == .all)
    }

    @Test func `keeps users from a region that is sound, unseen by its checks`() throws {
        var staged = try Staged()
        staged.plan.people.respond = false
        staged.strike(
            .site(.oneWayCut(from: .clients, to: .region("us-west-2"))), at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.served(api, at: .minutes(20)) == .none)
        #expect(trace.served(api, at: .minutes(31)) == .all)
        #expect(trace.first(.disasterDetected) == nil)
    }

    @Test func `takes a cut of its own sight for the loss of the region`() throws {
        var staged = try Staged()
        staged.strike(
            .site(.oneWayCut(from: .third, to: .region("us-west-2"))), at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.all(.disasterDetected, of: "region_failure").count >= 1)
    }

    @Test func `needs the answer as much as the question`() throws {
        var staged = try Staged()
        staged.strike(
            .site(.oneWayCut(from: .region("us-west-2"), to: .third)), at: .minutes(10), for: .minutes(20))
        #expect(staged.run().trace.all(.disasterDetected, of: "region_failure").count >= 1)
    }

    @Test func `fails a share of a region's requests for as long as it lasts`() throws {
        let grey = SiteFault.greyFailure(.region("us-west-2"), share: .percent(30))
        let trace = try control(.site(grey)).run().trace
        #expect(trace.first(.serviceUnavailable, of: "core_erp_api") == .minutes(10))
        #expect(trace.served(api, at: .minutes(20)) == .percent(70))
        #expect(trace.served(api, at: .minutes(31)) == .all)
    }

    @Test func `fails the share of a zone only for the pods in it`() throws {
        let grey = SiteFault.greyFailure(.zone("us-west-2a"), share: .percent(50))
        let trace = try control(.site(grey)).run().trace
        let served = trace.served(api, at: .minutes(20))
        #expect(served > .percent(70) && served < .percent(95))
        #expect(trace.served(api, at: .minutes(31)) == .all)
    }

    @Test func `shows no check a grey failure`() throws {
        var staged = try Staged()
        staged.plan.people.respond = false
        staged.strike(.site(.greyFailure(.region("us-west-2"), share: .percent(50))), at: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.first(.serviceUnavailable) == .minutes(10))
        #expect(trace.first(.disasterDetected) == nil)
    }
}

/// What a slow or lossy link between the regions costs.
@Suite struct LinkDegradationTests {
    private func degraded(latency: Span = .zero, loss: Share) -> Fault.Kind {
        .site(.linkDegradation("us-west-2", "us-east-1", latency: latency, loss: loss))
    }

    /// What is lost with the region at an instant, after twenty minutes on the link.
    private func loss(with kind: Fault.Kind?, lostAt instant: Span) throws -> Span {
        var staged = try Staged()
        (staged.isControl, staged.incidentClass) = (true, "level_2_region_outage")
        if let kind { staged.strike(kind, at: .minutes(10), for: .minutes(20)) }
        staged.strike(.site(.regionOutage("us-west-2")), at: instant)
        return try #require(staged.run().score.store("database")?.rpa)
    }

    @Test func `leaves the replica minutes behind where the link loses packets, and no longer`() throws {
        let lossy = degraded(loss: .percent(1))
        let sound = try loss(with: nil, lostAt: .minutes(30))
        let during = try loss(with: lossy, lostAt: .minutes(29))
        #expect(sound < .seconds(30))
        #expect(during > .minutes(5) && during < .minutes(19))
        #expect(try loss(with: lossy, lostAt: .minutes(40)) < .seconds(30))
    }

    @Test func `makes what is streamed later by half of what there and back takes longer`() throws {
        let slow = degraded(latency: .seconds(60), loss: .none)
        let difference = try loss(with: slow, lostAt: .minutes(20)) - loss(with: nil, lostAt: .minutes(20))
        #expect(abs(difference.milliseconds - 30_000) <= 1)
    }

    @Test func `lets a controller behind the link run into its time-outs, until the link is sound`() throws {
        var staged = try Staged("l3-controller-in-dr")
        staged.strike(degraded(latency: .seconds(2), loss: .none), at: .minutes(10), for: .minutes(2))
        let detected = staged.run().trace.all(.disasterDetected).map { $0.at - .start }
        #expect(!detected.isEmpty)
        #expect(detected.allSatisfy { $0 > .minutes(10) && $0 < .minutes(14) })
        staged.faults = []
        staged.strike(degraded(latency: .seconds(1), loss: .none), at: .minutes(10), for: .minutes(2))
        #expect(staged.run().trace.all(.disasterDetected) == [])
    }
}
