import DRSimDocument
import DRSimKernel

extension KubernetesCluster {
    /// The status of a deployment, computed from its pods when it is read.
    func deploymentStatus(_ object: StoredObject) -> JSONValue? {
        guard let index = deploymentIndex(object.namespace, object.name) else { return nil }
        let deployment = deployments[index]
        let own = pods.all.filter {
            $0.owner == deployment.owner && $0.namespace == object.namespace && !$0.isTerminating
        }
        let wanted = deployment.specification.replicas
        let ready = own.count(where: \.isReady)
        let updated = own.count { $0.revision == deployment.revision }
        let isAvailable = ready >= wanted - deployment.specification.maxUnavailable
        var status: JSONValue = ["observedGeneration": .integer(object.generation)]
        let counts = [
            ("replicas", own.count), ("updatedReplicas", updated), ("readyReplicas", ready),
            ("availableReplicas", ready), ("unavailableReplicas", max(0, max(wanted, own.count) - ready)),
        ]
        for (key, count) in counts where count > 0 { status[key] = .integer(Int64(count)) }
        status["conditions"] = [
            condition(
                "Available", isAvailable,
                isAvailable ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable"),
            condition(
                "Progressing", true,
                deployment.isRollingOut ? "ReplicaSetUpdated" : "NewReplicaSetAvailable"),
        ]
        return status
    }

    func condition(_ type: JSONValue, _ isTrue: Bool, _ reason: JSONValue = .null) -> JSONValue {
        var condition: JSONValue = ["type": type, "status": isTrue ? "True" : "False"]
        if reason != .null { condition["reason"] = reason }
        return condition
    }
}
