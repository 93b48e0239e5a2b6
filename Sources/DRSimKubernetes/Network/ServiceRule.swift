import DRSimDocument
import OrderedCollections

/// A service as its endpoints are found: decoded once each time the object changes.
struct ServiceRule: Sendable {
    let namespace, name: String
    let selector: OrderedDictionary<String, String>
    let externalName: String?
    /// The database cluster the operator made the service for.
    let databaseCluster: String?
    var backend = ServiceTarget.Backend.nothing

    init(_ object: StoredObject) {
        (namespace, name) = (object.namespace, object.name)
        let spec = object.value["spec"] ?? [:]
        selector = (spec["selector"]?.object ?? [:]).compactMapValues(\.string)
        externalName = spec["type"] == "ExternalName" ? spec["externalName"]?.string : nil
        databaseCluster =
            object.owner?.plural == ResourceType.databaseClusters.plural ? object.owner?.name : nil
    }

    func selects(_ labels: OrderedDictionary<String, String>) -> Bool {
        !selector.isEmpty && selector.allSatisfy { labels[$0.key] == $0.value }
    }
}
