import DRSimDocument
import DRSimKubernetes
import DRSimUnits
import OrderedCollections

/// A column of the table `kubectl get` shows of a type of resource.
struct ResourceColumn: Sendable {
    let title: String
    /// The cell of an object at a moment.
    let cell: @Sendable (JSONValue, CalendarTime) -> String

    /// A column computed from the object.
    private init(_ title: String, _ cell: @escaping @Sendable (JSONValue) -> String) {
        (self.title, self.cell) = (title, { object, _ in cell(object) })
    }

    /// A column that shows a field.
    private init(_ title: String, _ path: String, default fallback: String = "") {
        let keys = path.split(separator: ".").map(String.init)
        self.init(title) { object in
            let value = keys.reduce(Optional(object)) { $0?[$1] }
            return value == .null ? fallback : value?.plainText ?? fallback
        }
    }

    private init(age title: String) {
        self.title = title
        cell = { object, now in
            let text = object[path: "metadata", "creationTimestamp"]?.string
            return text.flatMap(CalendarTime.init(iso8601:)).map { (now - $0).ageText } ?? "<unknown>"
        }
    }

    private static let age = ResourceColumn(age: "AGE")

    /// The columns after the name; those of custom resources are in their definitions.
    static func columns(of type: ResourceType, isWide: Bool) -> [ResourceColumn] {
        switch type.kind {
        case "Pod": pods + (isWide ? wideForPods : [])
        case "Node": nodes
        case "Deployment": deployments
        case "Service": services
        case "Ingress": ingresses
        case "ConfigMap": [ResourceColumn("DATA", dataCount), age]
        case "Secret":
            [ResourceColumn("TYPE", "type", default: "Opaque"), ResourceColumn("DATA", dataCount), age]
        case "Namespace": [ResourceColumn("STATUS", "status.phase"), age]
        case "PersistentVolumeClaim": volumeClaims
        case "Cluster": databaseClusters
        case "Backup":
            [
                age, ResourceColumn("CLUSTER", "spec.cluster.name"),
                ResourceColumn("METHOD", "spec.method", default: "barmanObjectStore"),
                ResourceColumn("PHASE", "status.phase"), ResourceColumn("ERROR", "status.error"),
            ]
        case "ScheduledBackup":
            [
                age, ResourceColumn("CLUSTER", "spec.cluster.name"),
                ResourceColumn("LAST BACKUP", "status.lastScheduleTime"),
            ]
        case "Application":
            [
                ResourceColumn("SYNC STATUS", "status.sync.status"),
                ResourceColumn("HEALTH STATUS", "status.health.status"),
            ]
        default: [age]
        }
    }

    private static let pods = [
        ResourceColumn("READY") { pod in
            let statuses = pod[path: "status", "containerStatuses"]?.array
            let total = (statuses ?? pod[path: "spec", "containers"]?.array)?.count ?? 1
            return "\(statuses?.count { $0["ready"] == true } ?? 0)/\(total)"
        },
        ResourceColumn("STATUS", podStatus),
        ResourceColumn("RESTARTS") { pod in
            let statuses = pod[path: "status", "containerStatuses"]?.array ?? []
            return "\(statuses.compactMap { $0["restartCount"]?.integer }.reduce(0, +))"
        }, age,
    ]

    private static let wideForPods = [
        ResourceColumn("IP", "status.podIP", default: "<none>"),
        ResourceColumn("NODE", "spec.nodeName", default: "<none>"),
        ResourceColumn("NOMINATED NODE") { _ in "<none>" },
        ResourceColumn("READINESS GATES") { _ in "<none>" },
    ]

    private static let nodes = [
        ResourceColumn("STATUS") { node in
            let conditions = node[path: "status", "conditions"]?.array ?? []
            let isReady = conditions.contains { $0["type"] == "Ready" && $0["status"] == "True" }
            return isReady ? "Ready" : "NotReady"
        },
        ResourceColumn("ROLES") { _ in "<none>" }, age,
        ResourceColumn("VERSION", "status.nodeInfo.kubeletVersion"),
    ]

    private static let deployments = [
        ResourceColumn("READY") { deployment in
            let ready = deployment[path: "status", "readyReplicas"]?.integer ?? 0
            return "\(ready)/\(deployment[path: "spec", "replicas"]?.integer ?? 0)"
        },
        ResourceColumn("UP-TO-DATE", "status.updatedReplicas", default: "0"),
        ResourceColumn("AVAILABLE", "status.availableReplicas", default: "0"), age,
    ]

    private static let services = [
        ResourceColumn("TYPE", "spec.type", default: "ClusterIP"),
        ResourceColumn("CLUSTER-IP", "spec.clusterIP", default: "<none>"),
        ResourceColumn("EXTERNAL-IP", "spec.externalName", default: "<none>"),
        ResourceColumn("PORT(S)") { service in
            let ports = service[path: "spec", "ports"]?.array ?? []
            let texts = ports.map { "\($0["port"]?.integer ?? 0)/\($0["protocol"]?.string ?? "TCP")" }
            return texts.isEmpty ? "<none>" : texts.joined(separator: ",")
        }, age,
    ]

    private static let ingresses = [
        ResourceColumn("CLASS", "spec.ingressClassName", default: "<none>"),
        ResourceColumn("HOSTS") { ingress in
            let rules = ingress[path: "spec", "rules"]?.array ?? []
            return rules.map { $0["host"]?.string ?? "*" }.joined(separator: ",")
        },
        ResourceColumn("ADDRESS") { _ in "" },
        ResourceColumn("PORTS") { $0[path: "spec", "tls"] == nil ? "80" : "80, 443" }, age,
    ]

    private static let volumeClaims = [
        ResourceColumn("STATUS", "status.phase"), ResourceColumn("VOLUME", "spec.volumeName"),
        ResourceColumn("CAPACITY", "spec.resources.requests.storage"),
        ResourceColumn("ACCESS MODES") { claim in
            let modes = (claim[path: "spec", "accessModes"]?.array ?? []).compactMap(\.string)
            return modes.map { String($0.filter(\.isUppercase)) }.joined(separator: ",")
        },
        ResourceColumn("STORAGECLASS", "spec.storageClassName"),
        ResourceColumn("VOLUMEATTRIBUTESCLASS") { _ in "<unset>" }, age,
    ]

    private static let databaseClusters = [
        age, ResourceColumn("INSTANCES", "status.instances"),
        ResourceColumn("READY", "status.readyInstances"),
        ResourceColumn("STATUS", "status.phase"), ResourceColumn("PRIMARY", "status.currentPrimary"),
    ]

    @Sendable private static func podStatus(_ pod: JSONValue) -> String {
        if pod[path: "metadata", "deletionTimestamp"] != nil { return "Terminating" }
        let container = pod[path: "status", "containerStatuses"]?.array?.first
        let waiting = container?[path: "state", "waiting", "reason"]?.string
        return waiting ?? pod[path: "status", "phase"]?.string ?? "Unknown"
    }

    @Sendable private static func dataCount(_ object: JSONValue) -> String {
        "\(object["data"]?.object?.count ?? 0)"
    }
}
