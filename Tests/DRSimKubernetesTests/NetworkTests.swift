import DRSimDocument
import DRSimKubernetes
import DRSimUnits
import OrderedCollections
import Testing

struct NetworkTests {
    static func rig() throws -> Rig {
        var rig = Rig()
        try rig.install(Manifests.deployment("api", replicas: 6))
        try rig.install(Manifests.service("api", selecting: "api"))
        try rig.install(Manifests.service("orphan", selecting: "nobody"))
        try rig.install(
            Manifests.ingress(
                paths: [("/", "web"), ("/api", "api"), ("/api/v1", "orphan"), ("/exact/", "api")],
                certified: ["*.example.com"],
                annotations: [
                    "nginx.ingress.kubernetes.io/server-snippet":
                        "location /health {\n  return 200 \"up\";\n  add_header Content-Type text/plain;\n}"
                ]))
        try rig.install(Manifests.database())
        return rig
    }

    @Test(arguments: [
        ("/", nil), ("/x", nil), ("/api", "api"), ("/api/", "api"), ("/apis", nil),
        ("/api/v1/orders", "orphan"),
        ("/api/v10", "api"), ("/exact/x", "api"),
    ])
    func `routes by the longest path that matches whole elements`(path: String, service: String?) throws {
        let route = try #require(try Self.rig().cluster.route(host: "erp.example.com", path: path))
        #expect(route.target?.service == service)
    }

    @Test func `knows no route for a host no rule names`() throws {
        let cluster = try Self.rig().cluster
        #expect(cluster.route(host: "api.example.com", path: "/") == nil)
        #expect(cluster.route(host: "", path: "/") == nil)
    }

    @Test(
        arguments: [
            (["erp.example.com"], true), (["*.example.com"], true), (["*.com"], false),
            (["dr.example.com"], false),
            ([], false),
        ] as [([String], Bool)])
    func `holds the host against the certificate`(hosts: [String], isCertified: Bool) throws {
        var rig = Rig()
        try rig.install(
            Manifests.ingress(paths: [("/", "web")], certified: .array(hosts.map { .string($0) })))
        #expect(rig.cluster.route(host: "erp.example.com", path: "/")?.isCertified == isCertified)
    }

    @Test func `a fixed answer says up whatever is behind it`() throws {
        let cluster = try Self.rig().cluster
        #expect(cluster.route(host: "erp.example.com", path: "/health")?.fixedStatus == 200)
        #expect(cluster.route(host: "erp.example.com", path: "/api")?.fixedStatus == nil)
    }

    @Test(arguments: [
        ("api", "api"), ("api.production", "api"), ("api.production.svc", "api"),
        ("api.production.svc.cluster.local", "api"), ("orders-db-rw", "orders-db-rw"), ("api.default", nil),
        ("orders-db-1", nil), ("orders-db", nil), ("api.example.com", nil), ("", nil),
    ])
    func `resolves services by name and nothing else`(host: String, service: String?) throws {
        let target = try Self.rig().cluster.serviceTarget(host: host, from: "production")
        #expect(target?.service == service)
    }

    @Test func `says what stands behind a service`() throws {
        let cluster = try Self.rig().cluster
        func backend(_ name: String) -> ServiceTarget.Backend? {
            cluster.serviceTarget(named: name, namespace: "production")?.backend
        }
        #expect(backend("api") == .deployment("api"))
        #expect(backend("orphan") == .nothing)
        #expect(backend("orders-db-rw") == .databaseCluster("orders-db", role: "primary"))
        #expect(backend("orders-db-ro") == .databaseCluster("orders-db", role: "replica"))
        #expect(backend("orders-db-r") == .databaseCluster("orders-db", role: nil))
    }

    @Test func `sends requests to dead pods until the API knows`() throws {
        var rig = try Self.rig()
        rig.stop("node-1")
        let early = try #require(rig.cluster.serviceTarget(named: "api", namespace: "production"))
        #expect((early.endpoints, early.serving) == (6, 5))
        rig.run(seconds: 50)
        let late = try #require(rig.cluster.serviceTarget(named: "api", namespace: "production"))
        #expect((late.endpoints, late.serving) == (5, 5))
    }

    @Test func `moves a database instance among services by its label`() throws {
        var rig = try Self.rig()
        let template = PodTemplate(
            labels: [KubernetesCluster.clusterLabel: "orders-db", KubernetesCluster.roleLabel: "replica"],
            milliCPU: 100, memory: .zero)
        rig.tell { cluster, now, draws, effects in
            cluster.createPod(
                template, named: "orders-db-1", namespace: "production",
                owner: PodOwner(kind: "Cluster", name: "orders-db"), isWarm: true, at: now, draws: draws,
                effects: &effects)
        }
        func endpoints(_ service: String) -> Int? {
            rig.cluster.serviceTarget(named: service, namespace: "production")?.endpoints
        }
        #expect(
            [endpoints("orders-db-rw"), endpoints("orders-db-ro"), endpoints("orders-db-r")] == [0, 1, 1])
        rig.cluster.setLabel(
            KubernetesCluster.roleLabel, "primary", ofPod: "orders-db-1", namespace: "production")
        #expect(
            [endpoints("orders-db-rw"), endpoints("orders-db-ro"), endpoints("orders-db-r")] == [1, 0, 1])
    }

    @Test func `a service that is deleted is gone from routes and names`() throws {
        var rig = try Self.rig()
        try rig.delete("services", "api")
        #expect(rig.cluster.serviceTarget(named: "api", namespace: "production") == nil)
        #expect(rig.cluster.route(host: "erp.example.com", path: "/api")?.target == nil)
        try rig.delete("ingresses", "public")
        #expect(rig.cluster.route(host: "erp.example.com", path: "/api") == nil)
    }
}
