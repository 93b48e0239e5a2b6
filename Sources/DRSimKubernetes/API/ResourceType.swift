/// A type of objects an API server stores, by all the names it answers to.
package struct ResourceType: Hashable, Sendable {
    /// The API group; empty for the core group.
    package let group: String
    /// The version of the group.
    package let version: String
    /// The kind, such as `Deployment`.
    package let kind: String
    /// The plural, such as `deployments`; unique among the types of a cluster.
    package let plural: String
    /// Short names, such as `deploy`.
    package let shortNames: [String]
    /// Whether objects live in namespaces.
    package let isNamespaced: Bool
    /// Whether there is a `status` subresource.
    package let hasStatus: Bool
    /// Whether the type is defined by a custom resource definition.
    package let isCustom: Bool

    init(
        _ kind: String, _ plural: String, _ shortNames: [String] = [], group: String = "",
        version: String = "v1", isNamespaced: Bool = true, hasStatus: Bool = false, isCustom: Bool = false
    ) {
        (self.group, self.version, self.kind, self.plural) = (group, version, kind, plural)
        (self.shortNames, self.isNamespaced) = (shortNames, isNamespaced)
        (self.hasStatus, self.isCustom) = (hasStatus, isCustom)
    }

    /// The singular, such as `deployment`.
    package var singular: String { kind.lowercased() }

    /// The `apiVersion` of its objects.
    package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

    /// The plural with the group, as errors have it: `deployments.apps`.
    package var qualifiedPlural: String { group.isEmpty ? plural : "\(plural).\(group)" }

    /// Whether this is what a command line means: plural, singular, kind or short name in any
    /// case, alone or followed by the group, or by version and group.
    package func answers(to name: String) -> Bool {
        let (bare, suffix) = Self.parts(of: name)
        return names.contains(bare) && isOf(suffix)
    }

    private var names: [String] { [plural, singular] + shortNames }

    private func isOf(_ suffix: Substring) -> Bool {
        suffix.isEmpty || suffix == group || suffix == "\(version).\(group)"
    }

    private static func parts(of name: String) -> (bare: String, suffix: Substring) {
        let name = name.lowercased()
        let bare = name.prefix { $0 != "." }
        return (String(bare), name.dropFirst(bare.count + 1))
    }
}

extension ResourceType {
    static let pods = ResourceType("Pod", "pods", ["po"], hasStatus: true)
    static let services = ResourceType("Service", "services", ["svc"], hasStatus: true)
    static let configMaps = ResourceType("ConfigMap", "configmaps", ["cm"])
    static let secrets = ResourceType("Secret", "secrets")
    static let namespaces = ResourceType(
        "Namespace", "namespaces", ["ns"], isNamespaced: false, hasStatus: true)
    static let nodes = ResourceType("Node", "nodes", ["no"], isNamespaced: false, hasStatus: true)
    static let volumeClaims = ResourceType(
        "PersistentVolumeClaim", "persistentvolumeclaims", ["pvc"], hasStatus: true)
    static let events = ResourceType("Event", "events", ["ev"])
    static let deployments = ResourceType(
        "Deployment", "deployments", ["deploy"], group: "apps", hasStatus: true)
    static let ingresses = ResourceType(
        "Ingress", "ingresses", ["ing"], group: "networking.k8s.io", hasStatus: true)
    static let autoscalers = ResourceType(
        "HorizontalPodAutoscaler", "horizontalpodautoscalers", ["hpa"], group: "autoscaling",
        version: "v2", hasStatus: true)
    /// The operator's databases.
    package static let databaseClusters = custom("Cluster", "clusters", group: "postgresql.cnpg.io")
    /// Their base backups.
    package static let databaseBackups = custom("Backup", "backups", group: "postgresql.cnpg.io")
    /// What asks for base backups by itself.
    package static let databaseSchedules = custom(
        "ScheduledBackup", "scheduledbackups", group: "postgresql.cnpg.io")
    static let applications = ResourceType(
        "Application", "applications", ["app", "apps"], group: "argoproj.io", version: "v1alpha1",
        isCustom: true)
    static let projects = ResourceType(
        "AppProject", "appprojects", ["appproj", "appprojs"], group: "argoproj.io", version: "v1alpha1",
        isCustom: true)
    static let certificates = custom(
        "Certificate", "certificates", ["cert", "certs"], group: "cert-manager.io")
    static let volumeSnapshots = custom(
        "VolumeSnapshot", "volumesnapshots", ["vs"], group: "snapshot.storage.k8s.io")

    private static func custom(
        _ kind: String, _ plural: String, _ shortNames: [String] = [], group: String
    ) -> ResourceType {
        ResourceType(kind, plural, shortNames, group: group, hasStatus: true, isCustom: true)
    }

    /// Every type a cluster of drsim knows; a name two types answer to means the first.
    package static let all: [ResourceType] = [
        pods, services, configMaps, secrets, namespaces, nodes, volumeClaims, events, deployments,
        ingresses, autoscalers, databaseClusters, databaseBackups, databaseSchedules, applications,
        projects, certificates, volumeSnapshots,
    ]

    /// The types that answer to a bare name: servers are asked for types by name thousands of times a trial.
    private static let byName = Dictionary(
        grouping: all.flatMap { type in type.names.map { (name: $0, type: type) } }, by: \.name)

    /// The first type that answers to a name.
    static func named(_ name: String) -> ResourceType? {
        let (bare, suffix) = parts(of: name)
        return byName[bare]?.first { $0.type.isOf(suffix) }?.type
    }
}
