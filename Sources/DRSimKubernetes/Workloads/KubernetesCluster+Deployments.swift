import DRSimDocument
import DRSimKernel
import OrderedCollections

extension KubernetesCluster {
    func deploymentIndex(_ namespace: String, _ name: String) -> Int? {
        deployments.firstIndex { $0.key.name == name && $0.key.namespace == namespace }
    }

    /// The deployment's object was created or changed.
    mutating func deploymentWritten(
        _ key: ObjectKey, from old: JSONValue?, to new: JSONValue, _ turn: inout Turn
    ) {
        let specification = Deployment.Specification(new)
        guard let index = deploymentIndex(key.namespace, key.name) else {
            deployments.append(
                Deployment(
                    key: key, stream: stream("deployment", key.namespace, key.name), created: turn.now,
                    specification: specification))
            readServices()
            reconcile(deployment: deployments.count - 1, &turn)
            return
        }
        deployments[index].specification = specification
        let (before, after) = (
            old?[path: "spec", "template"] ?? .null, new[path: "spec", "template"] ?? .null
        )
        if !before.means(after) {
            readServices()
            deployments[index].history = deployments[index].history.suffix(9) + [before]
            deployments[index].revision += 1
            deployments[index].isRollingOut = true
            turn.record(.rolloutStarted(deployments[index].reference))
        }
        reconcile(deployment: index, &turn)
    }

    mutating func deploymentDeleted(_ key: ObjectKey, _ turn: inout Turn) {
        guard let index = deploymentIndex(key.namespace, key.name) else { return }
        let owner = deployments[index].owner
        deployments.remove(at: index)
        readServices()
        for pod in pods.ids(where: { $0.owner == owner && $0.namespace == key.namespace }) {
            if let index = pods.index(of: pod) { removePod(at: index) }
        }
    }

    mutating func reconcileDeployments(_ turn: inout Turn) {
        for index in deployments.indices { reconcile(deployment: index, &turn) }
    }

    /// Creates and deletes pods until the deployment's controller would leave them as they are.
    mutating func reconcile(deployment index: Int, _ turn: inout Turn) {
        guard isControlPlaneUp else { return }
        var change: PodSet.Change
        repeat {
            change = PodSet(deployments[index], among: pods.all).change
            for id in change.deletions {
                if let pod = pods.index(of: id) { removePod(at: pod) }
            }
            for _ in 0..<change.creations { createPod(ofDeployment: index, &turn) }
        } while !change.isEmpty
        finishRollout(ofDeployment: index, &turn)
    }

    private mutating func createPod(ofDeployment index: Int, _ turn: inout Turn) {
        let name = deployments[index].nextPodName()
        let deployment = deployments[index]
        var template = deployment.specification.template
        template.labels["pod-template-hash"] = deployment.templateHash
        insertPod(
            template, name: name, namespace: deployment.key.namespace, owner: deployment.owner,
            revision: deployment.revision, &turn)
    }

    private mutating func finishRollout(ofDeployment index: Int, _ turn: inout Turn) {
        guard deployments[index].isRollingOut else { return }
        let set = PodSet(deployments[index], among: pods.all)
        guard set.isComplete else { return }
        deployments[index].isRollingOut = false
        turn.record(.rolloutFinished(deployments[index].reference))
    }
}
