import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// A table is dropped, somebody types what recovers it, and users are led to the recovered database.
@Suite struct RecoveredDatabaseTests {
    private let api: ServiceID = "core_erp_api"

    /// A table of which 60 % of answers need something is dropped at 30 min.
    private func staged(backedUp: Bool = true) throws -> Staged {
        var staged = try Staged()
        staged.isControl = true
        staged.horizon = .hours(8)
        staged.incidentClass = "accidental_deletion"
        staged.strike(
            .database(.damage(.init(.deletion, share: .percent(60)), context: "prod-cluster")),
            at: .minutes(30))
        staged.plan.manifests.removeAll { $0.object["kind"]?.string == "ScheduledBackup" }
        if backedUp {
            staged.plan.manifests.append(
                Manifest(
                    origin: .installed(context: "prod-cluster"),
                    object: try JSONValue(parsing: Self.schedule),
                    position: SourcePosition(file: "staged.yaml", line: 1, column: 1)))
        }
        return staged
    }

    private static let schedule = #"""
        {"apiVersion":"postgresql.cnpg.io/v1","kind":"ScheduledBackup",
        "metadata":{"name":"nightly","namespace":"production"},
        "spec":{"schedule":"0 0 3 * * *","cluster":{"name":"postgres-primary"}}}
        """#

    /// The trial begins on 2026-10-13 at 17:00 UTC.
    private static let recovery = #"""
        {"apiVersion":"postgresql.cnpg.io/v1","kind":"Cluster",
        "metadata":{"name":"postgres-recovery","namespace":"recovery"},
        "spec":{"instances":1,"storage":{"size":"500Gi"},
        "bootstrap":{"recovery":{"source":"postgres-primary",
        "recoveryTarget":{"targetTime":"2026-10-13 17:30:00","exclusive":true}}},
        "externalClusters":[{"name":"postgres-primary",
        "barmanObjectStore":{"destinationPath":"s3://itdo-erp-db-backup"}}]}}
        """#

    private func type(_ line: String, into world: inout World, input: String? = nil) {
        let answer = world.execute(line.split(separator: " ").map(String.init), input: input)
        #expect(answer.status == 0, "\(line): \(answer.errors)")
    }

    private func score(_ world: World, _ staged: Staged) -> TrialScore {
        Scorer.score(trace: world.trace, plan: staged.plan, scenario: staged.scenario)
    }

    @Test func `loses nothing written before the damage, and counts what was written after it`() throws {
        let staged = try staged()
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(60))
        type("kubectl create namespace recovery", into: &world)
        type("kubectl apply -f -", into: &world, input: Self.recovery)
        #expect(
            world.execute(["kubectl", "get", "pods", "-n", "recovery"], input: nil).output
                .contains("postgres-recovery-1-full-recovery-"))
        world.run(through: .start + .hours(5))
        let restored = try #require(world.trace.first(.databaseRestored, of: "postgres-recovery"))
        #expect(restored > .minutes(65))
        #expect(world.trace.first(.databaseWritable, of: "postgres-recovery") == restored)
        #expect(world.trace.served(api, at: .hours(5)) == .percent(40))
        let host = "postgres-recovery-rw.recovery.svc.cluster.local"
        type(
            "kubectl patch configmap backend-config -n production --type=merge -p "
                + #"{"data":{"DATABASE_HOST":""# + host + #""}}"#, into: &world)
        let question = ["kubectl", "get", "deployments", "-n", "production", "-o", "name"]
        for name in world.execute(question, input: nil).output.split(separator: "\n") {
            type("kubectl rollout restart \(name) -n production", into: &world)
        }
        world.run()
        #expect(world.trace.served(api, at: .hours(7)) == .all)
        let store = try #require(score(world, staged).store("database"))
        #expect(store.rpa == .zero)
        #expect(store.verdict == .met)
        #expect(store.discarded.bytes > ByteCount(1))
        // While pods change over one by one, both databases are written (F61).
        #expect(store.splitBrain.bytes > .zero)
        #expect(store.splitBrain.bytes < ByteCount(1_000_000_000))
    }

    @Test func `has nothing to begin with where no base backup was ever made`() throws {
        let staged = try staged(backedUp: false)
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(60))
        type("kubectl create namespace recovery", into: &world)
        type("kubectl apply -f -", into: &world, input: Self.recovery)
        world.run()
        let failed = try #require(world.trace.all(.databaseBootstrapFailed).first)
        #expect(failed.string(.output) == "no target backup found")
        #expect(world.trace.all(.databaseRestored) == [])
        #expect(try #require(score(world, staged).store("database")).verdict == .lost)
    }

    @Test func `makes base backups when they are due, no facts, and says so in their objects`() throws {
        var staged = try staged()
        staged.faults = []
        staged.horizon = .hours(12)
        var world = staged.rehearsal.world(seed: 1)
        world.run()
        #expect(world.trace.facts == [])
        let answer = world.execute(
            ["kubectl", "get", "backups", "-n", "production", "-o", "yaml"], input: nil)
        #expect(answer.output.contains("nightly-20261014030000"))
        let completed = answer.output.split(separator: "\n").filter { $0.contains("phase: completed") }
        // Those of the thirty days before, and the one of this night.
        #expect(completed.count == 31)
    }

    @Test func `is recovered to the same instant whatever the zone it is written in`() throws {
        var reached: [Span?] = []
        for time in ["2026-10-13 17:30:00", "2026-10-14T02:30:00+09:00"] {
            var world = try staged().rehearsal.world(seed: 1)
            world.run(through: .start + .minutes(60))
            type("kubectl create namespace recovery", into: &world)
            let manifest = Self.recovery.replacing("2026-10-13 17:30:00", with: time)
            type("kubectl apply -f -", into: &world, input: manifest)
            world.run(through: .start + .hours(5))
            reached.append(world.trace.first(.databaseRestored, of: "postgres-recovery"))
        }
        #expect(reached[0] != nil && reached[0] == reached[1])
    }
}
