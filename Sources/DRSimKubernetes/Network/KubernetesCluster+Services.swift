import DRSimDocument
import DRSimKernel
import OrderedCollections

extension KubernetesCluster {
    /// What a host name means to a pod of `namespace`: `name`, `name.namespace`, with or without
    /// `svc` and the cluster's domain. `nil` if the cluster's DNS has no such service; pods have no
    /// names of their own in it (A20).
    package func serviceTarget(host: String, from namespace: String) -> ServiceTarget? {
        Self.service(host: host, from: namespace).flatMap {
            serviceTarget(named: $0.name, namespace: $0.namespace)
        }
    }

    /// The database cluster, of the namespace of the service, whose primary a host name means to a pod of
    /// `namespace`; `nil` if it means anything else.
    package func primaryDatabase(behind host: String, from namespace: String) -> ObjectReference? {
        guard let service = Self.service(host: host, from: namespace),
            case .databaseCluster(let name, "primary")? = backend(
                of: service.name, namespace: service.namespace)
        else { return nil }
        return ObjectReference(kind: "Cluster", namespace: service.namespace, name: name)
    }

    /// The deployment, of the namespace of the service, that a host name means to a pod of `namespace`;
    /// `nil` if it means anything else.
    package func deployment(behindService host: String, from namespace: String) -> ObjectReference? {
        guard let service = Self.service(host: host, from: namespace),
            case .deployment(let name)? = backend(of: service.name, namespace: service.namespace)
        else { return nil }
        return ObjectReference(kind: "Deployment", namespace: service.namespace, name: name)
    }

    /// What stands behind a service; `nil` if there is no such service.
    func backend(of service: String, namespace: String) -> ServiceTarget.Backend? {
        services.first { $0.name == service && $0.namespace == namespace }?.backend
    }

    private static func service(
        host: String, from namespace: String
    ) -> (name: String, namespace: String)? {
        var parts = host.split(separator: ".").map(String.init)
        if parts.suffix(2) == ["cluster", "local"] { parts.removeLast(2) }
        if parts.count == 3, parts[2] == "svc" { parts.removeLast() }
        guard let name = parts.first, parts.count <= 2 else { return nil }
        return (name, parts.count == 2 ? parts[1] : namespace)
    }

    /// Where requests to a service go; `nil` if there is no such service.
    package func serviceTarget(named name: String, namespace: String) -> ServiceTarget? {
        guard let rule = services.first(where: { $0.name == name && $0.namespace == namespace }) else {
            return nil
        }
        var (endpoints, serving) = (0, 0)
        for index in pods.all.indices where pods[index].isEndpoint {
            guard pods[index].namespace == namespace, rule.selects(pods[index].template.labels) else {
                continue
            }
            endpoints += 1
            if pods[index].isRunning { serving += 1 }
        }
        return ServiceTarget(
            namespace: namespace, service: name, backend: rule.backend, endpoints: endpoints, serving: serving
        )
    }

    /// Decodes the services anew, after a service or the labels of a deployment changed.
    mutating func readServices() {
        services = store.objects(of: .services, namespace: nil).map { object in
            var rule = ServiceRule(object)
            rule.backend = backend(of: rule)
            return rule
        }
    }

    private func backend(of rule: ServiceRule) -> ServiceTarget.Backend {
        if let host = rule.externalName { return .externalName(host) }
        if let cluster = rule.databaseCluster {
            return .databaseCluster(cluster, role: rule.selector[Self.roleLabel])
        }
        let deployment = deployments.first {
            $0.key.namespace == rule.namespace && rule.selects($0.specification.template.labels)
        }
        return deployment.map { .deployment($0.key.name) } ?? .nothing
    }
}

extension KubernetesCluster {
    /// The label by which a database service selects instances by their role.
    package static let roleLabel = "cnpg.io/instanceRole"
    /// The label by which a database service selects the instances of its cluster.
    package static let clusterLabel = "cnpg.io/cluster"

    /// The operator makes the three services of a new database cluster (A20).
    mutating func databaseClusterCreated(_ key: ObjectKey, _ turn: inout Turn) {
        let roles: [(suffix: String, role: String?)] = [("rw", "primary"), ("ro", "replica"), ("r", nil)]
        for (suffix, role) in roles {
            let service = ObjectKey(.services, key.namespace, "\(key.name)-\(suffix)")
            guard store[service] == nil else { continue }
            var selector: JSONValue = [Self.clusterLabel: .string(key.name)]
            if let role { selector[Self.roleLabel] = .string(role) }
            store.insert(
                [
                    "apiVersion": "v1", "kind": "Service",
                    "metadata": [
                        "labels": [Self.clusterLabel: .string(key.name)], "name": .string(service.name),
                        "namespace": .string(key.namespace),
                    ],
                    "spec": [
                        "ports": [["name": "postgres", "port": 5432, "protocol": "TCP", "targetPort": 5432]],
                        "selector": selector, "type": "ClusterIP",
                    ],
                ], of: .services, key: service, owner: key, at: turn.now)
        }
        readServices()
    }
}
