import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// A command of the plan that the simulator cannot carry out says nothing about the plan.
@Suite struct GapTests {
    /// The loss of the region, answered by a procedure whose first command is another than the plan's.
    private func staged(_ line: String) throws -> Staged {
        var staged = try Staged()
        (staged.horizon, staged.incidentClass) = (.hours(3), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let runbook = try #require(staged.plan.runbooks.firstIndex { $0.id == "region-failover" })
        let command = Command(argv: line.split(separator: " ").map(String.init))
        staged.plan.runbooks[runbook].steps[0].action = .run(command)
        return staged
    }

    @Test func `leaves open what would have come of it`() throws {
        let staged = try staged("kubectl wait --for=condition=Ready node --all --context dr-cluster")
        let result = staged.run()
        let services = result.score.services.filter(\.isExercised)
        #expect(services.contains { $0.verdict == .inconclusive })
        #expect(!services.contains { $0.verdict == .unrecovered })
        #expect(result.score.counts[.commandsNotSimulated] == 1)
        let fact = try #require(result.trace.all(.commandNotSimulated).first)
        #expect(fact.string(.command) == "kubectl wait" && fact.cause != nil)
        #expect(TrialProblems.all(in: result) == [])
    }

    @Test func `is told from one that the real program refuses too`() throws {
        let score = try staged("kubectl await nodes --context dr-cluster").run().score
        #expect(score.services.contains { $0.verdict == .unrecovered })
        #expect(score.counts[.commandsNotSimulated] == 0)
    }

    /// A corruption, and a backup that is restored by another command than the plan's.
    private func restored(by line: String) throws -> TrialScore {
        var staged = try Staged("l3-named")
        (staged.horizon, staged.incidentClass) = (.hours(24), "corruption_detected")
        let damage = DataDamage(.corruption, share: .percent(33))
        staged.strike(.database(.damage(damage, context: "prod-cluster")), at: .minutes(10))
        for runbook in staged.plan.runbooks.indices
        where staged.plan.runbooks[runbook].id == "restore_clean_backup" {
            let steps = staged.plan.runbooks[runbook].steps
            let step = try #require(steps.firstIndex { $0.id == "restore_dump" })
            let command = Command(argv: line.split(separator: " ").map(String.init))
            staged.plan.runbooks[runbook].steps[step].action = .run(command)
        }
        return staged.run().score
    }

    @Test func `leaves open what would have been restored, and puts no price on it`() throws {
        let score = try restored(by: "kubectl cp dump.sql production/orders:/tmp/dump.sql")
        let database = try #require(score.store("database"))
        #expect(database.verdict == .inconclusive && database.rpa == nil && !database.isLost)
        #expect(score.dataLoss == .unknown && score.money.dataLossVerdict == .inconclusive)
        #expect(score.metrics.first { $0.metric.kind == .rpo }?.verdict == .inconclusive)
        let refused = try restored(by: "kubectl copy dump.sql")
        #expect(refused.store("database")?.isLost == true && refused.dataLoss == .lost)
    }

    @Test func `is said beforehand, with its place in the plan's files`() throws {
        var twice = try staged("helm upgrade erp")
        let runbook = try #require(twice.plan.runbooks.first { $0.id == "region-failover" })
        twice.plan.runbooks.append(runbook)
        let problems = twice.rehearsal.openingProblems
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.contains(/\.yaml:\d+:\d+: the simulated shell does not know `helm`/))
    }

