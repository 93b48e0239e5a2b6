import DRSimDocument
import DRSimKernel

extension KubernetesCluster {
    /// The status of an application, computed from Git and the cluster when it is read.
    func applicationStatus(_ object: StoredObject) -> JSONValue? {
        guard
            let application = applications.first(where: {
                $0.key.name == object.name && $0.key.namespace == object.namespace
            })
        else { return nil }
        var status: JSONValue = [
            "health": ["status": .string(health(of: application))],
            "sync": [
                "status": !isGitUp ? "Unknown" : isOutOfSync(application) ? "OutOfSync" : "Synced",
                "revision": .string(commitHash(content(for: application).revision)),
            ],
        ]
        if !isGitUp {
            status["conditions"] = [
                ["message": .string(comparisonError(of: application)), "type": "ComparisonError"]
            ]
        }
        if application.isSyncing {
            status["operationState"] = ["phase": "Running"]
        } else if let failure = application.failure {
            status["operationState"] = ["phase": "Failed", "message": .string(failure)]
        } else if application.attemptedRevision != nil {
            status["operationState"] = [
                "phase": "Succeeded", "message": "successfully synced (all tasks run)",
            ]
        }
        return status
    }

    private func health(of application: Application) -> String {
        let own = desired(by: application)
        if own.contains(where: { store[$0.key] == nil }) { return "Missing" }
        let isReady = own.filter { $0.type == .deployments }.allSatisfy { desired in
            let name = desired.key.name
            let wanted = desiredReplicas(deployment: name, namespace: desired.key.namespace) ?? 0
            let owner = PodOwner(kind: "Deployment", name: name)
            return pods(of: owner, namespace: desired.key.namespace).count(where: \.isReady) >= wanted
        }
        return isReady ? "Healthy" : "Progressing"
    }

    /// A commit's hash in the form Git has.
    private func commitHash(_ revision: Int) -> String {
        let digits = uid("git", "\(revision)").filter { $0 != "-" }
        return digits + String(digits.prefix(8))
    }
}
