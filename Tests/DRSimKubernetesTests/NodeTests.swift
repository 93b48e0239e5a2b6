import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimUnits
import OrderedCollections
import Testing

struct NodeTests {
    @Test func `pods stop with their node at once, the API says so only after the grace period`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 6))
        rig.stop("node-1")
        #expect(rig.serving() == 5)
        #expect(rig.cluster.node(named: "node-1")?.isReady == true)
        #expect(rig.pods().count(where: \.isReady) == 6)
        rig.run(seconds: 44)
        #expect(try rig.object("deployments", "backend")[path: "status", "readyReplicas"] == 6)
        rig.run(seconds: 45)
        #expect(try rig.object("deployments", "backend")[path: "status", "readyReplicas"] == 5)
        #expect(
            rig.facts.last?.fact == .nodeNotReady(node: "node-1", waitedOn: .nodeMonitorGrace))
    }

    @Test func `notices a silent node after a time drawn between 40 and 55 seconds`() throws {
        var timings = Rig.timings
        timings.nodeMonitorGrace = Quantity("node_monitor_grace", .uniform(low: 40, high: 55))
        var drawn: [Double] = []
        for seed in 1...200 {
            var rig = Rig(timings: timings, seed: UInt64(seed))
            rig.stop("node-1")
            rig.run(seconds: 60)
            drawn += rig.seconds { if case .nodeNotReady = $0 { true } else { false } }
        }
        #expect(drawn.count == 200)
        #expect(drawn.allSatisfy { (40...55).contains($0) })
        let mean = drawn.reduce(0, +) / 200
        // Four standard errors of the mean of 200 uniform draws over 15 s.
        #expect(abs(mean - 47.5) < 4 * 15 / 12.0.squareRoot() / 200.0.squareRoot())
    }

    @Test func `evicts the pods of a silent node and has them replaced elsewhere`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 6))
        rig.stop("node-1")
        rig.run(seconds: 344)
        #expect(rig.pods().count == 6)
        rig.run(seconds: 345)
        let dead = rig.pods().filter(\.isTerminating)
        #expect(rig.pods().count == 7)
        #expect(dead.count == 1)
        let shown = try rig.object("pods", dead[0].name)
        #expect(shown[path: "metadata", "deletionTimestamp"] == "2026-03-10T00:05:45Z")
        #expect(shown["status"]?["containerStatuses"]?.array?.first?["ready"] == true)
        rig.run(seconds: 405)
        #expect(rig.serving() == 6)
        #expect(rig.pods().allSatisfy { $0.isTerminating || rig.cluster.node(of: $0)?.name != "node-1" })
        #expect(rig.seconds { if case .podReady = $0 { true } else { false } } == [405])
    }

    @Test func `a node that returns in time starts its pods anew`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 6))
        rig.stop("node-1")
        rig.run(seconds: 30)
        rig.bringBack("node-1")
        #expect(rig.pods().count(where: \.isReady) == 5)
        rig.run(seconds: 90)
        #expect(rig.serving() == 6)
        #expect(rig.seconds { if case .podReady(_, _, .podStart) = $0 { true } else { false } } == [90])
        rig.run(seconds: 1_000)
        #expect(rig.seconds { if case .nodeNotReady = $0 { true } else { false } } == [])
    }

    @Test func `a node that returns pulls what its pods need and it never had`() throws {
        var rig = Rig(nodesPerZone: 1)
        try rig.install(Manifests.deployment(replicas: 1))
        rig.stop("node-2")
        // The scheduler does not know yet.
        try rig.scale("deployments", "backend", to: 2)
        #expect(rig.cluster.node(of: try #require(rig.pods().last))?.name == "node-2")
        rig.run(seconds: 10)
        rig.bringBack("node-2")
        rig.run(seconds: 94)
        #expect(rig.serving() == 1)
        rig.run(seconds: 95)
        #expect(rig.serving() == 2)
    }

    private static let owner = PodOwner(kind: "Cluster", name: "orders-db")

    /// A node in each zone, and in zone `b` a pod that an operator made.
    private static func withPodOfOperator() -> Rig {
        var rig = Rig(nodesPerZone: 1)
        let template = PodTemplate(labels: [:], milliCPU: 1_000, memory: .zero, zone: "b")
        rig.tell { cluster, now, draws, effects in
            cluster.createPod(
                template, named: "orders-db-1", namespace: "production", owner: owner, isWarm: true, at: now,
                draws: draws, effects: &effects)
        }
        return rig
    }

    @Test(arguments: [false, true])
    func `a pod of a lost node that is deleted stays until the node confirms, unless by force`(
        byForce: Bool
    ) throws {
        var rig = Self.withPodOfOperator()
        rig.stop("node-2")
        rig.run(seconds: 120)
        let type = try Rig.type("pods")
        try rig.call { cluster, now, draws, effects throws(APIError) in
            try cluster.delete(
                type, namespace: "production", name: "orders-db-1", byForce: byForce, at: now, draws: draws,
                effects: &effects)
        }
        #expect(rig.cluster.pods(of: Self.owner, namespace: "production").map(\.isTerminating) == [!byForce])
        rig.bringBack("node-2")
        rig.run(seconds: 300)
        #expect(rig.cluster.pods(of: Self.owner, namespace: "production").map(\.isServing) == [true])
    }

    @Test func `a node that returns after the eviction gives up its dead pods`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 6))
        rig.stop("node-1")
        rig.run(seconds: 500)
        rig.bringBack("node-1")
        #expect(rig.pods().count == 6)
        #expect(rig.cluster.node(named: "node-1")?.isReady == true)
        rig.run(seconds: 1_000)
        #expect(rig.serving() == 6)
    }

    @Test func `a removed node has its pods replaced at once`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 6))
        rig.stop("node-1")
        rig.run(seconds: 10)
        rig.remove("node-1")
        #expect(rig.cluster.node(named: "node-1") == nil)
        rig.run(seconds: 70)
        #expect(rig.serving() == 6)
        #expect(rig.pods().count == 6)
    }

    @Test func `a pod of an operator keeps its name and zone and waits until its node is gone`() throws {
        var rig = Self.withPodOfOperator()
        let node = try #require(rig.cluster.pod(named: "orders-db-1", namespace: "production"))
        #expect(rig.cluster.node(of: node)?.name == "node-2")
        rig.stop("node-2")
        rig.run(seconds: 600)
        #expect(rig.cluster.pods(of: Self.owner, namespace: "production").map(\.isTerminating) == [true])
        rig.remove("node-2")
        let waiting = try #require(rig.cluster.pod(named: "orders-db-1", namespace: "production"))
        #expect(
            waiting.state
                == .pending(
                    reason: "0/2 nodes are available: 2 node(s) had volume node affinity conflict."))
        rig.run(seconds: 700)
        rig.join("node-9", zone: "b")
        rig.run(seconds: 785)
        let back = try #require(rig.cluster.pod(named: "orders-db-1", namespace: "production"))
        #expect(back.isServing)
        #expect(rig.facts.last?.fact == .podReady(back.reference, node: "node-9", waitedOn: .podStartCold))
    }

    @Test func `leaves a pod pending with the reason until a node joins that takes it`() throws {
        var rig = Rig(nodesPerZone: 1, milliCPU: 1_000)
        try rig.install(Manifests.deployment(replicas: 3, cpu: "800m"))
        try rig.scale("deployments", "backend", to: 4)
        let waiting = try #require(rig.pods().last)
        let reason = "0/3 nodes are available: 3 Insufficient cpu."
        #expect(rig.facts.last?.fact == .podUnschedulable(waiting.reference, reason: reason))
        let shown = try rig.object("pods", waiting.name)
        #expect(shown[path: "status", "phase"] == "Pending")
        #expect(shown["status"]?["conditions"]?.array?.first?["message"] == .string(reason))
        rig.run(seconds: 100)
        rig.join("node-4", zone: "a", milliCPU: 1_000)
        rig.run(seconds: 184)
        #expect(rig.serving() == 3)
        rig.run(seconds: 185)
        #expect(rig.serving() == 4)
    }

    @Test func `spreads pods over zones, then over nodes`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 6))
        let names = rig.pods().compactMap { rig.cluster.node(of: $0)?.name }
        #expect(names.sorted() == (1...6).map { "node-\($0)" })
        let zones = rig.pods().prefix(3).compactMap { rig.cluster.node(of: $0)?.zone }
        #expect(zones == ["a", "b", "c"])
    }

    @Test func `a stopped cluster catches up when its control plane returns`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 6))
        rig.setControlPlane(up: false)
        for node in 1...6 { rig.stop("node-\(node)") }
        #expect(rig.serving() == 0)
        rig.run(seconds: 3_600)
        #expect(rig.seconds { if case .nodeNotReady = $0 { true } else { false } } == [])
        rig.setControlPlane(up: true)
        for node in 1...6 { rig.bringBack("node-\(node)") }
        rig.run(seconds: 3_660)
        #expect(rig.serving() == 6)
        #expect(rig.pods().count == 6)
    }

    @Test func `a node that stays away is missed once the control plane returns`() throws {
        var rig = Rig()
        rig.stop("node-1")
        rig.setControlPlane(up: false)
        rig.run(seconds: 100)
        rig.setControlPlane(up: true)
        rig.run(seconds: 1_000)
        #expect(rig.seconds { if case .nodeNotReady = $0 { true } else { false } } == [145])
    }

    @Test func `pods that start without a control plane serve once it returns`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment(replicas: 3))
        try rig.restart("deployments", "backend")
        rig.setControlPlane(up: false)
        rig.run(seconds: 200)
        #expect(rig.pods().count { $0.isRunning && !$0.isReady } > 0)
        rig.setControlPlane(up: true)
        rig.run(seconds: 600)
        #expect(rig.serving() == 3)
        #expect(!rig.cluster.isRollingOut(deployment: "backend", namespace: "production"))
    }

    @Test func `reading and unknown names change nothing`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment())
        rig.stop("ghost")
        rig.bringBack("ghost")
        rig.remove("ghost")
        rig.bringBack("node-1")
        _ = try rig.cluster.objects(try Rig.type("pods"), namespace: nil)
        #expect(rig.facts.isEmpty)
        #expect(rig.serving() == 4)
    }
}
