import OrderedCollections

extension Schema {
    /// The schema of the objects of a type; those of a type without one are not checked.
    static func of(_ type: ResourceType) -> Schema {
        switch type {
        case .databaseClusters: databaseCluster
        case .databaseSchedules: databaseSchedule
        case .databaseBackups: databaseBackup
        case .volumeSnapshots: volumeSnapshot
        case .applications: application
        case .deployments: deployment
        default: .any
        }
    }

    private static func resource(spec: Schema, others: [(String, Schema)] = []) -> Schema {
        let fields: [(String, Schema)] = [
            ("apiVersion", .string), ("kind", .string), ("metadata", .any), ("spec", spec), ("status", .any),
        ]
        return .object(.init(uniqueKeysWithValues: fields + others), required: ["spec"])
    }

    private static let deployment = resource(
        spec: [
            "replicas": .integer(minimum: 0, bits: 32), "selector": .any, "template": .any, "strategy": .any,
            "minReadySeconds": .integer(minimum: 0, bits: 32),
            "revisionHistoryLimit": .integer(minimum: 0, bits: 32),
            "paused": .boolean, "progressDeadlineSeconds": .integer(minimum: 0, bits: 32),
        ])

    private static let application = resource(
        spec: Schema.object(
            [
                "project": .string, "source": applicationSource, "sources": .list(applicationSource),
                "destination": ["server": .string, "namespace": .string, "name": .string],
                "syncPolicy": syncPolicy, "ignoreDifferences": .list(ignoredDifference),
                "info": .any, "revisionHistoryLimit": .integer(minimum: 0),
            ], required: ["destination", "project"]),
        others: [("operation", .any)])

    private static let applicationSource: Schema = [
        "repoURL": .string, "path": .string, "targetRevision": .string, "chart": .string, "ref": .string,
        "name": .string, "helm": .any, "kustomize": .any, "directory": .any, "plugin": .any,
    ]

    private static let syncPolicy: Schema = [
        "automated": [
            "prune": .boolean, "selfHeal": .boolean, "allowEmpty": .boolean, "enabled": .boolean,
        ],
        "syncOptions": .list(.string), "retry": .any, "managedNamespaceMetadata": .any,
    ]

    private static let ignoredDifference: Schema = Schema.object(
        [
            "group": .string, "kind": .string, "name": .string, "namespace": .string,
            "jsonPointers": .list(.string), "jqPathExpressions": .list(.string),
            "managedFieldsManagers": .list(.string),
        ], required: ["kind"])

    private static let databaseSchedule = resource(
        spec: Schema.object(
            [
                "schedule": .string, "cluster": .map(.string), "suspend": .boolean, "immediate": .boolean,
                "backupOwnerReference": .choice(["none", "self", "cluster"]),
                "target": .choice(["primary", "prefer-standby"]),
                "method": .choice(["barmanObjectStore", "volumeSnapshot", "plugin"]),
                "online": .boolean, "onlineConfiguration": .any, "pluginConfiguration": .any,
            ], required: ["schedule", "cluster"]))

    private static let databaseBackup = resource(
        spec: Schema.object(
            [
                "cluster": .map(.string), "target": .choice(["primary", "prefer-standby"]),
                "method": .choice(["barmanObjectStore", "volumeSnapshot", "plugin"]),
                "online": .boolean, "onlineConfiguration": .any, "pluginConfiguration": .any,
            ], required: ["cluster"]))

    private static let volumeSnapshot = resource(
        spec: Schema.object(
            [
                "source": ["persistentVolumeClaimName": .string, "volumeSnapshotContentName": .string],
                "volumeSnapshotClassName": .string,
            ], required: ["source"]))
}
