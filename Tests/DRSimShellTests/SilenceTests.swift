import DRSimShell
import DRSimUnits
import Testing

/// What does not answer, what takes how long, and what never returns.
struct SilenceTests {
    static let inWest: [Answer] = [
        Answer(
            "kubectl get pods -n production", 1,
            "Unable to connect to the server: dial tcp 10.0.0.10:443: i/o timeout"),
        Answer(
            "kubectl get pods -w", 1, "Unable to connect to the server: dial tcp 10.0.0.10:443: i/o timeout"),
        Answer(
            "kubectl cnpg promote orders-db 2 -n production", 1,
            "Unable to connect to the server: dial tcp 10.0.0.10:443: i/o timeout"),
        Answer(
            "aws eks describe-nodegroup --cluster-name erp-west --nodegroup-name workers", 255,
            "Connect timeout on endpoint URL: "
                + "\"https://eks.us-west-2.amazonaws.com/clusters/erp-west/node-groups/workers\""),
        Answer(
            "argocd app sync erp", 20,
            "FATA[0030] rpc error: code = Unavailable desc = connection error: desc = \"transport: "
                + "Error while "
                + "dialing: i/o timeout\""),
        // https://github.com/spdk/spdk/issues/3834
        Answer(
            "curl -f https://api.example.com/api", 28,
            "curl: (28) Failed to connect to api.example.com port 443 after 0 ms: Could not connect to server"
        ),
        Answer(
            "psql -h orders-db-rw -c 'select 1'", 2,
            "psql: error: connection to server at \"orders-db-rw\", port 5432 failed: Connection timed out"),
    ]

    @Test(arguments: inWest)
    func `a dead region does not answer until the time-out`(row: Answer) throws {
        var shell = try ShellFixture()
        shell.lose(region: ShellFixture.west)
        #expect(shell.delay(of: row.line) == .seconds(30))
        row.check(in: &shell)
    }

    @Test func `the other region answers, and so does DNS`() throws {
        var shell = try ShellFixture()
        shell.lose(region: ShellFixture.west)
        #expect(shell.run("kubectl get cluster -n recovery --context east").status == 0)
        #expect(shell.run("aws route53 list-resource-record-sets --hosted-zone-id Z1").status == 0)
        #expect(
            shell.run(
                "aws eks describe-nodegroup --region us-east-1 --cluster-name erp-east --nodegroup-name "
                    + "workers"
            )
            .status == 0)
        #expect(shell.run("kubectl config use-context east").status == 0)
    }

    @Test func `DNS cannot be changed while its control plane's region is lost, whatever region is named`()
        throws
    {
        var shell = try ShellFixture()
        shell.lose(region: ShellFixture.east)
        let line = "aws route53 list-resource-record-sets --hosted-zone-id Z1 --region us-west-2"
        #expect(shell.delay(of: line) == .seconds(30))
        let result = shell.run(line)
        #expect(result.status == 255)
        #expect(
            result.errors
                == "Connect timeout on endpoint URL: "
                + "\"https://route53.amazonaws.com/2013-04-01/hostedzone/Z1/rrset\""
        )
        #expect(shell.run("curl -f https://api.example.com/api").status == 0)
    }

    @Test func `an API server that is down is as silent as its region, while its ingress goes on`() throws {
        var shell = try ShellFixture()
        shell.loseControlPlane(of: ShellFixture.west)
        #expect(shell.delay(of: "kubectl get pods") == .seconds(30))
        #expect(shell.run("kubectl get pods").status == 1)
        #expect(shell.run("curl -f https://api.example.com/api").status == 0)
        #expect(shell.run("psql -h orders-db-rw -c 'select 1'").status == 0)
    }

    @Test(arguments: [
        ("kubectl get pods -n production", Span.seconds(1)), ("kubectl config current-context", .seconds(1)),
        ("kubectl get pods --context nowhere", .seconds(1)), ("kubectl get pods --nonsense", .zero),
        ("aws route53 get-change --id C0", .seconds(2)),
        ("curl https://api.example.com", Span(milliseconds: 100)),
        ("argocd app get erp", .zero), ("frobnicate", .zero), ("", .zero),
        ("curl -m 5 https://api.example.com:8443", .seconds(5)),
        ("curl --connect-timeout 90 https://api.example.com:8443", .seconds(30)),
        ("kubectl rollout status deployment/backend -n production --timeout=60s", .seconds(1)),
    ])
    func `a command takes its program's latency, or its own patience in vain`(line: String, span: Span) throws
    {
        #expect(try ShellFixture().delay(of: line) == span)
    }

    @Test(arguments: [
        "kubectl get pods -n production -w", "kubectl get deployment backend -n production --watch",
        "kubectl logs orders-db-1 -n production -f", "kubectl logs -f deployment/backend -n production",
    ])
    func `a watch never returns`(line: String) throws {
        #expect(try ShellFixture().delay(of: line) == nil)
    }

    @Test(arguments: [
        "kubectl get postgresql -w", "kubectl get deployment nothing -w", "kubectl logs nothing -f",
        "kubectl get pods -w --context nowhere", "kubectl get pods --watch=false",
    ])
    func `a watch that fails at once returns`(line: String) throws {
        #expect(try ShellFixture().delay(of: line) == .seconds(1))
    }

    @Test func `the status of an unfinished rollout is watched as long as was said`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl rollout restart deployment/backend -n production")
        #expect(
            shell.delay(of: "kubectl rollout status deployment/backend -n production --timeout=1m30s")
                == .seconds(90))
        #expect(shell.delay(of: "kubectl rollout status deployment/backend -n production") == nil)
        #expect(
            shell.delay(of: "kubectl rollout status deployment/backend -n production -w=false") == .seconds(1)
        )
    }

    @Test func `patience ends a wait before the network's does`() throws {
        var shell = try ShellFixture()
        shell.lose(region: ShellFixture.west)
        #expect(shell.delay(of: "kubectl get pods --request-timeout=5s") == .seconds(5))
        #expect(shell.delay(of: "curl --max-time 2.5 https://api.example.com") == Span(milliseconds: 2_500))
        #expect(
            shell.run("curl --max-time 2.5 https://api.example.com").errors
                == "curl: (28) Connection timed out after 2500 milliseconds")
        // https://github.com/curl/curl/issues/18484
        #expect(
            shell.run("curl --connect-timeout 2 --max-time 5 https://api.example.com").errors
                == "curl: (28) Failed to connect to api.example.com port 443 after 2000 ms: Timeout was "
                + "reached"
        )
        #expect(
            shell.delay(
                of: "aws eks describe-nodegroup --cluster-name erp-west --nodegroup-name workers "
                    + "--cli-connect-timeout 10") == .seconds(10))
    }

    @Test(arguments: ["frobnicate --all", "Kubectl get pods", "helm list"])
    func `an unknown program is one that is not simulated`(line: String) throws {
        var shell = try ShellFixture()
        let name = ShellFixture.words(of: line)[0]
        Answer(line, 126, "drsim: \(name) is not simulated").check(in: &shell)
    }
}
