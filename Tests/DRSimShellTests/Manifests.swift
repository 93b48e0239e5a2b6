import DRSimDocument
import OrderedCollections

/// What is installed in the two clusters.
enum Manifests {
    static let west: [JSONValue] = [
        deployment("backend", replicas: 3, namespace: "production"),
        deployment("frontend", replicas: 0, namespace: "production"),
        service("backend"), service("frontend"), settings, database,
        ingress("public", host: "api.example.com", certified: "api.example.com"),
        ingress("app", host: "app.example.com", certified: "other.example.com"),
    ]

    static let east: [JSONValue] = [
        deployment("backend", replicas: 0, namespace: "recovery"), copy, application,
    ]

    static func deployment(_ name: JSONValue, replicas: JSONValue, namespace: JSONValue = "recovery")
        -> JSONValue
    {
        let container: JSONValue = ["name": "main", "image": "erp:1"]
        return [
            "apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": ["name": name, "namespace": namespace, "labels": ["app": name]],
            "spec": [
                "replicas": replicas, "selector": ["matchLabels": ["app": name]],
                "template": ["metadata": ["labels": ["app": name]], "spec": ["containers": [container]]],
            ],
        ]
    }

    private static func service(_ name: JSONValue) -> JSONValue {
        [
            "apiVersion": "v1", "kind": "Service", "metadata": ["name": name, "namespace": "production"],
            "spec": ["selector": ["app": name], "ports": [["port": 80]]],
        ]
    }

    private static let settings: JSONValue = [
        "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "settings", "namespace": "production"],
        "data": ["DATABASE_HOST": "orders-db-rw"],
    ]

    /// An ingress of a host with a path for each deployment, and one whose service is not there.
    private static func ingress(_ name: JSONValue, host: JSONValue, certified: JSONValue) -> JSONValue {
        let paths = [("/api", "backend"), ("/shop", "frontend"), ("/gone", "gone")].map { path, service in
            JSONValue.object([
                "path": .string(path), "pathType": "Prefix",
                "backend": ["service": ["name": .string(service), "port": ["number": 80]]],
            ])
        }
        return [
            "apiVersion": "networking.k8s.io/v1", "kind": "Ingress",
            "metadata": ["name": name, "namespace": "production"],
            "spec": [
                "ingressClassName": "nginx", "tls": [["hosts": [certified], "secretName": "tls"]],
                "rules": [["host": host, "http": ["paths": .array(paths)]]],
            ],
        ]
    }

    private static let database: JSONValue = [
        "apiVersion": "postgresql.cnpg.io/v1", "kind": "Cluster",
        "metadata": ["name": "orders-db", "namespace": "production"],
        "spec": [
            "instances": 3, "storage": ["size": "10Gi"],
            "bootstrap": ["initdb": ["database": "app", "owner": "app"]],
        ],
    ]

    private static let copy: JSONValue = [
        "apiVersion": "postgresql.cnpg.io/v1", "kind": "Cluster",
        "metadata": ["name": "orders-copy", "namespace": "recovery"],
        "spec": [
            "instances": 2, "storage": ["size": "10Gi"], "bootstrap": ["pg_basebackup": ["source": "origin"]],
            "replica": ["enabled": true, "source": "origin"],
            "externalClusters": [["name": "origin", "connectionParameters": ["host": "west.example.com"]]],
        ],
    ]

    private static let application: JSONValue = [
        "apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
        "metadata": ["name": "erp", "namespace": "argocd"],
        "spec": [
            "project": "default", "source": ["repoURL": "https://git.example.com/erp", "path": "erp"],
            "destination": ["server": "https://kubernetes.default.svc", "namespace": "recovery"],
        ],
    ]
}
