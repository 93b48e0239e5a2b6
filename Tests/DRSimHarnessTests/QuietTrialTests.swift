import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Nothing comes of nothing.
@Suite struct QuietTrialTests {
    @Test(arguments: ["l3-named", "l4-remediated", "l3-controller-in-dr"])
    func `scores zero everywhere where nothing happens`(overlay: String) throws {
        var staged = try Staged(overlay)
        staged.horizon = .hours(48)
        let result = staged.run()
        #expect(result.trace.facts == [])
        #expect(result.trace.served.allSatisfy { $0.share == .all && $0.finalShare == .all })
        #expect(result.score.services.allSatisfy { $0.verdict == .notExercised && $0.unavailable == .zero })
        #expect(result.score.stores.allSatisfy { ($0.rpa ?? .zero) == .zero && $0.lost.bytes == .zero })
        #expect(result.score.money.total == .zero)
        // Backups are made whatever happens.
        let counts = result.score.counts.all.filter { !Expectation.Count.ofBackups.contains($0.count) }
        #expect(counts.allSatisfy { $0.number == 0 })
        #expect(result.score.bindingConstraint == nil)
    }

    @Test func `leaps over two quiet days in a few events`() throws {
        var staged = try Staged()
        staged.horizon = .hours(48)
        #expect(staged.run().eventCount < 100)
    }

    @Test func `has nobody respond in a control trial`() throws {
        var staged = try Staged()
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(1))
        #expect(staged.run().trace.facts.contains { $0.actor == .plan })
        staged.isControl = true
        let result = staged.run()
        #expect(!result.trace.facts.contains { $0.actor == .plan || $0.actor == .people })
        #expect(result.score.services.contains { $0.restoredBy == .faultEnded })
        #expect(result.score.detection == nil && result.score.declaration == nil)
    }

    @Test func `installs every manifest of the plan, and serves every user`() throws {
        for overlay in ["l3-named", "l4-remediated"] {
            #expect(try Staged(overlay).rehearsal.world(seed: 1).openingProblems == [])
        }
    }
}