    /// The loss of a region whose secrets are saved by another command than the plan's.
    private func backedUp(by line: String) throws -> TrialResult {
        var staged = try Staged("l4-remediated")
        staged.horizon = .hours(8)
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(6))
        for index in staged.plan.backups.components.indices {
            guard case .secrets(var secrets) = staged.plan.backups.components[index].task else { continue }
            secrets.argv = line.split(separator: " ").map(String.init)
            staged.plan.backups.components[index].task = .secrets(secrets)
        }
        return staged.run()
    }

    @Test func `leaves open what a night's backup would have been`() throws {
        let result = try backedUp(by: "kubectl wait --for=condition=Ready node --all")
        let nights = result.trace.backups.filter { $0.kind == .backup }
        #expect(nights.count == 30 && nights.allSatisfy { $0.result == .inconclusive })
        let parts = try #require(nights.last).parts.filter { $0.problem != nil }
        #expect(parts.map(\.name) == ["secrets"])
        #expect(parts.first?.problem?.contains("kubectl wait is not simulated") == true)
        let score = result.score
        #expect(score.counts[.backupsFailed] == 0 && score.counts[.commandsNotSimulated] == 1)
        #expect(score.metrics.first { $0.metric.kind == .backup }?.verdict == .inconclusive)
        let secrets = try #require(score.stores.first { $0.id == "secrets" })
        #expect(secrets.verdict == .inconclusive && secrets.rpa == nil && !secrets.isLost)
        #expect(score.stores.filter { $0.verdict == .inconclusive }.map(\.id) == ["secrets"])
    }

    @Test func `is said beforehand of each kind of objects that a backup lists`() throws {
        var staged = try Staged("l4-remediated")
        for index in staged.plan.backups.components.indices {
            guard case .configuration(var export) = staged.plan.backups.components[index].task else {
                continue
            }
            export.kinds += ["replicasets", "widgets"]
            staged.plan.backups.components[index].task = .configuration(export)
        }
        let problems = staged.rehearsal.openingProblems.filter { $0.contains("does not know") }
        #expect(problems.count == 1 && problems[0].contains("`the resource type replicasets`"))
    }

    @Test func `is in no night's backup of the plan`() throws {
        for overlay in ["as-written", "l4-remediated"] {
            var staged = try overlay == "as-written" ? Staged() : Staged(overlay)
            staged.horizon = .hours(3)
            staged.strike(.site(.regionOutage("us-west-2")), at: .hours(1))
            let records = staged.run().trace.backups
            #expect(!records.isEmpty && !records.contains { $0.result == .inconclusive }, "\(overlay)")
            let problems = records.flatMap(\.parts).compactMap(\.problem)
            #expect(!problems.contains { $0.contains("not simulated") }, "\(overlay)")
        }
    }

    @Test func `fails a night's backup where the real program refuses, too`() throws {
        let result = try backedUp(by: "kubectl await nodes")
        #expect(result.trace.backups.filter { $0.kind == .backup }.allSatisfy { $0.result == .failed })
        #expect(result.score.counts[.commandsNotSimulated] == 0)
        #expect(result.score.metrics.first { $0.metric.kind == .backup }?.verdict == .missed)
        #expect(result.score.stores.first { $0.id == "secrets" }?.isLost == true)
    }

    @Test func `is in none of the plan's levels`() throws {
        for overlay in ["l0-literal", "l1-probed", "l2-stubbed", "l3-named", "l4-remediated"] {
            let problems = try Staged(overlay).rehearsal.openingProblems
            let gaps = problems.filter { $0.contains("does not know") || $0.contains("does not simulate") }
            #expect(gaps == [], "\(overlay)")
        }
    }

    @Test func `is said of each field of a database's manifest that does nothing here`() throws {
        var staged = try Staged("l4-remediated")
        let index = try #require(
            staged.plan.manifests.firstIndex { $0.object["kind"]?.string == "Cluster" })
        staged.plan.manifests[index].object["spec"]?["minSyncReplicas"] = 1
        staged.plan.manifests[index].object["spec"]?["maxSyncReplicas"] = 0
        staged.plan.manifests[index].object["spec"]?["postgresql"] = [
            "synchronous": ["method": "any", "number": 1]
        ]
        let problems = staged.rehearsal.openingProblems.filter { $0.contains("does not simulate") }
        #expect(problems.count == 2)
        #expect(problems.allSatisfy { $0.contains(/\.yaml:\d+:\d+: drsim does not simulate `spec\./) })
        #expect(problems.contains { $0.contains("`spec.postgresql.synchronous`") })
        #expect(problems.contains { $0.contains("`spec.minSyncReplicas`") })
    }
}
