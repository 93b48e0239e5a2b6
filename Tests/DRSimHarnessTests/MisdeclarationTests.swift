import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// What comes of people who take a disaster for one of another class.
@Suite struct MisdeclarationTests {
    private static let truth: IncidentClassID = "level_2_region_outage"

    /// The loss of the region with nobody but people to see it, who err this often.
    private func staged(chance: Double?, corrected: Span = .minutes(30), hours: Int64 = 8) throws -> Staged {
        var staged = try Staged()
        staged.horizon = .hours(hours)
        staged.incidentClass = Self.truth
        staged.plan.controller.isDeployed = false
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: nil)
        if let chance { staged.plan.letPeopleErr(chance: chance, corrected: corrected) }
        return staged
    }

    /// Data that are wrong in silence until somebody comes upon them, where procedures mend them.
    private func corrupted(chance: Double?) throws -> Staged {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.hours(24), "corruption_detected")
        let index = try #require(
            staged.plan.assumptions.firstIndex { $0.id == "silent_corruption_detection" })
        staged.plan.assumptions[index].distribution = .constant(Span.hours(1).inSeconds)
        let damage = DataDamage(.corruption, share: .percent(2), isSilent: true)
        staged.strike(.database(.damage(damage, context: "prod-cluster")), at: .minutes(10))
        if let chance { staged.plan.letPeopleErr(chance: chance, corrected: .minutes(30)) }
        return staged
    }

    private func declared(_ trace: Trace) -> [String] {
        trace.all(.decisionMade).compactMap { $0.string(.incidentClass) }
    }

    @Test func `sets about another class's procedures until somebody sees it`() throws {
        for seed in UInt64(1)...4 {
            let result = try staged(chance: 1).run(seed: seed)
            let declared = declared(result.trace)
            #expect(declared.count == 2 && declared.first != Self.truth.name)
            #expect(declared.last == Self.truth.name)
            let decisions = result.trace.all(.decisionMade)
            #expect(decisions[1].at - decisions[0].at == .minutes(30))
            #expect(decisions[1].source == "assumption:corrected")
            #expect(decisions.allSatisfy { $0.cause != nil })
            #expect(!result.score.handling.isTakenRight && result.score.handling.takenBy == .people)
            let own = try #require(staged(chance: 1).plan.response(to: Self.truth).first).runbook.id.name
            let begun = result.trace.all(.stepStarted).filter { $0.string(.runbook) == own }
            #expect(begun.allSatisfy { $0.at >= decisions[1].at })
            #expect(!begun.isEmpty)
        }
    }

    @Test func `moves nothing where people never err`() throws {
        let without = try staged(chance: nil).run()
        let never = try staged(chance: 0).run()
        #expect(without.digest == never.digest)
        #expect(never.score.handling.isTakenRight)
    }

    @Test func `moves nothing where people never err about damage no health check sees`() throws {
        let without = try corrupted(chance: nil).run()
        let never = try corrupted(chance: 0).run()
        #expect(declared(without.trace).count == 1)
        #expect(without.digest == never.digest)
    }

    @Test func `makes damage good only once the true class is declared, and owes the way back too`() throws {
        var staged = try corrupted(chance: 1)
        // Nothing that is done is felt by anybody.
        let pause = Step(id: "pause", title: "Pause", action: .wait(.minutes(1)), source: "test")
        for index in staged.plan.runbooks.indices { staged.plan.runbooks[index].steps = [pause] }
        staged.plan.runbooks.append(
            Runbook(id: "way-back", title: "Way back", source: "test", steps: [pause]))
        staged.plan.people.playbooks.append(
            .init(
                incidentClass: "corruption_detected", runbook: "way-back", stage: .aftermath,
                notBefore: .zero, source: "test"))
        let trace = staged.run().trace
        let decisions = trace.all(.decisionMade)
        #expect(decisions.count == 2)
        let wayBack = try #require(trace.all(.procedureStarted, of: "way-back").first)
        #expect(try #require(decisions.last).at < wayBack.at)
    }

    @Test func `leaves a mistake nobody came to see where users are served again`() throws {
        var staged = try staged(chance: 1, corrected: .hours(6))
        staged.faults = []
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(3))
        let trace = staged.run().trace
        #expect(declared(trace).count == 1)
    }

    @Test func `is as frequent as it is assumed to be, and the table of classes shows it`() throws {
        let trials = 120
        let rehearsal = try staged(chance: 0.3, hours: 4).rehearsal
        let handlings = Campaign(rehearsal: rehearsal, seed: 5, trials: trials).map { $0.score.handling }
        let matrix = ConfusionMatrix(handlings)
        Estimate(share: trials - matrix.takenRight, of: trials, expected: 0.3)
            .expect(0.3, tellingApart: 0.6)
        let taken = Set(handlings.filter { !$0.isTakenRight }.map(\.taken.description))
        #expect(taken.count >= 3, "\(taken.sorted())")
    }
}
