import DRSimDocument

/// Objects that tests submit.
enum Manifests {
    static func deployment(
        _ name: String = "backend", replicas: Int64 = 4, cpu: JSONValue = "500m", image: JSONValue = "erp:1",
        namespace: String = "production"
    ) -> JSONValue {
        [
            "apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": ["name": .string(name), "namespace": .string(namespace)],
            "spec": [
                "replicas": .integer(replicas), "selector": ["matchLabels": ["app": .string(name)]],
                "template": [
                    "metadata": ["labels": ["app": .string(name)]],
                    "spec": [
                        "containers": [
                            [
                                "name": "main", "image": image,
                                "resources": ["requests": ["cpu": cpu, "memory": "512Mi"]],
                            ]
                        ]
                    ],
                ],
            ],
        ]
    }

    static func configured(_ name: String = "backend", by map: String = "settings") -> JSONValue {
        var object = deployment(name)
        object = object.merging(patch: [
            "spec": [
                "template": [
                    "spec": [
                        "containers": [
                            [
                                "name": "main", "image": "erp:1",
                                "envFrom": [["configMapRef": ["name": .string(map)]]],
                                "env": [["name": "MODE", "value": "live"]],
                            ]
                        ]
                    ]
                ]
            ]
        ])
        return object
    }

    static func configMap(_ name: String = "settings", _ data: JSONValue) -> JSONValue {
        [
            "apiVersion": "v1", "kind": "ConfigMap",
            "metadata": ["name": .string(name), "namespace": "production"], "data": data,
        ]
    }

    static func service(_ name: String, selecting app: String, namespace: String = "production") -> JSONValue
    {
        [
            "apiVersion": "v1", "kind": "Service",
            "metadata": ["name": .string(name), "namespace": .string(namespace)],
            "spec": ["selector": ["app": .string(app)], "ports": [["port": 80]]],
        ]
    }

    /// A database cluster the operator accepts, changed by a merge patch of its `spec`.
    static func database(_ name: String = "orders-db", _ changes: JSONValue = [:]) -> JSONValue {
        let spec: JSONValue = [
            "instances": 3, "storage": ["size": "10Gi"],
            "bootstrap": ["initdb": ["database": "app", "owner": "app"]],
        ]
        return [
            "apiVersion": "postgresql.cnpg.io/v1", "kind": "Cluster",
            "metadata": ["name": .string(name), "namespace": "production"],
            "spec": spec.merging(patch: changes),
        ]
    }

    /// A database cluster that follows another one.
    static func replica(_ name: String = "orders-copy", _ changes: JSONValue = [:]) -> JSONValue {
        let following: JSONValue = [
            "bootstrap": ["initdb": .null, "pg_basebackup": ["source": "origin"]],
            "replica": ["enabled": true, "source": "origin"],
            "externalClusters": [["name": "origin", "connectionParameters": ["host": "far.example.com"]]],
        ]
        return database(name, following.merging(patch: changes))
    }

    static func ingress(
        _ name: String = "public", host: JSONValue = "erp.example.com", paths: [(String, String)],
        certified: JSONValue = ["erp.example.com"], annotations: JSONValue = [:]
    ) -> JSONValue {
        let entries = paths.map { path, service -> JSONValue in
            [
                "path": .string(path), "pathType": "Prefix",
                "backend": ["service": ["name": .string(service), "port": ["number": 80]]],
            ]
        }
        return [
            "apiVersion": "networking.k8s.io/v1", "kind": "Ingress",
            "metadata": ["name": .string(name), "namespace": "production", "annotations": annotations],
            "spec": [
                "tls": [["hosts": certified, "secretName": "tls"]],
                "rules": [["host": host, "http": ["paths": .array(entries)]]],
            ],
        ]
    }

    static func application(
        _ name: String = "erp", automated: JSONValue = .null, options: JSONValue = ["CreateNamespace=true"],
        ignored: JSONValue = []
    ) -> JSONValue {
        let policy: JSONValue = ["syncOptions": options]
        return [
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
            "metadata": ["name": .string(name), "namespace": "argocd"],
            "spec": [
                "project": "default", "source": ["repoURL": "https://git.example.com/erp", "path": "erp"],
                "destination": ["server": "https://kubernetes.default.svc", "namespace": "production"],
                "syncPolicy": policy.merging(patch: ["automated": automated]),
                "ignoreDifferences": ignored,
            ],
        ]
    }
}
