package import DRSimDocument
package import DRSimUnits
package import OrderedCollections

/// What creates a pod and replaces it when it is lost.
package struct PodOwner: Hashable, Sendable {
    /// The owner's kind: `Deployment`, or that of an operator's own resource.
    package let kind: String
    /// The owner's name, in the pod's namespace.
    package let name: String

    /// Creates an owner.
    package init(kind: String, name: String) {
        (self.kind, self.name) = (kind, name)
    }
}

/// What a pod is made from.
package struct PodTemplate: Hashable, Sendable {
    /// The labels services select by.
    package var labels: OrderedDictionary<String, String>
    /// Requested CPU in thousandths of a core.
    package var milliCPU: Int64
    /// Requested memory.
    package var memory: ByteCount
    /// The zone the pod's volumes are bound to, or that it selects; `nil` for any.
    package var zone: String?
    /// The `spec` of the pod: containers, images, environment.
    package var spec: JSONValue

    /// Creates a template.
    package init(
        labels: OrderedDictionary<String, String>, milliCPU: Int64, memory: ByteCount, zone: String? = nil,
        spec: JSONValue = [:]
    ) {
        (self.labels, self.milliCPU, self.memory) = (labels, milliCPU, memory)
        (self.zone, self.spec) = (zone, spec)
    }
}

/// A pod: what the API says about it, and what is true.
package struct Pod: Hashable, Sendable {
    /// Numbers the pods of a cluster in the order of their creation; never used twice.
    package let id: Int32
    /// The pod's name.
    package let name: String
    /// The pod's namespace.
    package let namespace: String
    /// What created it.
    package let owner: PodOwner
    /// What it was made from.
    package internal(set) var template: PodTemplate
    let created: Instant
    /// The deployment's revision; 0 for pods of other owners.
    let revision: Int32

    /// Where it is in its life, in truth.
    package internal(set) var state = State.pending(reason: "")
    /// Whether the API says that it is ready, which makes it an endpoint of its services.
    package internal(set) var isReady = false
    /// When it was deleted, while its node has not confirmed that.
    var deleted: Instant?
    /// Whether the API shows its containers as running.
    var seemsRunning = false
    /// The environment its containers were started with; later changes of config maps do not reach it.
    package internal(set) var environment: OrderedDictionary<String, String> = [:]
    var node: Int?
    var generation: Int32 = 0
    var restarts: Int64 = 0
    /// Counts the starts under this name, to key their draws.
    var starts: UInt32 = 0
    /// Whether the present start includes pulling the image.
    var startsCold = false

    /// Where a pod is in its life, whatever the API says.
    package enum State: Hashable, Sendable {
        /// No node has been found; why not.
        case pending(reason: String)
        /// Bound to a node, but its containers cannot be made: a config map is missing.
        case blocked(reason: String)
        /// Bound to a node that does not have its image and cannot pull it.
        case withoutImage
        /// Its containers ended, and are started again in vain.
        case crashed
        /// Its containers run, but do not pass their probes.
        case unready
        /// Its containers are starting.
        case starting
        /// Its containers run and would pass their probes.
        case running
        /// Its node is stopped.
        case stopped
    }

    /// Whether its containers run.
    package var isRunning: Bool { state == .running }
    /// Whether the API sends requests to it.
    package var isEndpoint: Bool { isReady && !isTerminating }
    /// Whether requests to its services reach it and are answered.
    package var isServing: Bool { isRunning && isEndpoint }

    /// Whether it was deleted but its node has not confirmed it.
    package var isTerminating: Bool { deleted != nil }

    /// The pod's name with what it belongs to.
    package var reference: PodReference {
        PodReference(namespace: namespace, name: name, owner: owner)
    }
}
