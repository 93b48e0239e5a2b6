import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// The plan's list is gone through in the trial, when every service is back.
@Suite struct VerificationFactTests {
    private static func run(_ faults: (inout Staged) -> Void) throws -> TrialResult {
        var staged = try Staged()
        staged.isControl = true
        faults(&staged)
        return staged.run()
    }

    @Test func `ten minutes after the last service came back each item leaves a fact with its source`() throws
    {
        let result = try Self.run { $0.strike(.database(.crash(context: "prod-cluster")), at: .minutes(10)) }
        let plan = try RepositoryFiles.plan("l3-named")
        let probes = plan.verification.filter { item in
            switch item.probe {
            case .services, .caches: true
            default: false
            }
        }
        let facts = result.trace.all(.itemVerified)
        #expect(facts.map(\.entity) == probes.map(\.id))
        #expect(facts.map(\.source) == probes.map(\.source))
        let restored = try #require(result.trace.all(.serviceRestored).last)
        #expect(facts.allSatisfy { $0.at == restored.at + .minutes(10) && $0.cause != nil })
        for fact in facts {
            let check = try #require(result.score.checklist.first { $0.id == fact.entity })
            #expect(check.outcome == .passed)
        }
    }

    @Test func `an outage within the ten minutes sets it aside until all is back again`() throws {
        let crash = Fault.Kind.database(.crash(context: "prod-cluster"))
        let result = try Self.run { staged in
            staged.strike(crash, at: .minutes(10))
            staged.strike(crash, at: .minutes(15))
        }
        let restored = try #require(result.trace.all(.serviceRestored).last)
        #expect(Set(result.trace.all(.itemVerified).map(\.at)) == [restored.at + .minutes(10)])
    }

    @Test func `where nothing was away, or something stays away, nothing is verified`() throws {
        let quiet = try Self.run { $0.strike(.people(.channelOutage("slack")), at: .minutes(10)) }
        #expect(quiet.trace.all(.itemVerified).isEmpty)
        let lost = try Self.run { $0.strike(.site(.regionOutage("us-west-2")), at: .minutes(10)) }
        #expect(lost.trace.all(.itemVerified).isEmpty && lost.trace.all(.itemFailed).isEmpty)
        #expect(lost.score.checklist.contains { $0.outcome == .failed })
    }

    @Test(arguments: [(Span(milliseconds: 0), true), (Span(milliseconds: 60), false)])
    func `a query that is under way for too long fails the look at the database`(
        slowness: Span, isPassed: Bool
    ) throws {
        var staged = try Staged("cross-region-database")
        staged.isControl = true
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(10))
        if slowness > .zero {
            let slow = SiteFault.linkDegradation("us-west-2", "us-east-1", latency: slowness, loss: .none)
            staged.strike(.site(slow), at: .minutes(9))
        }
        let result = staged.run()
        let check = try #require(result.score.checklist.first { $0.id == "database" })
        #expect((check.outcome == .passed) == isPassed, "\(check.evidence)")
        #expect(check.evidence.contains("under way"))
        #expect(result.trace.all(isPassed ? .itemVerified : .itemFailed, of: "database").count == 1)
    }

    @Test(arguments: [(Span.minutes(11), true), (.minutes(20), false)])
    func `sessions that are not there again when the list is gone through fail the look at them`(
        lostAt: Span, isPassed: Bool
    ) throws {
        let result = try Self.run { staged in
            staged.plan.caches[0].missLoad = 1
            staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(10))
            staged.strike(.application(.cacheLoss("sessions", context: "prod-cluster")), at: lostAt)
        }
        let check = try #require(result.score.checklist.first { $0.id == "sessions" })
        #expect((check.outcome == .passed) == isPassed, "\(check.evidence)")
        #expect(check.evidence.hasSuffix("us-west-2") != isPassed)
    }
}
