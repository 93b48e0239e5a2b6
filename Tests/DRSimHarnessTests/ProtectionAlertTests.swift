import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// Who watches for it is told that a region's loss would be the loss of the data.
@Suite struct ProtectionAlertTests {
    private static func run(_ region: RegionID, isWatched: Bool) throws -> Trace {
        var staged = try Staged()
        staged.plan.people.conduct.watchesProtection = isWatched
        staged.strike(.site(.regionOutage(region)), at: .minutes(10))
        return staged.run().trace
    }

    @Test func `the loss of the recovery region pages people, who find users served`() throws {
        let trace = try Self.run("us-east-1", isWatched: true)
        let alert = try #require(trace.all(.alertSent, of: "pagerduty").first)
        #expect(alert.at == .start + .minutes(10))
        #expect(alert.source == "F83")
        #expect(trace.first(.acknowledged) != nil && trace.first(.incidentClosed) != nil)
        #expect(trace.all(.decisionMade).isEmpty)
    }

    @Test func `where nothing watches nobody is told, and where users are unserved nobody is told twice`()
        throws
    {
        #expect(try Self.run("us-east-1", isWatched: false).all(.alertSent).isEmpty)
        let alerts = try Self.run("us-west-2", isWatched: true).all(.alertSent)
        #expect(!alerts.isEmpty && alerts.allSatisfy { $0.source != "F83" })
    }
}
