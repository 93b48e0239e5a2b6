import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimWorld
import Testing

/// Leaping over idle polls changes nothing, and the books balance, whatever happens.
@Suite struct DrawnScenarioTests {
    @Test func `leaps to what every tick gives in drawn scenarios`() async throws {
        let plan = try RepositoryFiles.plan("l3-named")
        let results = await eachNumber(below: 1_000) { number in
            let drawn = DrawnScenario(number: number, seed: UInt64(number), on: plan)
            let leaping = Rehearsal(plan: drawn.plan, scenario: drawn.scenario)
                .run(seed: UInt64(number))
            let ticking = Rehearsal(plan: drawn.plan, scenario: drawn.scenario, polling: .everyTick)
                .run(seed: UInt64(number))
            return Outcome(
                number: number, isSame: leaping.digest == ticking.digest,
                facts: leaping.trace.facts.count, problems: TrialProblems.all(in: leaping))
        }
        #expect(results.count == 1_000)
        #expect(results.filter { !$0.isSame }.map(\.number) == [])
        #expect(results.flatMap { outcome in outcome.problems.map { "\(outcome.number): \($0)" } } == [])
        // A drawing without events would prove nothing.
        #expect(results.count { $0.facts > 20 } > 500)
    }

    @Test func `draws every kind of fault, every trigger and every setting of people`() throws {
        let plan = try RepositoryFiles.plan("l3-named")
        let drawn = (0..<1_000).map { DrawnScenario(number: $0, seed: UInt64($0), on: plan) }
        let faults = drawn.flatMap(\.scenario.faults)
        let world =
            SiteFault.Name.allCases.map(\.rawValue) + ProviderFault.Name.allCases.map(\.rawValue)
            + DatabaseFault.Name.allCases.map(\.rawValue) + PlatformFault.Name.allCases.map(\.rawValue)
            + ApplicationFault.Name.allCases.map(\.rawValue)
        let others =
            MonitoringFault.Name.allCases.map(\.rawValue) + ControlFault.Name.allCases.map(\.rawValue)
            + BackupFault.Name.allCases.map(\.rawValue) + PeopleFault.Name.allCases.map(\.rawValue)
            + SecurityFault.Name.allCases.map(\.rawValue)
        let names = Set(faults.map(\.kind.name))
        #expect((world + others).filter { !names.contains($0) } == [])
        #expect(faults.contains { if case .every = $0.trigger { true } else { false } })
        #expect(faults.contains { if case .after = $0.trigger { true } else { false } })
        #expect(faults.contains { $0.crew != nil })
        let people = drawn.map(\.plan.people)
        let settings: [(People) -> Bool] = [
            \.respond, \.isPrepared, \.conduct.slips, \.conduct.isRehearsed, \.conduct.awaitsProvider,
            \.conduct.watchesProtection, { $0.conduct.misdeclaration != nil },
        ]
        for setting in settings { #expect(people.contains(where: setting) && !people.allSatisfy(setting)) }
    }

    private struct Outcome: Sendable {
        let number: UInt32
        let isSame: Bool
        let facts: Int
        let problems: [String]
    }
}
