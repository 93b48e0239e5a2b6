import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimUnits
import OrderedCollections
import Testing

/// The databases' operator as a deployment, and the pods that only it recreates.
struct DatabaseOperatorTests {
    private static let owner = PodOwner(kind: "Cluster", name: "orders-db")

    /// A cluster with the operator and a pod of a database on `node-2`.
    private static func rig() throws -> Rig {
        var timings = Rig.timings
        timings.operatorStart = Quantity("operator_start", .constant(20))
        var rig = Rig(nodesPerZone: 1, timings: timings)
        let namespace = KubernetesCluster.operatorNamespace
        try rig.install(
            try JSONValue(
                parsing: #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"\#(namespace)"}}"#))
        try rig.install(
            try JSONValue(
                parsing: """
                    {"apiVersion": "apps/v1", "kind": "Deployment",
                     "metadata": {"name": "\(KubernetesCluster.operatorName)", "namespace": "\(namespace)"},
                     "spec": {"replicas": 1, "selector": {"matchLabels": {"app": "cnpg"}},
                       "template": {"metadata": {"labels": {"app": "cnpg"}},
                         "spec": {"containers": [{"name": "manager", "image": "cnpg:1"}]}}}}
                    """))
        let template = PodTemplate(labels: [:], milliCPU: 1_000, memory: .zero, zone: "b")
        rig.tell { cluster, now, draws, effects in
            cluster.createPod(
                template, named: "orders-db-1", namespace: "production", owner: owner, isWarm: true, at: now,
                draws: draws, effects: &effects)
        }
        return rig
    }

    private static func setOperator(_ isWorking: Bool, of rig: inout Rig) {
        rig.tell { $0.databaseOperator(isWorking: isWorking, at: $1, draws: $2, effects: &$3) }
    }

    @Test func `is recreated elsewhere after the delays of an eviction, faster than an application starts`()
        throws
    {
        var rig = try Self.rig()
        rig.run(seconds: 100)
        let node = try #require(rig.cluster.operatorNode?.name)
        #expect(rig.cluster.hasRunningOperator)
        rig.stop(node)
        #expect(!rig.cluster.hasRunningOperator)
        rig.run(seconds: 464)
        #expect(!rig.cluster.hasRunningOperator)
        rig.run(seconds: 465)
        #expect(rig.cluster.hasRunningOperator)
        #expect(rig.cluster.operatorNode?.name != node)
        guard case .podReady(let pod, _, .operatorStart)? = rig.facts.last?.fact else {
            Issue.record("\(String(describing: rig.facts.last))")
            return
        }
        #expect(pod.isDatabaseOperator)
    }

    @Test func `happens to stand on any node it fits on`() throws {
        let rig = try Self.rig()
        let seats = [0, 0.34, 0.67, 0.999].map { luck in
            var cluster = rig.cluster
            cluster.seatOperator(at: luck)
            return cluster.operatorNode?.name
        }
        #expect(seats == ["node-1", "node-2", "node-3", "node-3"])
    }

    @Test func `alone recreates the pods of databases, as soon as it works`() throws {
        var rig = try Self.rig()
        Self.setOperator(false, of: &rig)
        rig.remove("node-2")
        rig.join("node-9", zone: "b")
        rig.run(seconds: 600)
        #expect(rig.cluster.pods(of: Self.owner, namespace: "production").isEmpty)
        Self.setOperator(true, of: &rig)
        rig.run(seconds: 700)
        #expect(rig.cluster.pods(of: Self.owner, namespace: "production").map(\.isServing) == [true])
    }
}
