import DRSimShell
import Testing

/// What the shell says beforehand of a command line it cannot simulate.
struct GapTests {
    private static let exec = "kubectl exec orders-db-1 -n production --"

    @Test(arguments: [
        ("kubectl wait --for=condition=Ready node --all", "kubectl wait"), ("helm upgrade erp", "helm"),
        ("kubectl get pods --chunk-size=5", "kubectl get --chunk-size"),
        ("aws rds failover-db-cluster --db-cluster-identifier a", "aws rds"),
        ("aws s3 cp a s3://b/c --storage-class GLACIER", "aws --storage-class"),
        ("argocd app rollback erp", "argocd app rollback"), ("\(exec) pg_dump -t orders", "pg_dump --table"),
        ("\(exec) pg_restore -d app -n public /backup", "pg_restore -n"),
        ("\(exec) pg_basebackup -D /data -C", "pg_basebackup -C"),
        ("aws s3api list-objects-v2 --bucket backups --max-keys 5", "aws --max-keys"),
        ("aws kms replicate-key --key-id a --replica-region b", "aws kms replicate-key"),
        ("\(exec) pg_dumpall --globals-only", "pg_dumpall in a container"),
        ("kubectl get pods,replicasets -n production", "the resource type replicasets"),
        ("kubectl create job tidy --image=busybox", "kubectl create --image"),
        ("kubectl get pods -n production --show-labels", "kubectl get --show-labels"),
        ("kubectl get pods -L app", "kubectl get -L"), ("kubectl apply -k overlays", "kubectl apply -k"),
        ("kubectl scale -f web.yaml --replicas=2", "kubectl scale -f"),
        ("curl --compressed https://api.example.com/api", "curl --compressed"),
        ("curl -fsSu a:b https://api.example.com/api", "curl -u"), ("psql --list", "psql --list"),
        ("\(exec) psql --echo-all", "psql --echo-all"), ("\(exec) pg_dump --blobs", "pg_dump --blobs"),
        ("\(exec) pg_dump -T logs erp", "pg_dump -T"),
    ])
    func `names the program, the subcommand or the option`(line: String, gap: String) throws {
        var shell = try ShellFixture()
        #expect(ShellFixture.shell.gap(in: ShellFixture.words(of: line), of: shell.session) == gap)
        #expect(shell.run(line).gap == gap)
    }

    @Test(arguments: [
        "kubectl get pods", "kubectl frobnicate", "kubectl get pods --nonsense", "aws eks", "\(exec) vim",
        "aws eks describe-nodegroup --size 3", "kubectl get pods -Z", "curl --zip https://api.example.com",
        "psql --lst", "\(exec) pg_dump --blob", "\(exec) psql -v ON_ERROR_STOP=1 -c 'SELECT 1'",
        "psql -h orders-db-rw -v ON_ERROR_STOP=1 -c 'SELECT 1'",
    ])
    func `has nothing to say where the real program would answer alike`(line: String) throws {
        var shell = try ShellFixture()
        #expect(ShellFixture.shell.gap(in: ShellFixture.words(of: line), of: shell.session) == nil)
        #expect(shell.run(line).gap == nil)
    }
}
