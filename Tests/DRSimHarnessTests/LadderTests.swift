import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// The rungs of the fidelity ladder: what each of them lets the plan do, and why it goes no further.
@Suite struct LadderTests {
    /// The levels, from the document to the letter to the plan as it should be, and the timeline's phases.
    static let levels = [
        "l0-literal", "l1-probed", "l2-stubbed", "l3-named", "l4-remediated", "phase-0", "phase-1",
        "phase-2", "phase-3",
    ]

    @Test(arguments: levels) func `runs every scenario at every level`(level: String) async throws {
        let plan = try RepositoryFiles.plan(level)
        let scenarios = try RepositoryFiles.scenarioPaths.map { try RepositoryFiles.scenario($0).scenario }
        let problems = await eachNumber(below: UInt32(scenarios.count)) { number in
            let scenario = scenarios[Int(number)]
            let result = Rehearsal(plan: plan, scenario: scenario).run(seed: scenario.seed)
            return TrialProblems.all(in: result).map { "\(scenario.id): \($0)" }
        }
        #expect(problems.flatMap { $0 } == [])
    }

    @Test(arguments: ["l0-literal", "l1-probed", "l2-stubbed", "phase-0"])
    func `costs nothing where nothing happens`(level: String) throws {
        let result = try Staged(level).run()
        #expect(result.score.money.total == .zero)
        // Where the recovery database is no replica, production stands unprotected from the start; backups
        // are made whatever happens.
        let ever = Expectation.Count.ofAftermath + Expectation.Count.ofBackups
        let counts = result.score.counts.all.filter { !ever.contains($0.count) }
        #expect(counts.allSatisfy { $0.number == 0 })
        #expect(result.trace.facts.allSatisfy { $0.phase == "installation" || $0.phase == "command" })
    }

    @Test func `detects nothing where the checks are constants`() throws {
        var staged = try Staged("l0-literal")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let facts = staged.run().trace.facts
        #expect(!facts.contains { $0.kind == .disasterDetected })
        #expect(facts.contains { $0.kind == .complaintsArrived })
    }

    @Test func `at l1 tries again every 60 s and executes nothing`() throws {
        var staged = try Staged("l1-probed")
        staged.plan.people.respond = false
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(2))
        let result = staged.run()
        let errors = result.trace.facts.filter { $0.kind == .controllerError }.map(\.at)
        #expect(errors.count > 100)
        for (earlier, later) in zip(errors, errors.dropFirst()) {
            #expect((Span.seconds(60)...Span.seconds(61)).contains(later - earlier))
        }
        #expect(result.score.counts[.commands] == 0)
        #expect(result.score.counts[.failovers] == 0)
        #expect(result.score.counts[.alerts] == 0)
        let kinds = result.trace.facts.filter { $0.actor == .plan }.map(\.kind).prefix(3)
        #expect(kinds == [.disasterDetected, .alertLost, .controllerError])
        #expect(result.trace.facts.contains { $0.text.contains("send_slack_alert is not defined") })
    }

    @Test func `at l2 the servers refuse the document's manifests and drop what they do not know`() throws {
        let facts = try Staged("l2-stubbed").run().trace.facts
        let refusals = facts.filter { $0.kind == .objectRefused }.map(\.text).joined(separator: "\n")
        #expect(refusals.contains("External cluster postgres-primary not found"))
        #expect(refusals.contains("Can't set fixed configuration parameter"))
        #expect(refusals.contains("unknown field \"spec.backup.barmanObjectStore.wal.retention\""))
        #expect(refusals.contains("Size not configured"))
        #expect(refusals.contains("server-snippet annotation cannot be used"))
        let dropped = facts.filter { $0.kind == .fieldPruned }.map(\.text).joined(separator: "\n")
        #expect(dropped.contains("spec.monitoring.enabled"))
        #expect(facts.allSatisfy { $0.cause != nil || $0.opensTrial })
    }

    @Test func `at l2 the real programs refuse the document's first commands`() throws {
        var staged = try Staged("l2-stubbed")
        staged.plan.people.respond = false
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(1))
        let failures = staged.run().trace.all(.stepFailed).map(\.text)
        #expect(failures.contains { $0.contains("Connect timeout on endpoint URL") })
        var alarmed = try Staged("l2-stubbed")
        alarmed.plan.people.respond = false
        alarmed.strike(
            .monitoring(.falseAlarm([.primaryDatabase])), at: .minutes(10), for: .minutes(5))
        let refusals = alarmed.run().trace.all(.stepFailed).map(\.text)
        #expect(refusals.contains { $0.contains("the server doesn't have a resource type") })
    }

    @Test func `before the plan exists nobody is alerted and nothing outlives the region`() throws {
        var staged = try Staged("phase-0")
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let result = staged.run()
        #expect(result.score.counts[.alerts] == 0)
        #expect(!result.trace.facts.contains { $0.kind == .procedureStarted })
        #expect(result.score.store("database")?.verdict == .lost)
    }
}
