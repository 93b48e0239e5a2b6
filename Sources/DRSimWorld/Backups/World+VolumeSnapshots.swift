import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Somebody created an object that asks for a snapshot of a claim's volume: the driver takes one (C12).
    mutating func volumeSnapshotDeclared(_ reference: ObjectReference, of cluster: Int, cause: FactID?) {
        guard let type = infrastructure.clusters[cluster].resourceType(named: KubernetesFact.snapshots),
            let object = try? infrastructure.clusters[cluster].object(
                type, namespace: reference.namespace, name: reference.name),
            let claim = object[path: "spec", "source", "persistentVolumeClaimName"]?.string,
            let volume = infrastructure.cloud.volumes.first(where: {
                $0.claim == claim && $0.region == cluster
            })
        else { return }
        var effects = CloudEffects()
        // The driver has rights of its own; what it is refused for shows in the object's status alone.
        _ = try? infrastructure.cloud.createSnapshot(
            of: volume.id, in: cluster, content: ObjectContent(payload: now.milliseconds),
            text: reference.name, as: .anyone, at: now, draws: draws, effects: &effects)
        absorb(effects, cause: cause)
    }
}

extension KubernetesFact {
    /// The type of the objects that ask for snapshots of volumes.
    fileprivate static let snapshots = "volumesnapshots.snapshot.storage.k8s.io"

    /// Whether it tells of an object that asks for a snapshot of a volume.
    var isOfSnapshots: Bool {
        switch self {
        case .objectChanged(let object, _), .objectRefused(let object, _): object.kind == "VolumeSnapshot"
        default: false
        }
    }
}

extension CloudFact {
    /// Whether it tells of bytes that were stored, copied or deleted.
    var isOfObjects: Bool {
        switch self {
        case .objectStored, .objectReplicated, .objectDeleted, .snapshotCompleted: true
        default: false
        }
    }
}
