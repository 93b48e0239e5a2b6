import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// How long the loss of one more region would have been the loss of the data.
@Suite struct ProtectionTests {
    private static func unprotected(_ trace: Trace) -> Span {
        UnprotectedTime.all(in: trace).map(\.total).max() ?? .zero
    }

    private static func staged(_ fault: Fault.Kind, for duration: Span?) throws -> Staged {
        var staged = try Staged()
        staged.horizon = .hours(12)
        staged.strike(fault, at: .hours(1), for: duration)
        return staged
    }

    @Test func `a replica that follows from another region protects`() throws {
        var staged = try Staged()
        staged.horizon = .hours(1)
        let trace = staged.run().trace
        #expect(trace.protection.map(\.isProtected) == [true])
        #expect(Self.unprotected(trace) == .zero)
    }

    @Test func `the loss of the recovery region leaves production unprotected until it is back`() throws {
        var staged = try Self.staged(.site(.regionOutage("us-east-1")), for: .hours(2))
        staged.isControl = true
        let trace = staged.run().trace
        #expect(trace.first(.protectionLost) == .hours(1))
        let restored = try #require(trace.first(.protectionRestored))
        #expect(restored >= .hours(3) && restored < .hours(4))
    }

    @Test func `after a failover nothing protects what is written, for nothing follows it`() throws {
        var staged = try Self.staged(.site(.regionOutage("us-west-2")), for: nil)
        staged.incidentClass = "level_2_region_outage"
        let trace = staged.run().trace
        let promoted = try #require(trace.first(.databasePromoted, of: "postgres-dr-replica"))
        let lost = try #require(trace.first(.protectionLost))
        #expect(lost >= promoted)
        #expect(trace.all(.protectionRestored).isEmpty)
        #expect(Self.unprotected(trace) == .hours(12) - lost)
    }

    @Test func `a lost primary whose replica waits is protected still`() throws {
        var staged = try Self.staged(.site(.regionOutage("us-west-2")), for: .hours(1))
        staged.isControl = true
        #expect(staged.run().trace.all(.protectionLost).isEmpty)
    }

    @Test func `a copy that follows nothing never protects`() throws {
        var staged = try Staged()
        staged.plan = try RepositoryFiles.plan(nil)
        staged.isControl = true
        #expect(staged.run().trace.protection.map(\.isProtected) == [false])
    }

    @Test func `failing back loses nothing written meanwhile, and protects the store again`() throws {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.hours(72), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(8))
        let result = staged.run()
        let completed = try #require(result.trace.first(.procedureCompleted, of: "failback"))
        let restored = try #require(result.trace.first(.protectionRestored, from: .hours(9)))
        #expect(restored < completed + .hours(3))
        #expect(result.trace.protection.last?.isProtected == true)
        let last = try #require(result.trace.ledger.timelines.last)
        #expect(last.site.hasPrefix("us-west-2"))
        // Production's new history goes on from the very end of what the recovery region wrote.
        let parent = try #require(last.parent)
        #expect(result.trace.ledger.timelines[parent].site.hasPrefix("us-east-1"))
        let written = result.trace.ledger.writes.filter { $0.timeline == parent }.map(\.end).max()
        #expect(written == last.fork)
    }
}
