/// Something that became true in a cluster.
package enum KubernetesFact: Hashable, Sendable {
    /// The API says that a node is not ready; its pods leave the endpoints of their services.
    case nodeNotReady(node: String, waitedOn: KubernetesWait)
    /// The API says that a node is ready.
    case nodeReady(node: String)
    /// A node stopped, and with it these pods, whatever the API still says.
    case podsLost(node: String, pods: [PodReference])
    /// A pod runs, passes its readiness probes, and serves.
    case podReady(PodReference, node: String, waitedOn: KubernetesWait)
    /// No node can take a pod.
    case podUnschedulable(PodReference, reason: String)
    /// A pod was evicted from a node that is not ready.
    case podEvicted(PodReference, node: String, waitedOn: KubernetesWait)
    /// A pod's program does not do what it should.
    case podFailed(PodReference, PodFailure)
    /// A declared object was created, changed or deleted.
    case objectChanged(ObjectReference, summary: String)
    /// The API server refused to write an object.
    case objectRefused(ObjectReference, error: APIError)
    /// A field that the object's schema does not know was dropped in silence.
    case fieldPruned(ObjectReference, path: String)
    /// A deployment began to replace its pods.
    case rolloutStarted(ObjectReference)
    /// A deployment has as many ready pods of its present template as it wants, and no others.
    case rolloutFinished(ObjectReference)
    /// Argo CD began to sync an application.
    case syncStarted(application: ObjectReference, reason: SyncReason)
    /// Argo CD finished a sync; `failure` is what the API server said where it refused an object.
    case syncFinished(application: ObjectReference, failure: String?, waitedOn: KubernetesWait)
    /// Argo CD set a field back to what Git says.
    case fieldReverted(
        ObjectReference, path: String, application: ObjectReference, waitedOn: KubernetesWait)
}

/// How a pod's program fails.
package enum PodFailure: Hashable, Sendable {
    /// It ended and is started again in vain.
    case crashed
    /// It runs but does not pass its readiness probe.
    case notReady
    /// The kernel killed it for taking too much memory; it is started again at once.
    case outOfMemory
    /// Its image cannot be pulled.
    case withoutImage
}

/// Names a pod and what it belongs to.
package struct PodReference: Hashable, Sendable {
    /// The pod's namespace.
    package let namespace: String
    /// The pod's name.
    package let name: String
    /// What created the pod and replaces it.
    package let owner: PodOwner

    /// Creates a reference.
    package init(namespace: String, name: String, owner: PodOwner) {
        (self.namespace, self.name, self.owner) = (namespace, name, owner)
    }
}

/// Names a declared object.
package struct ObjectReference: Hashable, Sendable {
    /// The object's kind, such as `Deployment`.
    package let kind: String
    /// Its namespace; empty for what has none.
    package let namespace: String
    /// Its name.
    package let name: String

    /// Creates a reference.
    package init(kind: String, namespace: String, name: String) {
        (self.kind, self.namespace, self.name) = (kind, namespace, name)
    }
}

/// Why Argo CD began a sync.
package enum SyncReason: Hashable, Sendable {
    /// Somebody asked for it.
    case requested
    /// The application's own specification changed.
    case specificationChanged
    /// Its polling of Git found a new commit.
    case commitFound
}
