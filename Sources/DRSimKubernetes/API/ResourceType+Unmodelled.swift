extension ResourceType {
    /// What else such a cluster has, and drsim has no model of.
    package static let unmodelled = types(others)

    /// What nobody can make in a cluster of drsim: to be looked for like any other, and there is none of it.
    package static let vacant = types([
        (
            "",
            [
                "ServiceAccount serviceaccounts sa", "LimitRange limitranges limits",
                "ReplicationController replicationcontrollers rc", "ResourceQuota resourcequotas quota",
            ]
        ),
        ("apps", ["StatefulSet statefulsets sts", "DaemonSet daemonsets ds"]),
        ("batch", ["Job jobs", "CronJob cronjobs cj"]),
        ("networking.k8s.io", ["NetworkPolicy networkpolicies netpol"]),
        ("rbac.authorization.k8s.io", ["Role roles", "RoleBinding rolebindings"]),
    ])

    private static func types(_ groups: [(group: String, types: [String])]) -> [ResourceType] {
        groups.flatMap { group, types in
            types.map { names in
                let words = names.split(separator: " ").map(String.init)
                return ResourceType(words[0], words[1], Array(words.dropFirst(2)), group: group)
            }
        }
    }

    /// By group: kind, plural and short names.
    private static let others: [(group: String, types: [String])] = [
        (
            "",
            [
                "Endpoints endpoints ep", "PersistentVolume persistentvolumes pv",
                "PodTemplate podtemplates", "ComponentStatus componentstatuses cs",
            ]
        ),
        ("apps", ["ReplicaSet replicasets rs", "ControllerRevision controllerrevisions"]),
        ("apiextensions.k8s.io", ["CustomResourceDefinition customresourcedefinitions crd crds"]),
        ("apiregistration.k8s.io", ["APIService apiservices"]),
        ("coordination.k8s.io", ["Lease leases"]),
        ("discovery.k8s.io", ["EndpointSlice endpointslices"]),
        ("networking.k8s.io", ["IngressClass ingressclasses"]),
        ("policy", ["PodDisruptionBudget poddisruptionbudgets pdb"]),
        (
            "rbac.authorization.k8s.io",
            ["ClusterRole clusterroles", "ClusterRoleBinding clusterrolebindings"]
        ),
        ("scheduling.k8s.io", ["PriorityClass priorityclasses pc"]),
        (
            "storage.k8s.io",
            [
                "StorageClass storageclasses sc", "VolumeAttachment volumeattachments",
                "CSIDriver csidrivers", "CSINode csinodes",
            ]
        ),
        (
            "postgresql.cnpg.io",
            [
                "Pooler poolers", "Database databases", "ImageCatalog imagecatalogs",
                "ClusterImageCatalog clusterimagecatalogs", "DatabaseRole databaseroles",
                "Publication publications", "Subscription subscriptions", "FailoverQuorum failoverquorums",
            ]
        ),
        (
            "cert-manager.io",
            [
                "Issuer issuers", "ClusterIssuer clusterissuers",
                "CertificateRequest certificaterequests cr crs",
            ]
        ),
        ("argoproj.io", ["ApplicationSet applicationsets appset appsets"]),
        (
            "snapshot.storage.k8s.io",
            [
                "VolumeSnapshotClass volumesnapshotclasses vsclass",
                "VolumeSnapshotContent volumesnapshotcontents vsc",
            ]
        ),
    ]
}
