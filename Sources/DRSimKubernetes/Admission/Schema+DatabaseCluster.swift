import OrderedCollections

extension Schema {
    /// The CloudNativePG `Cluster`, as deep as plans and runbooks reach into it (A1, A4, A13, A15).
    static let databaseCluster: Schema = .object(
        [
            "apiVersion": .string, "kind": .string, "metadata": .any, "spec": databaseSpecification,
            "status": .any,
        ], required: ["spec"])

    private static let databaseSpecification: Schema = .object(
        [
            "description": .string, "inheritedMetadata": .any, "imageName": .string, "imageCatalogRef": .any,
            "imagePullPolicy": .string, "imagePullSecrets": .any, "schedulerName": .string,
            "postgresUID": .integer(minimum: 0), "postgresGID": .integer(minimum: 0),
            "instances": .integer(minimum: 1), "minSyncReplicas": .integer(minimum: 0),
            "maxSyncReplicas": .integer(minimum: 0), "postgresql": postgresql, "replicationSlots": .any,
            "bootstrap": bootstrap, "replica": replica, "superuserSecret": .any,
            "enableSuperuserAccess": .boolean, "certificates": .any, "storage": storage,
            "serviceAccountTemplate": .any, "walStorage": storage, "ephemeralVolumeSource": .any,
            "startDelay": .integer(minimum: 0), "stopDelay": .integer(minimum: 0),
            "smartShutdownTimeout": .integer(minimum: 0), "switchoverDelay": .integer(minimum: 0),
            "failoverDelay": .integer(minimum: 0), "livenessProbeTimeout": .integer(minimum: 0),
            "affinity": .any, "topologySpreadConstraints": .any, "resources": .any,
            "ephemeralVolumesSizeLimit": .any, "priorityClassName": .string,
            "primaryUpdateStrategy": .choice(["unsupervised", "supervised"]),
            "primaryUpdateMethod": .choice(["switchover", "restart"]), "backup": backup,
            "nodeMaintenanceWindow": .any, "monitoring": monitoring,
            "externalClusters": .list(externalCluster),
            "logLevel": .choice(["error", "warning", "info", "debug", "trace"]),
            "projectedVolumeTemplate": .any, "env": .any, "envFrom": .any, "managed": .any,
            "seccompProfile": .any, "tablespaces": .any, "enablePDB": .boolean, "plugins": .any,
            "probes": .any, "securityContext": .any, "podSecurityContext": .any,
        ], required: ["instances"])

    private static let postgresql: Schema = [
        "parameters": .map(.string), "synchronous": synchronous, "pg_hba": .list(.string),
        "pg_ident": .list(.string), "syncReplicaElectionConstraint": .any,
        "shared_preload_libraries": .list(.string), "ldap": .any, "promotionTimeout": .integer(minimum: 0),
        "enableAlterSystem": .boolean, "extensions": .any,
    ]

    private static let synchronous: Schema = .object(
        [
            "method": .choice(["any", "first"]), "number": .integer(minimum: 1),
            "maxStandbyNamesFromCluster": .integer(minimum: 0), "standbyNamesPre": .list(.string),
            "standbyNamesPost": .list(.string), "dataDurability": .choice(["required", "preferred"]),
            "failoverQuorum": .boolean,
        ], required: ["method", "number"])

    private static let bootstrap: Schema = [
        "initdb": .any,
        "recovery": [
            "backup": .any, "source": .string, "volumeSnapshots": .any, "recoveryTarget": .any,
            "database": .string, "owner": .string, "secret": .any,
        ],
        "pg_basebackup": Schema.object(
            ["source": .string, "database": .string, "owner": .string, "secret": .any],
            required: ["source"]),
    ]

    private static let replica: Schema = .object(
        [
            "self": .string, "primary": .string, "source": .string, "enabled": .boolean,
            "promotionToken": .string, "minApplyDelay": .string,
        ], required: ["source"])

    private static let storage: Schema = [
        "storageClass": .string, "size": .string, "resizeInUseVolumes": .boolean, "pvcTemplate": .any,
    ]

    private static let backup: Schema = [
        "volumeSnapshot": .any, "barmanObjectStore": objectStore, "retentionPolicy": .retentionPolicy,
        "target": .choice(["primary", "prefer-standby"]),
    ]

    private static let objectStore: Schema = .object(
        [
            "destinationPath": .string, "endpointURL": .string, "endpointCA": .any, "serverName": .string,
            "s3Credentials": .any, "azureCredentials": .any, "googleCredentials": .any,
            "wal": [
                "compression": .string, "encryption": .string, "maxParallel": .integer(minimum: 1),
                "archiveAdditionalCommandArgs": .list(.string),
                "restoreAdditionalCommandArgs": .list(.string),
            ],
            "data": .any, "tags": .map(.string), "historyTags": .map(.string),
        ], required: ["destinationPath"])

    private static let monitoring: Schema = [
        "disableDefaultQueries": .boolean, "customQueriesConfigMap": .any, "customQueriesSecret": .any,
        "enablePodMonitor": .boolean, "tls": .any, "podMonitorMetricRelabelings": .any,
        "podMonitorRelabelings": .any, "metricsQueriesTTL": .string,
    ]

    private static let externalCluster: Schema = .object(
        [
            "name": .string, "connectionParameters": .map(.string), "sslCert": .any, "sslKey": .any,
            "sslRootCert": .any, "password": .any, "barmanObjectStore": objectStore, "plugin": .any,
        ], required: ["name"])
}
