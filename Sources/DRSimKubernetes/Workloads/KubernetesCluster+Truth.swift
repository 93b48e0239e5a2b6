import OrderedCollections

/// A value of a configuration key, and how many serving pods use it.
package struct ConfigurationUse: Hashable, Sendable {
    /// The value; `nil` where the key is not set.
    package let value: String?
    /// How many serving pods were started with it.
    package let pods: Int
}

extension KubernetesCluster {
    /// How many pods of a deployment answer requests at present; the truth, not what the API says.
    package func readyPods(deployment name: String, namespace: String) -> Int {
        pods.indices(ofDeployment: name, namespace: namespace).count { pods[$0].isServing }
    }

    /// How many of them run in a zone.
    package func readyPods(deployment name: String, namespace: String, zone: String) -> Int {
        pods.indices(ofDeployment: name, namespace: namespace).count { index in
            pods[index].isServing && pods[index].node.map { nodes[$0].zone == zone } ?? false
        }
    }

    /// How many pods a deployment asks for; `nil` if there is no such deployment.
    package func desiredReplicas(deployment name: String, namespace: String) -> Int? {
        deploymentIndex(namespace, name).map { deployments[$0].specification.replicas }
    }

    /// The values of an environment variable that a deployment's serving pods were started with,
    /// oldest pods first; empty while none serves (D10).
    package func configuration(
        ofDeployment name: String, namespace: String, key: String
    ) -> [ConfigurationUse] {
        var uses: [ConfigurationUse] = []
        for index in pods.indices(ofDeployment: name, namespace: namespace) where pods[index].isServing {
            let value = pods[index].environment[key]
            if let use = uses.firstIndex(where: { $0.value == value }) {
                uses[use] = ConfigurationUse(value: value, pods: uses[use].pods + 1)
            } else {
                uses.append(ConfigurationUse(value: value, pods: 1))
            }
        }
        return uses
    }

    /// Whether a deployment still replaces pods of earlier templates, as the API sees it.
    package func isRollingOut(deployment name: String, namespace: String) -> Bool {
        deploymentIndex(namespace, name).map { deployments[$0].isRollingOut } ?? false
    }

    /// How many pods of a deployment the API calls ready; behind the truth while a node's silence
    /// has not been noticed.
    package func reportedReadyPods(deployment name: String, namespace: String) -> Int {
        pods.indices(ofDeployment: name, namespace: namespace).count { pods[$0].isEndpoint }
    }
}
