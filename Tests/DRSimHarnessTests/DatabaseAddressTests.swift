import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// Which database a replica cluster follows: the one its server's host leads to.
@Suite struct DatabaseAddressTests {
    private static func object(host: String?) -> JSONValue {
        var server: JSONValue = ["name": "origin"]
        if let host { server = ["name": "origin", "connectionParameters": ["host": .string(host)]] }
        return ["metadata": ["name": "copy", "namespace": "shop"], "spec": ["externalClusters": [server]]]
    }

    @Test(
        arguments: [
            (nil, DatabaseAddress("origin")),
            ("orders-rw", DatabaseAddress("orders", namespace: "shop", site: 1)),
            ("orders-r.sales", DatabaseAddress("orders", namespace: "sales", site: 1)),
            ("orders-ro.sales.svc.cluster.local", DatabaseAddress("orders", namespace: "sales", site: 1)),
            ("orders-rw.sales.west.test", DatabaseAddress("orders", namespace: "sales", site: 0)),
            ("orders-rw.sales.elsewhere.test", DatabaseAddress("orders", namespace: "sales")),
            ("orders.rds.amazonaws.com", DatabaseAddress("orders")),
        ] as [(String?, DatabaseAddress)])
    func `a host name says where a database is, as far as it says it`(
        host: String?, address: DatabaseAddress
    ) throws {
        var topology = try Staged().plan.topology
        topology.regions[0].cluster.domain = "west.test"
        let found = topology.address(ofServer: "origin", namedBy: Self.object(host: host), in: 1)
        #expect(found == address)
    }

    @Test func `what the entry is called does not matter`() throws {
        var staged = try Staged()
        let index = try #require(
            staged.plan.manifests.firstIndex {
                $0.origin == .installed(context: "dr-cluster") && $0.object["kind"]?.string == "Cluster"
            })
        let text = staged.plan.manifests[index].object.text()
        #expect(text.contains("\"source\":\"postgres-primary\""))
        let renamed = text.replacing("\"source\":\"postgres-primary\"", with: "\"source\":\"origin\"")
            .replacing("\"name\":\"postgres-primary\"", with: "\"name\":\"origin\"")
        staged.plan.manifests[index].object = try JSONValue(parsing: renamed)
        staged.horizon = .hours(1)
        #expect(staged.run().trace.protection.map(\.isProtected) == [true])
    }
}
