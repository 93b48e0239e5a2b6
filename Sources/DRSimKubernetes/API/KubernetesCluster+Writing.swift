package import DRSimDocument
package import DRSimKernel
package import DRSimUnits

/// What a write did.
package struct WriteOutcome: Hashable, Sendable {
    /// What became of the object.
    package let verb: Verb
    /// What the server warns of, such as `unknown field "spec.switchover"`.
    package let warnings: [String]

    /// What became of an object, in the words of `kubectl apply`.
    package enum Verb: String, Hashable, Sendable {
        case created
        case configured
        case unchanged
    }

    /// Whether anything changed.
    package var isChanged: Bool { verb != .unchanged }
}

extension KubernetesCluster {
    /// Creates an object; `namespace` is for one that names none itself.
    package mutating func create(
        _ object: JSONValue, namespace: String = "default", at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) -> WriteOutcome {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        let (type, key) = try address(of: object, namespace: namespace)
        guard store[key] == nil else { throw .alreadyExists(type, key.name) }
        return try insert(object, type, key, &turn)
    }

    /// Creates an object or changes it to what is given; what was applied before and is no longer
    /// named goes away.
    ///
    /// - Parameter isStrict: whether an unknown field is an error, or dropped (`--validate=warn`).
    package mutating func apply(
        _ object: JSONValue, namespace: String = "default", isStrict: Bool = true, at now: Instant,
        draws: Draws, effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) -> WriteOutcome {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        return try apply(object, namespace: namespace, isStrict: isStrict, &turn)
    }

    /// Applies an object of the trial's start, as if it had long been there: its namespace exists,
    /// its pods run.
    package mutating func install(
        _ object: JSONValue, namespace: String = "default", at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) -> WriteOutcome {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        turn.isWarm = true
        let home = object[path: "metadata", "namespace"]?.string ?? namespace
        if !store.hasNamespace(home) { store.insertNamespace(home, at: now) }
        return try apply(object, namespace: namespace, &turn)
    }

    /// Changes an object by a patch. Unknown fields are dropped with a warning; `status` can only be
    /// reached through its subresource.
    package mutating func patch(
        _ type: ResourceType, namespace: String, name: String, with body: JSONValue,
        strategy: PatchStrategy, subresource: Subresource? = nil, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) -> WriteOutcome {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        let key = ObjectKey(type, namespace, name)
        let old = try stored(type, key).value
        if subresource == .scale || (subresource == .status && !type.hasStatus) {
            throw .unknownResource
        }
        var new = try Patch(strategy: strategy, body: body).applied(to: old, of: type)
        try requireSameIdentity(old, new, name: name)
        if subresource == .status {
            let status = new["status"]
            new = old
            new["status"] = status
        } else if type.hasStatus {
            new["status"] = old["status"]
        }
        return try update(key, type, to: new, isStrict: false, &turn)
    }

    /// Sets the number of replicas of a deployment, or of instances of a database cluster.
    package mutating func scale(
        _ type: ResourceType, namespace: String, name: String, to replicas: Int64, at now: Instant,
        draws: Draws, effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) -> WriteOutcome {
        let fields: [ResourceType: String] = [.deployments: "replicas", .databaseClusters: "instances"]
        guard let field = fields[type] else { throw .unknownResource }
        guard Int32(exactly: replicas) != nil else {
            _ = try object(type, namespace: namespace, name: name)
            throw .undecodable(
                "Scale", "v1", "number \(replicas) into Go struct field spec.replicas of type int32")
        }
        return try patch(
            type, namespace: namespace, name: name, with: ["spec": [field: .integer(replicas)]],
            strategy: .merge, at: now, draws: draws, effects: &effects)
    }

    /// Replaces the pods of a deployment one wave after another.
    package mutating func restartRollout(
        _ type: ResourceType, namespace: String, name: String, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) -> WriteOutcome {
        guard type == .deployments else {
            throw APIError(.badRequest, "\(type.qualifiedPlural) \"\(name)\" restarting is not supported")
        }
        let annotation: JSONValue = ["kubectl.kubernetes.io/restartedAt": .string(timestamp(now))]
        let outcome = try patch(
            type, namespace: namespace, name: name,
            with: ["spec": ["template": ["metadata": ["annotations": annotation]]]], strategy: .strategic,
            at: now, draws: draws, effects: &effects)
        guard outcome.isChanged else {
            throw APIError(
                .badRequest,
                "if restart has already been triggered within the past second, please wait before "
                    + "attempting to trigger another")
        }
        return outcome
    }

    /// Gives a deployment the template back that it had before its present one.
    package mutating func undoRollout(
        _ type: ResourceType, namespace: String, name: String, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) {
        let key = ObjectKey(type, namespace, name)
        var object = try stored(type, key).value
        guard let index = deploymentIndex(namespace, name),
            let template = deployments[index].history.last
        else { throw APIError(.badRequest, "no rollout history found for deployment \"\(name)\"") }
        var spec = object["spec"] ?? [:]
        spec["template"] = template
        object["spec"] = spec
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        _ = try update(key, type, to: object, isStrict: false, &turn)
    }

    /// Deletes an object with everything that belongs to it. A pod whose node does not run stays as
    /// terminating, for its kubelet cannot confirm (D1), unless it is deleted by force.
    package mutating func delete(
        _ type: ResourceType, namespace: String, name: String, byForce: Bool = false, at now: Instant,
        draws: Draws, effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) throws(APIError) {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        try requireControlPlane()
        if type == .pods {
            guard let index = pods.index(namespace: namespace, name: name) else {
                throw .notFound(type, name)
            }
            if !byForce, pods[index].node.map({ !nodes[$0].isRunning }) ?? false {
                pods[index].deleted = pods[index].deleted ?? turn.now
            } else {
                replace(pod: pods[index].id, &turn)
            }
            reconcileDeployments(&turn)
        } else {
            try remove(ObjectKey(type, namespace, name), type, &turn)
        }
        schedulePods(&turn)
    }

    /// A controller outside of this target reports on an object; leaves no fact, as it follows from
    /// what the controller did.
    package mutating func setStatus(
        _ type: ResourceType, namespace: String, name: String, _ status: JSONValue
    ) {
        let key = ObjectKey(type, namespace, name)
        guard isControlPlaneUp, var object = store[key]?.value else { return }
        object["status"] = status
        store.replace(key, by: object, changesSpecification: false)
    }
}
