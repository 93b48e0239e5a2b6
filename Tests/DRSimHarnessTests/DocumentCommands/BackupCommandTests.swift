import DRSimHarness
import DRSimUnits
import DRSimWorld
import Testing

/// The commands of the document's backup (L317-L428), typed into a production that is well.
@Suite struct BackupCommandTests {
    /// A command, where it stands, and what comes of it.
    struct Row: CustomTestStringConvertible, Sendable {
        let line: String
        let argv: String
        var input: String?
        let outcome: DocumentCommand.Outcome

        var testDescription: String { "\(line) \(argv)" }
    }

    private static let dump =
        "kubectl exec -n production postgres-primary-1 -- pg_dump -h localhost -U postgres"
    private static let illegal = "user-uploads-snapshot-backup_20240115_020000"

    static let literal = [
        // It asks for a host, and so for a password nobody gave (A21, F38).
        Row(
            line: "L317", argv: "\(dump) -d itdo_erp --compress=9",
            outcome: .refused(
                1,
                "pg_dump: error: connection to server at \"localhost\" (127.0.0.1), port 5432 failed: "
                    + "fe_sendauth: no password supplied")),
        Row(
            line: "L363", argv: "kubectl get deployments -n production -o yaml",
            outcome: .look("apiVersion: v1")),
        Row(
            line: "L363", argv: "kubectl get secrets -n monitoring -o yaml",
            outcome: .look("apiVersion: v1")),
        // No shell expands the star (F34).
        Row(
            line: "L372", argv: "tar -czf /tmp/backup_20240115_020000_k8s_config.tar.gz /tmp/*.yaml",
            outcome: .refused(2, "tar: Removing leading `/' from member names")),
        // An underscore in a name (D12, F31).
        Row(
            line: "L395", argv: "kubectl create -f -", input: snapshot(named: illegal),
            outcome: .refused(
                1,
                "The VolumeSnapshot \"\(illegal)\" is invalid: metadata.name: Invalid value: "
                    + "\"\(illegal)\": a "
                    + "lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
                    + "'-' or '.', and must start and end with an alphanumeric character (e.g. "
                    + "'example.com', regex used for validation is "
                    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")),
        Row(
            line: "L428", argv: "kubectl get secrets --all-namespaces -o yaml",
            outcome: .look("apiVersion: v1")),
    ]

    private static func snapshot(named name: String) -> String {
        #"""
        {"apiVersion":"snapshot.storage.k8s.io/v1","kind":"VolumeSnapshot",
        "metadata":{"name":"\#(name)","namespace":"production"},
        "spec":{"source":{"persistentVolumeClaimName":"user-uploads-pvc"},
        "volumeSnapshotClassName":"csi-aws-vsc"}}
        """#
    }

    private func world() throws -> World {
        var staged = try Staged()
        staged.isControl = true
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(1))
        return world
    }

    @Test(arguments: [
        ("prod-cluster", "production", "secret", "itdo-erp-tls"),
        ("prod-cluster", "production", "secret", "backup-credentials"),
        ("dr-cluster", "disaster-recovery", "secret", "primary-credentials"),
        ("dr-cluster", "disaster-recovery", "secret", "dr-tls-secret"),
        ("prod-cluster", "production", "pvc", "user-uploads-pvc"),
        ("prod-cluster", "production", "pvc", "reports-pvc"),
        ("prod-cluster", "production", "pvc", "logs-pvc"),
    ])
    func `what manifests and snapshots name is there`(
        context: String, namespace: String, type: String, name: String
    ) throws {
        var world = try world()
        let answer = world.execute(
            ["kubectl", "--context", context, "get", type, name, "-n", namespace, "--no-headers"], input: nil)
        #expect(answer.status == 0)
        #expect(answer.output.hasPrefix(name))
        if type == "pvc" { #expect(answer.output.contains(" Bound ") && answer.output.contains(" RWO ")) }
    }

    @Test(arguments: literal) func `does as the document has it what its text can do`(row: Row) throws {
        var world = try world()
        let answer = world.execute(row.argv.split(separator: " ").map(String.init), input: row.input)
        #expect(DocumentCommand.Outcome(answer) == row.outcome, "\(row.line)")
    }

    @Test(arguments: [
        "kubectl exec -n production service/postgres-primary-rw -- pg_dump -U postgres -d itdo_erp",
        "kubectl create -f -",
    ])
    func `has its effect with every name made right`(argv: String) throws {
        var world = try world()
        let answer = world.execute(
            argv.split(separator: " ").map(String.init),
            input: argv.hasSuffix("-f -") ? Self.snapshot(named: "user-uploads-snapshot-20240115") : nil)
        #expect(answer.status == 0 && answer.isEffective, "\(answer.errors)")
    }
}
