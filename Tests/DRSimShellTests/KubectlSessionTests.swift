import DRSimShell
import Testing

/// `kubectl config` and `kubectl cnpg`.
struct KubectlSessionTests {
    static let configuration: [Answer] = [
        Answer("kubectl config current-context", 0, "west"),
        Answer("kubectl config use-context east", 0, "Switched to context \"east\".", effective: true),
        Answer("kubectl config use-context west", 0, "Switched to context \"west\"."),
        Answer(
            "kubectl config use-context nowhere", 1, "error: no context exists with the name: \"nowhere\""),
        Answer("kubectl config use-context", 1, "error: Unexpected args: []"),
        Answer("kubectl config use-context a b", 1, "error: Unexpected args: [a b]"),
        Answer("kubectl config rotate", 1, "error: unknown command \"rotate\""),
    ]

    static let plugin: [Answer] = [
        Answer(
            "kubectl cnpg promote orders-db orders-db-2 -n production", 0,
            "Node orders-db-2 in cluster orders-db will be promoted", effective: true),
        Answer(
            "kubectl cnpg promote orders-db 3 -n production", 0,
            "Node orders-db-3 in cluster orders-db will be promoted", effective: true),
        Answer(
            "kubectl cnpg promote orders-db 1 -n production", 0,
            "orders-db-1 is already the primary node in the cluster"),
        Answer(
            "kubectl cnpg promote orders-db 9 -n production", 1,
            "Error: new primary node orders-db-9 not found in namespace production: pods "
                + "\"orders-db-9\" not found"
        ),
        Answer(
            "kubectl cnpg promote orders-db orders-db-2", 1,
            "Error: cluster orders-db not found in namespace default: clusters.postgresql.cnpg.io "
                + "\"orders-db\" not found"
        ),
        // The plugin prints its help and succeeds: a step that forgot the instance looks done.
        Answer(
            "kubectl cnpg promote orders-db -n production", 0,
            "Promote the pod named CLUSTER-INSTANCE to primary"),
        Answer(
            "kubectl --context west cnpg status orders-db -n production", 1,
            "Error: flags cannot be placed before plugin name: --context"),
        Answer("kubectl cnpg elect orders-db", 1, "Error: unknown command \"elect\" for \"kubectl-cnpg\""),
        Answer("kubectl cnpg fencing on orders-db '*'", 126, "drsim: kubectl cnpg fencing is not simulated"),
        Answer(
            "kubectl cnpg status nothing", 1,
            "Error: cluster nothing not found in namespace default: clusters.postgresql.cnpg.io "
                + "\"nothing\" not found"
        ),
    ]

    @Test(arguments: configuration + plugin)
    func `the kubeconfig and the operator's plugin answer in their own words`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test func `the context that was turned to stays set for all later commands`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl config use-context east")
        #expect(shell.session.context == "east")
        #expect(
            shell.run("kubectl get deployments -n production").errors
                == "No resources found in production namespace.")
        #expect(
            shell.run("kubectl get deployment backend -n recovery -o name").output
                == "deployment.apps/backend\n")
        #expect(
            shell.run("kubectl config get-contexts").output == """
                CURRENT   NAME   CLUSTER    AUTHINFO   NAMESPACE
                *         east   erp-east   erp-east  \u{20}
                          west   erp-west   erp-west  \u{20}

                """)
    }

    @Test func `a context named on the command line is for that command only`() throws {
        var shell = try ShellFixture()
        #expect(
            shell.run("kubectl get cluster -A --context east -o name").output
                == "cluster.postgresql.cnpg.io/orders-copy\n")
        #expect(shell.session.context == "west")
    }

    @Test func `promoting sets the target primary, once`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl cnpg promote orders-db 2 -n production")
        #expect(
            shell.run(
                "kubectl get cluster orders-db -n production -o 'jsonpath={.status.targetPrimary} "
                    + "{.status.phase}'"
            )
            .output == "orders-db-2 Switchover in progress")
        #expect(
            shell.run("kubectl cnpg promote orders-db orders-db-2 -n production").output
                == "orders-db-2 is already the primary node in the cluster\n")
    }

    @Test func `the status of a replica names what it follows`() throws {
        var shell = try ShellFixture()
        #expect(
            shell.run("kubectl cnpg status orders-copy -n recovery --context east").output == """
                Cluster Summary
                Name                 recovery/orders-copy
                Designated primary:  orders-copy-1
                Source cluster:      orders-db
                Status:              Cluster in healthy state
                Instances:           2
                Ready instances:     2

                """)
    }
}
