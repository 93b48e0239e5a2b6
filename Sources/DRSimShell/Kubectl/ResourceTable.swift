import DRSimDocument
import DRSimKubernetes
import DRSimUnits
import OrderedCollections

/// The columns `kubectl get` shows for each kind of object.
struct ResourceTable {
    private let type: ResourceType
    private let isWide: Bool
    private let showsNamespace: Bool

    init(_ type: ResourceType, isWide: Bool, showsNamespace: Bool) {
        (self.type, self.isWide, self.showsNamespace) = (type, isWide, showsNamespace)
    }

    /// The table of some objects.
    func text(of objects: [JSONValue], showsHeader: Bool, at now: CalendarTime) -> String {
        let columns = self.columns
        let heading = (showsNamespace ? ["NAMESPACE"] : []) + ["NAME"] + columns.map(\.title)
        var table = ColumnTable(heading)
        for object in objects {
            table.append(
                (showsNamespace ? [object.namespace] : []) + [object.name]
                    + columns.map { $0.cell(object, now) })
        }
        let text = table.text
        guard !showsHeader, let end = text.firstIndex(of: "\n") else { return text }
        return String(text[text.index(after: end)...])
    }

    private struct Column {
        let title: String
        let cell: (JSONValue, CalendarTime) -> String

        init(_ title: String, _ path: [String], default fallback: String = "<none>") {
            self.title = title
            cell = { object, _ in
                let value = path.reduce(Optional(object)) { $0?[$1] }
                return value.map { $0.string ?? $0.text() } ?? fallback
            }
        }

        init(_ title: String, cell: @escaping (JSONValue, CalendarTime) -> String) {
            (self.title, self.cell) = (title, cell)
        }
    }

    private var columns: [Column] {
        switch type.kind {
        case "Pod":
            let wide = [Column("NODE", ["spec", "nodeName"])]
            return [
                Column("READY", cell: Self.podReady), Column("STATUS", cell: Self.podStatus),
                Column("RESTARTS", cell: { _, _ in "0" }), Self.age,
            ] + (isWide ? wide : [])
        case "Node":
            return [
                Column("STATUS", cell: Self.nodeStatus), Column("ROLES", cell: { _, _ in "<none>" }),
                Self.age,
                Column("VERSION", ["status", "nodeInfo", "kubeletVersion"]),
            ]
        case "Deployment":
            return [
                Column("READY", cell: Self.deploymentReady),
                Column("UP-TO-DATE", ["status", "updatedReplicas"], default: "0"),
                Column("AVAILABLE", ["status", "availableReplicas"], default: "0"), Self.age,
            ]
        case "Cluster":
            return [
                Self.age, Column("INSTANCES", ["status", "instances"], default: "0"),
                Column("READY", ["status", "readyInstances"], default: "0"),
                Column("STATUS", ["status", "phase"], default: ""),
                Column("PRIMARY", ["status", "currentPrimary"], default: ""),
            ]
        case "Application":
            return [
                Column("SYNC STATUS", ["status", "sync", "status"], default: "Unknown"),
                Column("HEALTH STATUS", ["status", "health", "status"], default: "Unknown"),
            ]
        case "Ingress":
            return [
                Column("CLASS", ["spec", "ingressClassName"]), Column("HOSTS", cell: Self.hosts), Self.age,
            ]
        case "Service": return [Column("TYPE", ["spec", "type"], default: "ClusterIP"), Self.age]
        case "ConfigMap", "Secret": return [Column("DATA", cell: Self.dataCount), Self.age]
        case "Namespace": return [Column("STATUS", cell: { _, _ in "Active" }), Self.age]
        default: return [Self.age]
        }
    }

    private static var age: Column {
        Column("AGE") { object, now in
            let text = object[path: "metadata", "creationTimestamp"]?.string
            let created = text.flatMap(CalendarTime.init(iso8601:))
            return created.map { (now - $0).kubectlAge } ?? "<unknown>"
        }
    }

    private static func podReady(_ pod: JSONValue, _: CalendarTime) -> String {
        condition("Ready", of: pod) ? "1/1" : "0/1"
    }

    private static func podStatus(_ pod: JSONValue, _: CalendarTime) -> String {
        if pod[path: "metadata", "deletionTimestamp"] != nil { return "Terminating" }
        let phase = pod[path: "status", "phase"]?.string ?? "Unknown"
        let hasNode = pod[path: "spec", "nodeName"]?.string != nil
        return phase == "Pending" && hasNode ? "ContainerCreating" : phase
    }

    private static func nodeStatus(_ node: JSONValue, _: CalendarTime) -> String {
        condition("Ready", of: node) ? "Ready" : "NotReady"
    }

    private static func deploymentReady(_ deployment: JSONValue, _: CalendarTime) -> String {
        let ready = deployment[path: "status", "readyReplicas"]?.integer ?? 0
        return "\(ready)/\(deployment[path: "spec", "replicas"]?.integer ?? 0)"
    }

    private static func hosts(_ ingress: JSONValue, _: CalendarTime) -> String {
        let rules = ingress[path: "spec", "rules"]?.array ?? []
        return rules.map { $0["host"]?.string ?? "*" }.joined(separator: ",")
    }

    private static func dataCount(_ object: JSONValue, _: CalendarTime) -> String {
        String(object["data"]?.object?.count ?? 0)
    }

    private static func condition(_ name: String, of object: JSONValue) -> Bool {
        let conditions = object[path: "status", "conditions"]?.array ?? []
        return conditions.contains { $0["type"]?.string == name && $0["status"]?.string == "True" }
    }
}

extension Span {
    /// An age as kubectl writes it: `45s`, `12m`, `5h`, `30d`.
    var kubectlAge: String {
        let seconds = max(0, milliseconds / 1_000)
        if seconds < 120 { return "\(seconds)s" }
        if seconds < 7_200 { return "\(seconds / 60)m" }
        if seconds < 172_800 { return "\(seconds / 3_600)h" }
        return "\(seconds / 86_400)d"
    }
}
