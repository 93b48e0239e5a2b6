import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimUnits
import Testing

struct DeploymentTests {
    @Test func `pods of the start run from the first instant and ask for nothing`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment())
        #expect(rig.serving() == 4)
        #expect(rig.facts.isEmpty)
        rig.run(seconds: 86_400)
        #expect(rig.eventCount == 0)
        #expect(try rig.object("deployments", "backend")[path: "status", "availableReplicas"] == 4)
    }

    @Test func `scales up with new pods and down at once`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment())
        try rig.scale("deployments", "backend", to: 6)
        #expect(rig.cluster.desiredReplicas(deployment: "backend", namespace: "production") == 6)
        #expect(rig.serving() == 4)
        // Two nodes have not run the image yet.
        rig.run(seconds: 84)
        #expect(rig.serving() == 4)
        rig.run(seconds: 85)
        #expect(rig.serving() == 6)
        try rig.scale("deployments", "backend", to: 0)
        #expect(rig.serving() == 0)
        #expect(rig.pods().isEmpty)
    }

    @Test(arguments: [(1, 0), (2, 0), (4, 1), (5, 1), (8, 2)])
    func `replaces pods in waves and never has too few`(replicas: Int, unavailable: Int) throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: Int64(replicas)))
        let before = Set(rig.pods().map(\.name))
        try rig.restart("deployments", "backend")
        #expect(rig.cluster.isRollingOut(deployment: "backend", namespace: "production"))
        let surge = (replicas + 3) / 4
        var (fewest, most) = (replicas, replicas)
        for second in 0..<600 {
            rig.run(seconds: Int64(second))
            fewest = min(fewest, rig.serving())
            most = max(most, rig.pods().count)
        }
        #expect(fewest == replicas - unavailable)
        #expect(most == replicas + surge)
        #expect(rig.serving() == replicas)
        #expect(before.isDisjoint(with: rig.pods().map(\.name)))
        let deployment = ObjectReference(kind: "Deployment", namespace: "production", name: "backend")
        #expect(rig.facts.contains { $0.fact == .rolloutStarted(deployment) })
        #expect(rig.facts.last?.fact == .rolloutFinished(deployment))
    }

    /// D3: two to three waves, half of all restarts within 150 s, 95 % within 420 s. The model starts
    /// pods one by one by D2 and must come out near it.
    @Test func `a restart of five pods takes as long as observed`() throws {
        var timings = Rig.timings
        timings.podStart = Quantity("pod_start", .lognormal(p50: 60, p95: 180))
        timings.podStartCold = Quantity("pod_start_cold", .lognormal(p50: 25, p95: 70))
        var lengths: [Double] = []
        for seed in 1...400 {
            var rig = Rig(timings: timings, seed: UInt64(seed))
            try rig.install(Manifests.deployment(replicas: 5))
            try rig.restart("deployments", "backend")
            rig.run(seconds: 7_200)
            lengths += rig.seconds { if case .rolloutFinished = $0 { true } else { false } }
        }
        lengths.sort()
        #expect(lengths.count == 400)
        #expect((120...180).contains(lengths[200]), "median \(lengths[200])")
        #expect((250...500).contains(lengths[380]), "95th percentile \(lengths[380])")
    }

    @Test func `a rollout that is stuck keeps old pods that are down for a while`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 5))
        let old = Set(rig.pods().map(\.name))
        let defect = Affliction(
            namespace: "production", deployment: "backend", image: "bad:2", defect: .exitsAtOnce, share: .all,
            backOff: Quantity("crash_back_off", .constant(10)))
        rig.tell { $0.afflict(defect, at: $1, draws: $2, effects: &$3) }
        rig.tell {
            $0.setImage(
                ofDeployment: "backend", namespace: "production", to: "bad:2", at: $1, draws: $2,
                effects: &$3)
        }
        rig.run(seconds: 300)
        #expect(rig.serving() == 4 && rig.pods().count == 7)
        let nodes = rig.pods().filter { old.contains($0.name) }.compactMap { rig.cluster.node(of: $0)?.name }
        for node in nodes.prefix(2) { rig.stop(node) }
        rig.run(seconds: 360)
        #expect(rig.serving() == 2)
        for node in nodes.prefix(2) { rig.bringBack(node) }
        rig.run(seconds: 600)
        #expect(rig.serving() == 4 && rig.pods().count == 7)
    }

    @Test func `recreates all pods at once where asked to`() throws {
        var rig = Rig()
        try rig.install(
            Manifests.deployment().merging(patch: ["spec": ["strategy": ["type": "Recreate"]]]))
        try rig.restart("deployments", "backend")
        #expect(rig.serving() == 0)
        #expect(rig.pods().count == 4)
        rig.run(seconds: 100)
        #expect(rig.serving() == 4)
    }

    @Test func `a second restart during a rollout begins it anew`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment())
        try rig.restart("deployments", "backend")
        rig.run(seconds: 30)
        try rig.restart("deployments", "backend")
        rig.run(seconds: 1_000)
        #expect(rig.serving() == 4)
        #expect(rig.seconds { if case .rolloutFinished = $0 { true } else { false } }.count == 1)
    }

    @Test func `a change of replicas alone is no rollout`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment())
        try rig.patch("deployments", "backend", #"{"spec":{"replicas":5}}"#)
        #expect(!rig.cluster.isRollingOut(deployment: "backend", namespace: "production"))
    }

    @Test func `a deleted pod is replaced`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment())
        let victim = rig.pods()[0].name
        try rig.delete("pods", victim)
        #expect(rig.serving() == 3)
        rig.run(seconds: 100)
        #expect(rig.serving() == 4)
        #expect(!rig.pods().contains { $0.name == victim })
    }

    @Test func `running pods keep the configuration they were started with`() throws {
        var rig = Rig()
        try rig.install(Manifests.configMap("settings", ["DATABASE_HOST": "orders-db-rw"]))
        try rig.install(Manifests.configured())
        func uses(_ key: String) -> [ConfigurationUse] {
            rig.cluster.configuration(ofDeployment: "backend", namespace: "production", key: key)
        }
        #expect(uses("MODE").map(\.value) == ["live"])
        #expect(uses("ABSENT").map(\.value) == [nil])
        try rig.patch("configmaps", "settings", #"{"data":{"DATABASE_HOST":"orders-copy-rw"}}"#)
        rig.run(seconds: 600)
        #expect(uses("DATABASE_HOST").map(\.value) == ["orders-db-rw"])
        try rig.restart("deployments", "backend")
        rig.run(seconds: 700)
        #expect(uses("DATABASE_HOST").map(\.value) == ["orders-db-rw", "orders-copy-rw"])
        rig.run(seconds: 1_200)
        #expect(uses("DATABASE_HOST").map(\.value) == ["orders-copy-rw"])
        #expect(uses("DATABASE_HOST").map(\.pods) == [4])
    }

    @Test func `pods wait for a config map that is missing`() throws {
        var rig = Rig()
        try rig.install(Manifests.configured())
        #expect(rig.serving() == 0)
        let shown = try rig.object("pods", rig.pods()[0].name)
        let state = shown["status"]?["containerStatuses"]?.array?.first?["state"]
        #expect(state?[path: "waiting", "reason"] == "CreateContainerConfigError")
        try rig.apply(Manifests.configMap("settings", ["A": "1"]))
        rig.run(seconds: 100)
        #expect(rig.serving() == 4)
    }

    @Test func `draws of one deployment do not depend on another`() throws {
        var timings = Rig.timings
        timings.podStart = Quantity("pod_start", .lognormal(p50: 60, p95: 180))
        func readiness(besides other: Bool) throws -> [Double] {
            var rig = Rig(timings: timings)
            if other { try rig.install(Manifests.deployment("other", replicas: 2)) }
            try rig.install(Manifests.deployment())
            if other { try rig.scale("deployments", "other", to: 5) }
            try rig.scale("deployments", "backend", to: 6)
            rig.run(seconds: 2_000)
            return rig.facts.compactMap { entry in
                guard case .podReady(let pod, _, _) = entry.fact, pod.owner.name == "backend" else {
                    return nil
                }
                return (entry.at - .start).inSeconds
            }
        }
        // A cold node adds a constant: the draws themselves are what must not move.
        let (alone, besides) = (try readiness(besides: false), try readiness(besides: true))
        #expect(alone.count == 2)
        #expect(zip(alone, besides).allSatisfy { $0 == $1 || abs($0 - $1) == 25 })
    }

    @Test func `a copy runs on as the original does`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 6))
        rig.stop("node-1")
        rig.run(seconds: 100)
        var copy = rig
        copy.run(seconds: 1_000)
        rig.run(seconds: 1_000)
        #expect(copy.facts.map(\.fact) == rig.facts.map(\.fact))
        #expect(copy.facts.map(\.at) == rig.facts.map(\.at))
    }

    @Test func `asks for no more pods than the model holds, and none of them without room starts`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 1))
        try rig.scale("deployments", "backend", to: 2_147_483_647)
        #expect(rig.pods().count == 5_000)
        rig.run(seconds: 3_600)
        #expect(rig.serving() < 100)
    }

    @Test(arguments: ["9223372036854775807", "1e400", "9e99Ti", "nan", "-4"])
    func `a request beyond all bounds is no reason to fall over`(cpu: String) throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 1, cpu: .string(cpu)))
        #expect(rig.pods().count == 1)
    }
}
