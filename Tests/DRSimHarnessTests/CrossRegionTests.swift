import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTemplates
import DRSimTrace
import DRSimUnits
import Testing

/// Pods in one region that ask the database of another (C14).
@Suite struct CrossRegionTests {
    private static let api: ServiceID = "core_erp_api"

    /// Half of the API's users are served in us-east-1, with so many queries each to us-west-2.
    private func staged(queries: Int) throws -> Staged {
        var staged = try Staged("cross-region-database")
        staged.isControl = true
        let index = try #require(staged.plan.services.firstIndex { $0.id == Self.api })
        staged.plan.services[index].serialQueries = queries
        return staged
    }

    @Test(arguments: [(12, true), (40, false)])
    func `come too late with forty queries one after the other, and in time with twelve`(
        queries: Int, isServed: Bool
    ) throws {
        let staged = try staged(queries: queries)
        #expect(staged.run().trace.served(Self.api, at: .minutes(1)) == (isServed ? .all : .percent(50)))
        #expect(staged.rehearsal.openingProblems.isEmpty == isServed)
        if !isServed {
            #expect(
                staged.rehearsal.openingProblems.contains {
                    $0.contains("40 queries for an answer travel from us-east-1")
                })
        }
    }

    @Test func `write to that database with all who are served`() throws {
        func written(_ level: String) throws -> Int64 {
            var staged = try Staged(level)
            staged.isControl = true
            return staged.run().trace.ledger.writes.map { $0.end.bytes - $0.start.bytes }.reduce(0, +)
        }
        #expect(try written("cross-region-database") == written("l3-named"))
    }

    @Test func `come too late while the way is slow, and in time again`() throws {
        var staged = try staged(queries: 12)
        let slow = SiteFault.linkDegradation(
            "us-west-2", "us-east-1", latency: Span(milliseconds: 150), loss: .none)
        staged.strike(.site(slow), at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.served(Self.api, at: .minutes(9)) == .all)
        #expect(trace.served(Self.api, at: .minutes(15)) == .percent(50))
        #expect(trace.served(Self.api, at: .minutes(31)) == .all)
    }

    @Test func `have no database while the regions are cut off from each other`() throws {
        var staged = try staged(queries: 12)
        staged.strike(
            .site(.partition("us-west-2", "us-east-1")), at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.served(Self.api, at: .minutes(15)) == .percent(50))
        #expect(trace.served(Self.api, at: .minutes(31)) == .all)
    }

    @Test func `are led to the other region when theirs is lost, where their database is`() throws {
        var staged = try staged(queries: 12)
        staged.strike(.site(.regionOutage("us-east-1")), at: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.served(Self.api, at: .minutes(10)) == .percent(50))
        #expect(trace.served(Self.api, at: .minutes(60)) > .percent(97))
        #expect(trace.first(.dnsFailedOver, of: "api.itdo-erp.com") ?? .zero > .minutes(10))
    }

    @Test func `name nothing under a domain that their plan does not give`() throws {
        var staged = try staged(queries: 1)
        staged.plan.topology.regions[0].cluster.domain = nil
        #expect(staged.run().trace.served(Self.api, at: .minutes(1)) == .percent(50))
    }
}
