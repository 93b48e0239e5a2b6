import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTemplates
import DRSimTrace
import DRSimUnits
import Testing

/// A plan with a third region that reads along: nothing in the model is made for two.
@Suite struct ThreeRegionTests {
    private static let api: ServiceID = "api"

    /// A region in the south with a replica of its own, and pods nobody is sent to.
    private static let south = """
        title: A third region
        topology:
          regions:
            - id: south
              role: other
              zones: [south-a, south-b]
              cluster:
                name: shop-south
                context: south
                namespace: shop
                load_balancer: lb.south.example.net
                node_groups:
                  - {name: workers, min: 2, max: 4, desired: 2, cpu: 3920m, memory: 14Gi}
              source: test
        manifests:
          - origin: installed
            context: south
            manifest:
              apiVersion: v1
              kind: Namespace
              metadata: {name: shop}
          - origin: installed
            context: south
            manifest:
              apiVersion: postgresql.cnpg.io/v1
              kind: Cluster
              metadata: {name: orders-south, namespace: shop}
              spec:
                instances: 2
                bootstrap: {pg_basebackup: {source: orders}}
                replica: {enabled: true, source: orders}
                externalClusters:
                  - name: orders
                    connectionParameters: {host: orders-rw.shop.east.example.net, user: streaming_replica}
                    password: {name: orders-replication, key: password}
                storage: {size: 100Gi}

        """

    /// The third region takes over where the second cannot.
    private static let southTakesOver = """
        title: The third region takes over
        runbooks:
          - id: fail-over-to-west
            steps:
              - id: promote_database
                run:
                  [
                    kubectl, --context, south, patch, clusters.postgresql.cnpg.io, orders-south, -n, shop,
                    --type=merge, -p, '{"spec":{"replica":{"enabled":false}}}',
                  ]

        """

    private func staged(_ overlays: [String] = [south]) throws -> Staged {
        var staged = try Staged()
        staged.plan = try TemplatePlan.plan(.twoRegion, overlays: overlays)
        (staged.incidentClass, staged.horizon) = ("region_lost", .hours(6))
        return staged
    }

    @Test func `is quiet while nothing happens`() throws {
        let result = try staged().run()
        #expect(result.trace.facts == [])
        #expect(result.score.money.total == .zero)
    }

    @Test func `where a region stands in the plan is nobody's luck`() throws {
        var staged = try staged()
        staged.plan.assumptions.append(
            Assumption(
                id: "external_dns_interval", title: "A round", distribution: .uniform(low: 0, high: 60),
                unit: .seconds, source: "F57", confidence: .estimate))
        staged.strike(.platform(.externalDNS(context: "east")), at: .minutes(5))
        staged.strike(.site(.regionOutage("east")), at: .minutes(10), for: .hours(2))
        func facts(_ staged: Staged) -> [String] {
            staged.run().trace.facts.map { "\($0.at) \($0.kind) \($0.entity)" }.sorted()
        }
        let before = facts(staged)
        staged.plan.topology.regions.swapAt(1, 2)
        #expect(staged.plan.topology.regions.map(\.id) == ["east", "south", "west"])
        #expect(before.contains { $0.contains("namesReclaimed") })
        #expect(facts(staged) == before)
    }

    @Test func `fails over to the second region when the first is lost`() throws {
        var staged = try staged()
        staged.strike(.site(.regionOutage("east")), at: .minutes(10), for: .hours(4))
        let result = staged.run()
        let api = try #require(result.score.service(Self.api))
        #expect(api.verdict == .met && api.restoredBy == .plan)
        let broken = result.trace.all(.replicationBroken).map(\.entity)
        #expect(broken.contains { $0.contains("orders-south") } && broken.contains { $0.contains("west") })
        let promoted = result.trace.all(.databasePromoted).map(\.text)
        #expect(promoted.contains { $0.contains("orders-west") })
        #expect(!promoted.contains { $0.contains("orders-south") })
        #expect(result.trace.ledger.copies.count { $0.site.hasPrefix("south/") } == 1)
    }

    @Test(arguments: ["west", "south"] as [RegionID])
    func `goes on when a region is lost that serves nobody`(region: RegionID) throws {
        var staged = try staged()
        staged.strike(.site(.regionOutage(region)), at: .minutes(10), for: .hours(2))
        let result = staged.run()
        #expect(result.score.services.allSatisfy { !$0.isExercised })
        #expect(result.trace.all(.disasterDetected) == [] && result.trace.all(.procedureStarted) == [])
        #expect(result.trace.first(.replicationBroken) == .minutes(10))
        let resumed = try #require(result.trace.first(.replicationResumed))
        #expect(resumed >= .minutes(130) && resumed < .minutes(140))
        #expect(result.score.store("orders")?.rpa == .zero)
    }

    @Test func `has nowhere to go when the first and the second are lost, unless the plan names the third`()
        throws
    {
        for (overlays, isPromoted) in [([Self.south], false), ([Self.south, Self.southTakesOver], true)] {
            var staged = try staged(overlays)
            staged.strike(.site(.regionOutage("east")), at: .minutes(10), for: .hours(3))
            staged.strike(.site(.regionOutage("west")), at: .minutes(5), for: .hours(4))
            let result = staged.run()
            let promoted = result.trace.all(.databasePromoted).filter { $0.text.contains("orders-south") }
            #expect(promoted.isEmpty != isPromoted)
            #expect(result.score.service(Self.api)?.restoredBy == .faultEnded)
            // Either way the steps that need west cannot be done.
            #expect(!result.trace.all(.procedureFailed).isEmpty)
        }
    }

    @Test func `keeps one replica going when the other is cut off`() throws {
        var staged = try staged()
        staged.strike(.site(.partition("east", "south")), at: .minutes(10), for: .hours(1))
        let result = staged.run()
        let broken = result.trace.all(.replicationBroken).map(\.entity)
        #expect(!broken.isEmpty && broken.allSatisfy { $0.contains("orders-south") })
        #expect(result.score.services.allSatisfy { !$0.isExercised })
    }
}
