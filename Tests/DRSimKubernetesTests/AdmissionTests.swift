import DRSimDocument
import DRSimKubernetes
import Testing

struct AdmissionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let object: JSONValue
        let message: String

        init(_ title: String, _ object: JSONValue, _ message: String) {
            (testDescription, self.object, self.message) = (title, object, message)
        }
    }

    private static func cluster(_ details: String, _ name: String = "orders-db") -> String {
        "Cluster.postgresql.cnpg.io \"\(name)\" is invalid: \(details)"
    }

    private static func strict(_ fields: String, _ kind: String = "Cluster", _ version: String = "v1")
        -> String
    {
        "\(kind) in version \"\(version)\" cannot be handled as a \(kind): strict decoding error: \(fields)"
    }

    private static func parameter(_ name: String, _ value: String) -> String {
        cluster(
            "spec.postgresql.parameters.\(name): Invalid value: \"\(value)\": "
                + "Can't set fixed configuration parameter")
    }

    /// A cluster that is recovered to a target.
    private static func recovered(to target: JSONValue) -> JSONValue {
        Manifests.database(
            "orders-db",
            [
                "bootstrap": ["initdb": .null, "recovery": ["source": "origin", "recoveryTarget": target]],
                "externalClusters": [["name": "origin"]],
            ])
    }

    private static func target(_ details: String) -> String {
        cluster("spec.bootstrap.recovery.recoveryTarget: \(details)")
    }

    private static func setting(_ name: String, _ value: String) -> JSONValue {
        Manifests.database("orders-db", ["postgresql": ["parameters": [name: .string(value)]]])
    }

    static let refused = [
        Case(
            "no storage", Manifests.database("orders-db", ["storage": .null]),
            cluster(
                "spec.storage.size: Invalid value: \"\": Size not configured. Please add it, or a storage "
                    + "request in the pvcTemplate.")),
        Case(
            "no instances", Manifests.database("orders-db", ["instances": .null]),
            cluster("spec.instances: Required value")),
        Case(
            "zero instances", Manifests.database("orders-db", ["instances": 0]),
            cluster(
                "spec.instances: Invalid value: 0: spec.instances in body should be greater than or "
                    + "equal to 1"
            )),
        Case(
            "instances in words", Manifests.database("orders-db", ["instances": "three"]),
            cluster(
                "spec.instances: Invalid value: \"string\": spec.instances in body must be of type integer: "
                    + "\"string\"")),
        Case(
            "a strategy there is not", Manifests.database("orders-db", ["primaryUpdateStrategy": "auto"]),
            cluster(
                "spec.primaryUpdateStrategy: Unsupported value: \"auto\": supported values: "
                    + "\"unsupervised\", \"supervised\"")),
        Case(
            "a parameter that is no string",
            Manifests.database("orders-db", ["postgresql": ["parameters": ["max_connections": 100]]]),
            cluster(
                "spec.postgresql.parameters.max_connections: Invalid value: \"integer\": "
                    + "spec.postgresql.parameters.max_connections in body must be of type string: \"integer\""
            )),
        Case(
            "a retention in years",
            Manifests.database(
                "orders-db", ["backup": ["retentionPolicy": "7y"]]),
            cluster(
                "spec.backup.retentionPolicy: Invalid value: \"7y\": spec.backup.retentionPolicy in body "
                    + "should match '^[1-9][0-9]*[dwm]$'")),
        Case(
            "an archive command", setting("archive_command", "cp %p /x"),
            parameter("archive_command", "cp %p /x")),
        Case("archiving off", setting("archive_mode", "off"), parameter("archive_mode", "off")),
        Case("a restore command", setting("restore_command", "cp"), parameter("restore_command", "cp")),
        Case("another port", setting("port", "6000"), parameter("port", "6000")),
        Case(
            "archiving on, but not always, in a replica",
            Manifests.replica("orders-db", ["postgresql": ["parameters": ["archive_mode": "on"]]]),
            parameter("archive_mode", "on")),
        Case(
            "a replica without source", Manifests.replica("orders-db", ["replica": ["source": .null]]),
            cluster("spec.replica.source: Required value")),
        Case(
            "a replica of nobody", Manifests.replica("orders-db", ["replica": ["source": "nobody"]]),
            cluster(
                "spec.replicaCluster.primaryServerName: Invalid value: \"nobody\": External cluster "
                    + "nobody not found")),
        Case(
            "a clone of nobody",
            Manifests.replica("orders-db", ["bootstrap": ["pg_basebackup": ["source": "nobody"]]]),
            cluster(
                "spec.bootstrap.pg_basebackup.source: Invalid value: \"nobody\": External cluster nobody not "
                    + "found")),
        Case(
            "a replica that begins empty",
            Manifests.replica(
                "orders-db", ["bootstrap": ["pg_basebackup": .null, "initdb": ["database": "app"]]]),
            cluster(
                "spec.replicaCluster: Invalid value: {\"enabled\":true,\"source\":\"origin\"}: replica mode "
                    + "bootstrap is compatible only with pg_basebackup or recovery")),
        Case(
            "a replica that names no beginning",
            Manifests.replica("orders-db", ["bootstrap": .null]),
            cluster(
                "spec.replicaCluster: Invalid value: {\"enabled\":true,\"source\":\"origin\"}: replica mode "
                    + "bootstrap is compatible only with pg_basebackup or recovery")),
        Case(
            "both modes of a replica", Manifests.replica("orders-db", ["replica": ["primary": "origin"]]),
            cluster(
                "spec.replicaCluster.enabled: Invalid value: "
                    + "{\"enabled\":true,\"source\":\"origin\",\"primary\":\"origin\"}: replica mode "
                    + "enabled is not compatible with the primary field")),
        Case(
            "two beginnings", Manifests.database("orders-db", ["bootstrap": ["recovery": ["source": "x"]]]),
            cluster(
                "spec.bootstrap: Invalid value: \"\": Only one bootstrap method can be specified at a time")),
        Case(
            "a time that is none", recovered(to: ["targetTime": "half past two"]),
            target("Invalid value: \"half past two\": The format of TargetTime is invalid")),
        Case(
            "an offset without a colon", recovered(to: ["targetTime": "2026-03-10 14:29:59+0900"]),
            target("Invalid value: \"2026-03-10 14:29:59+0900\": The format of TargetTime is invalid")),
        Case(
            "a position that is none", recovered(to: ["targetLSN": "16 MB"]),
            target("Invalid value: \"16 MB\": Invalid TargetLSN")),
        Case(
            "a target that no base backup can be chosen for", recovered(to: ["targetImmediate": true]),
            target("Required value: BackupID is missing")),
        Case(
            "an external cluster without a name",
            Manifests.database("orders-db", ["externalClusters": [["connectionParameters": ["host": "x"]]]]),
            cluster("spec.externalClusters[0].name: Required value")),
        Case(
            "two rules broken",
            Manifests.database("orders-db", ["instances": 0, "enableSuperuserAccess": "yes"]),
            cluster(
                "[spec.instances: Invalid value: 0: spec.instances in body should be greater than or "
                    + "equal to 1, spec.enableSuperuserAccess: Invalid value: \"string\": "
                    + "spec.enableSuperuserAccess in body must be of type boolean: \"string\"]")),
        Case(
            "a switchover in the specification",
            Manifests.database("orders-db", ["switchover": ["targetPrimary": "orders-db-2"]]),
            strict("unknown field \"spec.switchover\"")),
        Case(
            "a retention of the log",
            Manifests.database(
                "orders-db",
                ["backup": ["barmanObjectStore": ["destinationPath": "s3://b", "wal": ["retention": "7d"]]]]),
            strict("unknown field \"spec.backup.barmanObjectStore.wal.retention\"")),
        Case(
            "monitoring as another operator has it",
            Manifests.database(
                "orders-db", ["monitoring": ["enabled": true, "prometheusRule": ["enabled": true]]]),
            strict(
                "unknown field \"spec.monitoring.enabled\", unknown field \"spec.monitoring.prometheusRule\"")
        ),
        Case(
            "a name that is too long", Manifests.database(String(repeating: "a", count: 51)),
            cluster(
                "metadata.name: Invalid value: \"\(String(repeating: "a", count: 51))\": the maximum "
                    + "length of a cluster name is 50 characters", String(repeating: "a", count: 51))),
        Case(
            "a name with a dot", Manifests.database("orders.db"),
            cluster(
                "metadata.name: Invalid value: \"orders.db\": cluster name must be a valid DNS label",
                "orders.db")),
        Case(
            "an application without a project",
            Manifests.application().merging(patch: ["spec": ["project": .null]]),
            "Application.argoproj.io \"erp\" is invalid: spec.project: Required value"),
        Case(
            "an application with a misspelt policy",
            Manifests.application(automated: ["selfheal": true]),
            strict("unknown field \"spec.syncPolicy.automated.selfheal\"", "Application", "v1alpha1")),
        Case(
            "a deployment whose labels miss its selector",
            Manifests.deployment().merging(
                patch: ["spec": ["template": ["metadata": ["labels": ["app": "other"]]]]]),
            "Deployment.apps \"backend\" is invalid: spec.template.metadata.labels: Invalid value: "
                + "{\"app\":\"other\"}: `selector` does not match template `labels`"),
        Case(
            "a deployment without a selector",
            Manifests.deployment().merging(patch: ["spec": ["selector": .null]]),
            "Deployment.apps \"backend\" is invalid: spec.selector: Required value"),
        Case(
            "a deployment without containers",
            Manifests.deployment().merging(patch: ["spec": ["template": ["spec": ["containers": []]]]]),
            "Deployment.apps \"backend\" is invalid: spec.template.spec.containers: Required value"),
        Case(
            "a deployment with a misspelt field",
            Manifests.deployment().merging(patch: ["spec": ["replica": 3]]),
            strict("unknown field \"spec.replica\"", "Deployment")),
    ]

    @Test(arguments: refused)
    func `refuses what breaks the rules, and says which`(refusal: Case) throws {
        var rig = Rig()
        try rig.apply(["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "production"]])
        try rig.apply(["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "argocd"]])
        let error = #expect(throws: APIError.self) { try rig.apply(refusal.object) }
        #expect(error?.message == refusal.message)
        let isOnRecord = rig.facts.contains { entry in
            if case .objectRefused(_, let recorded) = entry.fact { recorded == error } else { false }
        }
        #expect(isOnRecord)
    }

    @Test(arguments: [
        ("uploads-backup_20240115", false), ("Uploads", false), ("-uploads", false), ("uploads-", false),
        ("a..b", false), ("", false), (String(repeating: "a", count: 254), false), ("uploads.v1-2", true),
        ("0", true),
    ])
    func `takes DNS names of subdomains only`(name: String, isTaken: Bool) throws {
        var rig = Rig()
        let snapshot: JSONValue = [
            "apiVersion": "snapshot.storage.k8s.io/v1", "kind": "VolumeSnapshot",
            "metadata": ["name": .string(name)],
            "spec": ["source": ["persistentVolumeClaimName": "uploads"]],
        ]
        let outcome = Result { try rig.apply(snapshot) }
        #expect(((try? outcome.get()) != nil) == isTaken)
    }

    @Test(arguments: [("2fast", false), ("a.b", false), ("fast2", true)])
    func `takes names of services that begin with a letter`(name: String, isTaken: Bool) throws {
        var rig = Rig()
        let outcome = Result { try rig.apply(Manifests.service(name, selecting: "x", namespace: "default")) }
        #expect(((try? outcome.get()) != nil) == isTaken)
    }

    @Test func `accepts what follows the rules`() throws {
        var rig = Rig()
        try rig.install(Manifests.replica())
        try rig.install(
            Manifests.database(
                "orders-db",
                [
                    "postgresql": [
                        "parameters": ["archive_mode": "on", "max_wal_size": "2GB"],
                        "synchronous": ["method": "any", "number": 1],
                    ]
                ]))
        #expect(rig.facts.isEmpty)
    }

    @Test func `fills in an empty database where no beginning is named`() throws {
        var rig = Rig()
        try rig.install(Manifests.replica())
        try rig.patch("clusters", "orders-copy", #"{"spec":{"bootstrap":null}}"#)
        let bootstrap = try rig.object("clusters", "orders-copy")[path: "spec", "bootstrap"]
        #expect(bootstrap == ["initdb": ["database": "app", "owner": "app"]])
    }

    @Test func `lets a replica be switched off, and a cluster without one not`() throws {
        var rig = Rig()
        try rig.install(Manifests.replica())
        try rig.install(Manifests.database())
        let off = #"{"spec":{"replica":{"enabled":false}}}"#
        #expect(try rig.patch("clusters", "orders-copy", off).isChanged)
        let summary = "spec.replica.enabled true → false"
        let copy = ObjectReference(kind: "Cluster", namespace: "production", name: "orders-copy")
        #expect(rig.facts.map(\.fact) == [.objectChanged(copy, summary: summary)])
        let error = #expect(throws: APIError.self) { try rig.patch("clusters", "orders-db", off) }
        #expect(error?.reason == .invalid)
    }

    @Test func `says of a change inside a list what it is`() throws {
        var rig = Rig()
        try rig.install(Manifests.deployment())
        let patch = #"{"spec":{"template":{"spec":{"containers":[{"name":"main","image":"erp:2"}]}}}}"#
        try rig.patch("deployments", "backend", patch, strategy: .strategic)
        let summary = "spec.template.spec.containers[0].image erp:1 → erp:2"
        let backend = ObjectReference(kind: "Deployment", namespace: "production", name: "backend")
        #expect(rig.facts.map(\.fact).contains(.objectChanged(backend, summary: summary)))
    }

    @Test func `refuses snippets and paths that are taken at the ingress`() throws {
        let annotation: JSONValue = [
            "nginx.ingress.kubernetes.io/server-snippet": "location /health { return 200 \"up\"; }"
        ]
        var strict = Rig(allowsSnippets: false)
        let refusal = #expect(throws: APIError.self) {
            try strict.install(Manifests.ingress(paths: [("/", "web")], annotations: annotation))
        }
        #expect(
            refusal?.message.hasSuffix("Snippet directives are disabled by the Ingress administrator") == true
        )
        var lax = Rig()
        try lax.install(Manifests.ingress(paths: [("/", "web")], annotations: annotation))
        let rival = #expect(throws: APIError.self) {
            try lax.install(Manifests.ingress("rival", paths: [("/", "web")]))
        }
        #expect(
            rival?.message.hasSuffix(
                #"host "erp.example.com" and path "/" is already defined in ingress production/public"#)
                == true)
    }
}
