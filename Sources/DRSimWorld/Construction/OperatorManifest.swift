import DRSimDocument
import DRSimKubernetes

// The operator as its own release installs it (A10): one replica that asks for little.

extension JSONValue {
    /// The namespace of the databases' operator.
    static let operatorNamespace: JSONValue = [
        "apiVersion": "v1", "kind": "Namespace",
        "metadata": ["name": .string(KubernetesCluster.operatorNamespace)],
    ]

    /// The deployment of the databases' operator.
    static let operatorDeployment: JSONValue = [
        "apiVersion": "apps/v1", "kind": "Deployment",
        "metadata": [
            "name": .string(KubernetesCluster.operatorName),
            "namespace": .string(KubernetesCluster.operatorNamespace),
        ],
        "spec": [
            "replicas": 1,
            "selector": ["matchLabels": ["app.kubernetes.io/name": "cloudnative-pg"]],
            "template": [
                "metadata": ["labels": ["app.kubernetes.io/name": "cloudnative-pg"]],
                "spec": [
                    "containers": [
                        [
                            "name": "manager", "image": "ghcr.io/cloudnative-pg/cloudnative-pg",
                            "resources": ["requests": ["cpu": "100m", "memory": "100Mi"]],
                        ]
                    ]
                ],
            ],
        ],
    ]
}
