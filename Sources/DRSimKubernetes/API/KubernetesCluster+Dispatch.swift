import DRSimDocument
import DRSimKernel

extension KubernetesCluster {
    /// Tells the controllers that care that an object was written.
    mutating func written(
        _ key: ObjectKey, _ type: ResourceType, from old: JSONValue?, to new: JSONValue, _ turn: inout Turn
    ) {
        switch type {
        case .deployments: deploymentWritten(key, from: old, to: new, &turn)
        case .services: readServices()
        case .ingresses: readIngresses()
        case .configMaps: startBlockedPods(&turn)
        case .databaseClusters where old == nil: databaseClusterCreated(key, &turn)
        case .applications: applicationWritten(key, from: old, to: new, &turn)
        default: break
        }
        noticeDrift(of: key, &turn)
        schedulePods(&turn)
    }

    /// Tells the controllers that care that an object is gone.
    mutating func deleted(_ key: ObjectKey, _ type: ResourceType, _ turn: inout Turn) {
        switch type {
        case .deployments: deploymentDeleted(key, &turn)
        case .services: readServices()
        case .ingresses: readIngresses()
        case .databaseClusters: removePods(ofOwner: PodOwner(kind: type.kind, name: key.name), key.namespace)
        case .applications: applicationDeleted(key)
        default: break
        }
        noticeDrift(of: key, &turn)
    }

    private mutating func removePods(ofOwner owner: PodOwner, _ namespace: String) {
        for pod in pods.ids(where: { $0.owner == owner && $0.namespace == namespace }) {
            if let index = pods.index(of: pod) { removePod(at: index) }
        }
    }
}
