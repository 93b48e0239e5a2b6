import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimUnits

/// A plan of one service without a database, in one region: a pod in each zone, of which some number
/// carries the load. Nothing takes time but the faults, so that they alone decide what users get.
struct OneService {
    static let service: ServiceID = "service"
    static let region: RegionID = "only"
    /// How many zones, nodes and pods there are.
    let units: Int
    /// How many pods the load needs.
    let needed: Int

    /// The faults of a unit, all of them alike but for their names.
    static func failing(_ zone: Int, every up: Span, for down: Span, crew: String? = nil) -> Fault {
        Fault(
            id: FaultID("zone_\(zone)_fails"), kind: outage(ofZone: zone),
            trigger: .every(.exponential(mean: up.inSeconds)),
            lifetime: .drawn(.exponential(mean: down.inSeconds)), crew: crew,
            position: SourcePosition(file: "staged.yaml", line: zone + 1, column: 1))
    }

    /// What breaks a unit.
    static func outage(ofZone number: Int) -> Fault.Kind { .site(.zoneOutage(.named(zone(number)))) }

    private static func zone(_ number: Int) -> ZoneID { ZoneID("zone-\(number)") }

    /// The plan: the repository's own without all that makes it that plan.
    func plan() throws -> Plan {
        var plan = try RepositoryFiles.plan("l3-named")
        (plan.topology, plan.services, plan.stores, plan.caches) = (topology, [service], [], [])
        plan.load = LoadProfile(
            hours: Array(repeating: .all, count: 24), peakTransactionsPerSecond: 0,
            walPerTransaction: .zero, source: "test")
        (plan.runbooks, plan.controller.responses) = ([], [])
        // A backup each day would be all that a year of trials is busy with.
        plan.backups.isDeployed = false
        plan.people = People(respond: false, isPrepared: false, roles: [], channels: [], playbooks: [])
        plan.manifests = try manifests.map { text in
            Manifest(
                origin: .installed(context: "only"), object: try JSONValue(parsing: text),
                position: SourcePosition(file: "test", line: 1, column: 1))
        }
        for index in plan.assumptions.indices where plan.assumptions[index].unit == .seconds {
            // A lost node's group never brings another, and nobody moves its pods elsewhere.
            let isEndless = ["node_start", "pod_eviction"].contains(plan.assumptions[index].id.name)
            plan.assumptions[index].distribution = .constant(isEndless ? 1e10 : 0)
        }
        return plan
    }

    private var service: Service {
        Service(
            id: Self.service, title: "Service", tier: 1, revenueShare: .all, host: "service.example.com",
            path: "/",
            workloads: [.init(deployment: "service", peakLoadPods: 0.8 * Double(needed))], stores: [],
            needs: [], source: "test")
    }

    private var topology: Topology {
        let group = NodeGroup(
            name: "nodes", min: 0, max: units, desired: units, milliCPU: 1_000, memory: ByteCount(1 << 30))
        let cluster = ClusterSite(
            name: "only", context: "only", namespace: "production", loadBalancer: "lb.example.com",
            nodeGroups: [group])
        let record = DNSZone.Record(
            name: "service.example.com", type: "CNAME", ttl: .minutes(1), value: "lb.example.com")
        return Topology(
            regions: [
                Region(
                    id: Self.region, role: .primary, zones: (0..<units).map(Self.zone), cluster: cluster,
                    source: "test")
            ],
            dns: DNSZone(id: "Z1", controlPlane: Self.region, records: [record]))
    }

    private var manifests: [String] {
        [
            """
            {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "production"}}
            """,
            """
            {"apiVersion": "apps/v1", "kind": "Deployment",
             "metadata": {"name": "service", "namespace": "production"},
             "spec": {"replicas": \(units), "selector": {"matchLabels": {"app": "service"}},
               "template": {"metadata": {"labels": {"app": "service"}},
                 "spec": {"containers": [{"name": "service", "image": "service:1",
                   "resources": {"requests": {"cpu": "600m", "memory": "64Mi"}}}]}}}}
            """,
            """
            {"apiVersion": "v1", "kind": "Service",
             "metadata": {"name": "service", "namespace": "production"},
             "spec": {"selector": {"app": "service"}, "ports": [{"port": 80}]}}
            """,
            """
            {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress",
             "metadata": {"name": "service", "namespace": "production"},
             "spec": {"ingressClassName": "nginx",
               "tls": [{"hosts": ["service.example.com"], "secretName": "service-tls"}],
               "rules": [{"host": "service.example.com", "http": {"paths": [{"path": "/",
                 "pathType": "Prefix",
                 "backend": {"service": {"name": "service", "port": {"number": 80}}}}]}}]}}
            """,
        ]
    }
}
