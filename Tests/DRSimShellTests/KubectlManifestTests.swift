import DRSimDocument
import DRSimKubernetes
import DRSimShell
import DRSimUnits
import Testing

/// `kubectl apply` and `create` of files and standard input, with what they are refused.
struct KubectlManifestTests {
    static let backup = #"""
        {"apiVersion":"postgresql.cnpg.io/v1","kind":"Backup","metadata":{"name":"now"},
        "spec":{"cluster":{"name":"orders-db"}}}
        """#
    static let snapshot = #"""
        {"apiVersion":"snapshot.storage.k8s.io/v1","kind":"VolumeSnapshot",
        "metadata":{"name":"uploads_20240115_020000"},
        "spec":{"source":{"persistentVolumeClaimName":"uploads"}}}
        """#
    static let unknown = #"{"apiVersion":"shop.example/v1","kind":"Basket","metadata":{"name":"b"}}"#
    static let misspelt = #"""
        {"apiVersion":"postgresql.cnpg.io/v1","kind":"Cluster","metadata":{"name":"new"},
        "spec":{"instances":1,"storage":{"size":"1Gi"},"switchover":{}}}
        """#
    static let homeless = #"""
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","namespace":"nowhere"},"data":{}}
        """#

    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let input: String?
        let status: Int
        let answer: String
        var testDescription: String { "\(line) \(answer)" }
    }

    static let cases: [Case] = [
        Case(
            line: "kubectl apply -f -",
            input: #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"nightly"}}"#, status: 126,
            answer: "drsim: kubectl apply of the kind CronJob is not simulated"),
        Case(
            line: "kubectl create -n production -f -", input: backup, status: 0,
            answer: "backup.postgresql.cnpg.io/now created"),
        Case(
            line: "kubectl apply -n production -f -", input: backup, status: 0,
            answer: "backup.postgresql.cnpg.io/now created"),
        Case(
            line: "kubectl create -n production -f -", input: snapshot, status: 1,
            answer: "The VolumeSnapshot \"uploads_20240115_020000\" is invalid: "
                + "metadata.name: Invalid value"),
        Case(
            line: "kubectl apply -n production -f -", input: misspelt, status: 1,
            answer:
                "Error from server (BadRequest): error when creating \"STDIN\": Cluster in version \"v1\" "
                + "cannot be handled as a Cluster: strict decoding error: unknown field \"spec.switchover\""),
        Case(
            line: "kubectl apply -f -", input: unknown, status: 1,
            answer: "error: resource mapping not found for name: \"b\" namespace: \"\" from \"STDIN\": no "
                + "matches for kind \"Basket\" in version \"shop.example/v1\"\n"
                + "ensure CRDs are installed first"
        ),
        Case(
            line: "kubectl create -f -", input: homeless, status: 1,
            answer:
                "Error from server (NotFound): error when creating \"STDIN\": "
                + "namespaces \"nowhere\" not found"
        ),
        Case(
            line: "kubectl apply -n production -f -", input: homeless, status: 1,
            answer: "error: the namespace from the provided object \"nowhere\" does not match the namespace "
                + "\"production\". You must pass '--namespace=nowhere' to perform this operation."),
        Case(
            line: "kubectl apply -f recovery/point-in-time.yaml", input: nil, status: 1,
            answer: "error: the path \"recovery/point-in-time.yaml\" does not exist"),
        Case(line: "kubectl apply", input: nil, status: 1, answer: "error: must specify one of -f and -k"),
        Case(line: "kubectl apply -f -", input: "", status: 1, answer: "error: no objects passed to apply"),
        Case(
            line: "kubectl create -f -", input: nil, status: 1, answer: "error: no objects passed to create"),
        Case(
            line: "kubectl create namespace recovery-2", input: nil, status: 0,
            answer: "namespace/recovery-2 created"),
        Case(
            line: "kubectl create namespace production", input: nil, status: 1,
            answer: "Error from server (AlreadyExists): namespaces \"production\" already exists"),
        Case(
            line: "kubectl create namespace", input: nil, status: 1,
            answer: "error: exactly one NAME is required, got 0"),
        Case(
            line: "kubectl cnpg backup orders-db -n production", input: nil, status: 0,
            answer: "backup/orders-db-20260310000500 created"),
        Case(
            line: "kubectl cnpg backup nothing -n production", input: nil, status: 1,
            answer: "Error: cluster nothing not found in namespace production"),
    ]

    @Test(arguments: cases) func `answers as kubectl does`(_ one: Case) throws {
        var fixture = try ShellFixture()
        let result = fixture.run(one.line, input: one.input)
        #expect(result.status == one.status, "\(result)")
        let text = one.status == 0 ? result.output : result.errors
        #expect(text.hasPrefix(one.answer), "\(text)")
        #expect(result.isEffective == (one.status == 0))
    }

    @Test(arguments: [true, false])
    func `a file beside the shell is applied object by object, and again without effect`(
        isRead: Bool
    ) throws {
        var fixture = try ShellFixture()
        let document = try JSONValue(parsing: Self.backup)
        fixture.session.provided = [
            ProvidedFile(
                path: "recovery/backup.yaml", text: Self.backup, documents: isRead ? [document] : nil)
        ]
        for (verb, isEffective) in [("created", true), ("unchanged", false)] {
            let result = fixture.run("kubectl apply -n production -f ./recovery/backup.yaml")
            #expect(result.output == "backup.postgresql.cnpg.io/now \(verb)\n")
            #expect(result.isEffective == isEffective)
        }
        #expect(
            fixture.run("kubectl create -n production -f recovery/backup.yaml").errors
                == "Error from server (AlreadyExists): error when creating \"recovery/backup.yaml\": "
                + "backups.postgresql.cnpg.io \"now\" already exists")
    }

    @Test func `of what is no manifest nothing is applied`() throws {
        var fixture = try ShellFixture()
        fixture.session.provided = [
            ProvidedFile(path: "notes.txt", text: "call the provider"),
            ProvidedFile(path: "empty.yaml", text: "# later\n", documents: []),
        ]
        #expect(fixture.run("kubectl apply -f notes.txt").errors.contains("not simulated"))
        #expect(fixture.run("kubectl apply -f empty.yaml").errors == "error: no objects passed to apply")
        #expect(
            fixture.run("kubectl apply -f other.yaml").errors
                == "error: the path \"other.yaml\" does not exist")
    }

    @Test func `a dry run changes nothing`() throws {
        var fixture = try ShellFixture()
        let line = "kubectl create --dry-run=server -n production -f -"
        #expect(
            fixture.run(line, input: Self.backup).output
                == "backup.postgresql.cnpg.io/now created (server dry run)\n")
        #expect(fixture.run("kubectl get backup now -n production").status == 1)
    }
}
