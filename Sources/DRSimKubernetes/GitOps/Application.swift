import DRSimDocument
import DRSimKernel

/// An Argo CD application as its controller works on it.
struct Application: Sendable {
    let key: ObjectKey
    let stream: StreamName
    var specification: Specification
    /// What it has put into the cluster.
    var managed: [ObjectKey] = []
    /// The commit the last sync tried, which is not tried again by itself (D8).
    var attemptedRevision: Int?
    /// Why the last sync failed.
    var failure: String?
    var isSyncing = false
    var force = false
    /// Whether self-healing or a poll is due.
    var isDue = false
    /// Counts what overtakes pending events.
    var generation: Int32 = 0
    /// Counts syncs, heals and polls, to key their draws.
    var occasions: UInt32 = 0

    var reference: ObjectReference {
        ObjectReference(kind: "Application", namespace: key.namespace, name: key.name)
    }

    /// What an application asks for.
    struct Specification: Sendable {
        let path: String
        /// Whether it takes whatever was committed last, or what a tag or commit names.
        let followsHead: Bool
        let namespace: String
        /// Whether it syncs by itself.
        let isAutomated: Bool
        let prunes: Bool
        let healsItself: Bool
        let createsNamespace: Bool
        /// Whether a sync leaves ignored fields as they are.
        let respectsIgnored: Bool
        let ignored: [IgnoredDifference]

        init(_ object: JSONValue) {
            let spec = object["spec"] ?? [:]
            let policy = spec["syncPolicy"] ?? [:]
            let automated = policy["automated"]
            let options = (policy["syncOptions"]?.array ?? []).compactMap(\.string)
            path = spec[path: "source", "path"]?.string ?? ""
            let revision = spec[path: "source", "targetRevision"]?.string ?? ""
            followsHead = ["", "HEAD", "main", "master"].contains(revision)
            namespace = spec[path: "destination", "namespace"]?.string ?? "default"
            isAutomated = automated != nil && automated?["enabled"] != false
            prunes = isAutomated && automated?["prune"] == true
            healsItself = isAutomated && automated?["selfHeal"] == true
            createsNamespace = options.contains("CreateNamespace=true")
            respectsIgnored = options.contains("RespectIgnoreDifferences=true")
            ignored = (spec["ignoreDifferences"]?.array ?? []).map(IgnoredDifference.init)
        }
    }

    /// Fields of some objects whose differences from Git do not count.
    struct IgnoredDifference: Sendable {
        private let group, kind: String
        private let name, namespace: String?
        private let pointers: [JSONPointer]

        init(_ entry: JSONValue) {
            (group, kind) = (entry["group"]?.string ?? "", entry["kind"]?.string ?? "")
            (name, namespace) = (entry["name"]?.string, entry["namespace"]?.string)
            pointers = (entry["jsonPointers"]?.array ?? []).compactMap { $0.string.flatMap(JSONPointer.init) }
        }

        func pointers(for type: ResourceType, _ key: ObjectKey) -> [JSONPointer] {
            let isMeant =
                kind == type.kind && group == type.group && (name ?? key.name) == key.name
                && (namespace ?? key.namespace) == key.namespace
            return isMeant ? pointers : []
        }
    }
}
