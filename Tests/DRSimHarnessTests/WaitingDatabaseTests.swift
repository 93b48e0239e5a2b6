import DRSimDocument
import DRSimHarness
import DRSimKernel
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Instances whose pods wait for a node hold nothing and receive nothing, from the trial's opening on.
@Suite struct WaitingDatabaseTests {
    private static let question = [
        "kubectl", "--context", "dr-cluster", "get", "clusters.postgresql.cnpg.io", "postgres-dr-replica",
        "-n",
        "disaster-recovery", "-o", "jsonpath={.status.instances} {.status.readyInstances} {.status.phase}",
    ]

    private static func resize(to nodes: Int) -> [String] {
        [
            "aws", "eks", "update-nodegroup-config", "--region", "us-east-1", "--cluster-name", "itdo-erp-dr",
            "--nodegroup-name", "production-nodes", "--scaling-config",
            "minSize=\(nodes),maxSize=10,desiredSize=\(nodes)",
        ]
    }

    /// The mended plan with so many nodes in the recovery region at the start.
    private func staged(nodes: Int, region: Int = 1) throws -> Staged {
        var staged = try Staged("l4-remediated")
        staged.plan.topology.regions[region].cluster.nodeGroups[0].min = nodes
        staged.plan.topology.regions[region].cluster.nodeGroups[0].desired = nodes
        staged.horizon = .hours(12)
        return staged
    }

    private func answer(_ words: [String], in world: inout World) -> String {
        world.execute(words, input: nil).output
    }

    @Test func `without a node a database is not made, not ready, no protection and not promoted`() throws {
        var staged = try staged(nodes: 0)
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(1))
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(5))
        #expect(answer(Self.question, in: &world).hasSuffix("0 Setting up primary"))
        let pods = answer(
            ["kubectl", "--context", "dr-cluster", "get", "pods", "-n", "disaster-recovery"], in: &world)
        #expect(pods.contains("postgres-dr-replica-1-pgbasebackup-"))
        #expect(!pods.contains("postgres-dr-replica-2"))
        // It has no primary, and the column shows nothing.
        let table = answer(Array(Self.question.dropLast(2)), in: &world)
        #expect(table.hasSuffix("Setting up primary   \n"), "\(table)")
        world.run()
        #expect(world.trace.all(.databasePromoted) == [])
        let result = staged.run()
        #expect(result.score.counts[.unprotectedSeconds] == staged.horizon.milliseconds / 1_000)
        #expect(result.score.counts[.failovers] == 0)
    }

    @Test func `a node that comes in time lets it be made, and then it follows`() throws {
        let staged = try staged(nodes: 0)
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(5))
        _ = world.execute(Self.resize(to: 3), input: nil)
        world.run(through: .start + .hours(8))
        #expect(answer(Self.question, in: &world) == "2 2 Cluster in healthy state")
        let restored = try #require(world.trace.all(.databaseRestored, of: "postgres-dr-replica").first)
        #expect(restored.at > .start + .minutes(10))
    }

    @Test func `those of several without a node hold nothing, until there is one and they are cloned`() throws
    {
        var staged = try staged(nodes: 3)
        let index = try #require(
            staged.plan.manifests.firstIndex { $0.object["kind"] == "Cluster" && $0.isOfRecovery })
        var spec = staged.plan.manifests[index].object["spec"]
        spec?["instances"] = 6
        staged.plan.manifests[index].object["spec"] = spec
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(5))
        let pods = ["kubectl", "--context", "dr-cluster", "get", "pods", "-n", "disaster-recovery"]
        let running = answer(pods, in: &world).split(separator: "\n")
            .count { $0.hasPrefix("postgres-dr-replica-") && $0.contains(" Running ") }
        #expect((1..<6).contains(running))
        let waiting = "Waiting for the instances to become active"
        #expect(answer(Self.question, in: &world) == "6 \(running) \(waiting)")
        _ = world.execute(Self.resize(to: 9), input: nil)
        world.run(through: .start + .hours(8))
        #expect(answer(Self.question, in: &world) == "6 6 Cluster in healthy state")
    }

    @Test func `production without a node has no data, is told of, and comes to nothing worse`() throws {
        var staged = try staged(nodes: 0, region: 0)
        staged.strike(.site(.regionOutage("us-east-1")), at: .hours(1))
        #expect(!staged.rehearsal.openingProblems.isEmpty)
        let result = staged.run()
        #expect(result.trace.all(.databasePromoted) == [])
        #expect(result.score.services.allSatisfy { $0.verdict != .met })
    }
}

extension Manifest {
    /// Whether it stands in the recovery region's cluster.
    fileprivate var isOfRecovery: Bool { origin == .installed(context: "dr-cluster") }
}
