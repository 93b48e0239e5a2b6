import DRSimDocument
import DRSimKernel
import DRSimShell
import Testing

/// `kubectl patch`, `scale` and `rollout`.
struct KubectlChangingTests {
    static let resized = "drsim: changing spec.instances of a running Cluster is not simulated"

    static let notStrategic =
        "Error from server (UnsupportedMediaType): the body of the request was in an unknown format - "
        + "accepted "
        + "media types include: application/json-patch+json, application/merge-patch+json, "
        + "application/apply-patch+yaml"

    static let patches: [Answer] = [
        Answer(
            "kubectl patch deployment backend -n production -p '{\"spec\":{\"replicas\":4}}'", 0,
            "deployment.apps/backend patched", effective: true),
        Answer(
            "kubectl patch deployment backend -n production -p '{\"spec\":{\"replicas\":3}}'", 0,
            "deployment.apps/backend patched (no change)"),
        Answer(
            "kubectl patch cm settings -n production --type=merge -p '{\"data\":{\"A\":\"b\"}}'", 0,
            "configmap/settings patched", effective: true),
        Answer(
            "kubectl patch deployment backend -n production --type=json "
                + "-p '[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":1}]'", 0,
            "deployment.apps/backend patched", effective: true),
        Answer(
            "kubectl patch deployment backend -n production --dry-run=server -p "
                + "'{\"spec\":{\"replicas\":4}}'",
            0,
            "deployment.apps/backend patched (server dry run)"),
        Answer(
            "kubectl patch cluster orders-db -n production --type=merge "
                + "-p '{\"spec\":{\"switchover\":{\"targetPrimary\":\"orders-db-2\"}}}'", 0,
            "Warning: unknown field \"spec.switchover\""),
        Answer(
            "kubectl patch cluster orders-db -n production --type=merge --subresource=status "
                + "-p '{\"status\":{\"targetPrimary\":\"orders-db-2\"}}'", 0,
            "cluster.postgresql.cnpg.io/orders-db patched", effective: true),
        Answer(
            "kubectl patch cluster orders-db -n production --type=merge "
                + "-p '{\"status\":{\"targetPrimary\":\"orders-db-2\"}}'", 0,
            "cluster.postgresql.cnpg.io/orders-db patched (no change)"),
        Answer(
            "kubectl patch cluster orders-copy -n recovery --context east --type=merge "
                + "-p '{\"spec\":{\"replica\":{\"enabled\":false}}}'", 0,
            "cluster.postgresql.cnpg.io/orders-copy patched", effective: true),
        Answer(
            "kubectl patch cluster orders-db -n production --type=merge "
                + "-p '{\"spec\":{\"replica\":{\"enabled\":false}}}'", 1,
            "The Cluster \"orders-db\" is invalid: spec.replica.source: Required value"),
        Answer(
            "kubectl patch cluster orders-db -n production -p '{\"spec\":{\"instances\":2}}'", 1, notStrategic
        ),
        Answer(
            "kubectl patch cluster orders-db -n production --type=merge -p '{\"spec\":{\"instances\":5}}'",
            126,
            resized),
        Answer(
            "kubectl patch cluster orders-db -n production --type=merge -p '{\"spec\":{\"instances\":3}}'", 0,
            "cluster.postgresql.cnpg.io/orders-db patched (no change)"),
        Answer(
            "kubectl patch application erp -n argocd --context east -p '{\"spec\":{}}'", 1, notStrategic),
        Answer(
            "kubectl patch cluster orders-db -n production --type=merge -p "
                + "'{\"spec\":{\"instances\":\"two\"}}'",
            1,
            "The Cluster \"orders-db\" is invalid: spec.instances: Invalid value: \"string\": "
                + "spec.instances in body "
                + "must be of type integer: \"string\""),
        Answer(
            "kubectl patch postgresql orders-db -n production --type=merge -p '{}'", 1,
            "error: the server doesn't have a resource type \"postgresql\""),
        Answer(
            "kubectl patch deployment backend -n recovery -p '{}'", 1,
            "Error from server (NotFound): deployments.apps \"backend\" not found"),
        Answer(
            "kubectl patch cluster orders-db --context east -n production --type=merge -p '{}'", 1,
            "Error from server (NotFound): clusters.postgresql.cnpg.io \"orders-db\" not found"),
        Answer(
            "kubectl patch configmap settings -n production --subresource=status --type=merge -p '{}'", 1,
            "Error from server (NotFound): the server could not find the requested resource"),
        Answer(
            "kubectl patch deployment backend -n production --subresource=stats -p '{}'", 1,
            "error: invalid subresource value: \"stats\". Must be one of [status scale resize]"),
        Answer(
            "kubectl patch deployment backend -n production -p '{\"spec\":'", 1,
            "error: unable to parse \"{\\\"spec\\\":\": yaml: line 1: did not find expected node content"),
        Answer(
            "kubectl patch deployment backend -n production --type=merge -p '[]'", 1,
            "Error from server (BadRequest): error decoding patch: json: cannot unmarshal array into Go "
                + "value of type "
                + "map[string]interface {}"),
        Answer(
            "kubectl patch deployment backend -n production --type=json -p "
                + "'[{\"op\":\"remove\",\"path\":\"/nothing\"}]'",
            1, "The request is invalid: the server rejected our request due to an error in our request"),
        Answer(
            "kubectl patch deployment backend -n production "
                + "-p '{\"spec\":{\"replicas\":2147483648}}'", 1,
            "Error from server (BadRequest): Deployment in version \"v1\" cannot be handled as a "
                + "Deployment: json: cannot unmarshal number 2147483648 into Go struct field "
                + "DeploymentSpec.spec.replicas of type int32"),
        Answer(
            "kubectl patch deployment backend -n production -p '{\"spec\":{\"replicas\":\"x\"}}'", 1,
            "The request is invalid: patch: Invalid value: \"map[spec:map[replicas:x]]\": unrecognized type: "
                + "int32"),
        Answer(
            "kubectl patch deployment backend -n production", 1,
            "error: must specify --patch or --patch-file containing the contents of the patch"),
        Answer(
            "kubectl patch deployment backend --patch-file=fix.json", 1,
            "error: unable to read patch file: open fix.json: no such file or directory"),
        Answer(
            "kubectl patch deployment backend --type=replace -p '{}'", 1,
            "error: --type must be one of [json merge strategic], not \"replace\""),
        Answer(
            "kubectl patch deployment -n production -p '{}'", 1,
            "error: resource(s) were provided, but no name was specified"),
        Answer(
            "kubectl patch -p '{}'", 1,
            "error: You must provide one or more resources by argument or filename."),
        Answer(
            "kubectl patch cm settings --dry-run=maybe -p '{}'", 1,
            "error: Invalid dry-run value (maybe). Must be \"none\", \"server\", or \"client\"."),
        Answer(
            "kubectl patch pod orders-db-1 -n production -p '{}'", 1,
            "Error from server (MethodNotAllowed): the server does not allow this method on the "
                + "requested resource"
        ),
    ]

    static let scalings: [Answer] = [
        Answer(
            "kubectl scale deployment backend --replicas=5 -n production", 0,
            "deployment.apps/backend scaled",
            effective: true),
        Answer(
            "kubectl scale deploy/backend --replicas=3 -n production", 0, "deployment.apps/backend scaled"),
        Answer(
            "kubectl scale deploy backend frontend --replicas 1 -n production", 0,
            "deployment.apps/backend scaled",
            effective: true),
        Answer(
            "kubectl scale deploy/backend --replicas=5 --dry-run=client -n production", 0,
            "deployment.apps/backend scaled (dry run)"),
        Answer(
            "kubectl scale cluster orders-db --replicas=3 -n production", 0,
            "cluster.postgresql.cnpg.io/orders-db scaled"),
        Answer("kubectl scale cluster orders-db --replicas=2 -n production", 126, resized),
        Answer(
            "kubectl scale deploy/backend --replicas=5 --current-replicas=2 -n production", 1,
            "error: Expected replicas to be 2, was 3"),
        Answer(
            "kubectl scale deployment backend -n production", 1,
            "error: required flag(s) \"replicas\" not set"),
        Answer(
            "kubectl scale deployment backend --replicas=many", 1,
            "error: invalid argument \"many\" for \"--replicas\" flag: strconv.ParseInt: parsing "
                + "\"many\": invalid syntax"
        ),
        Answer(
            "kubectl scale deployment backend --replicas=-1", 1,
            "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0"),
        Answer(
            "kubectl scale deployment backend --replicas=2147483648 -n production", 1,
            "Error from server (BadRequest): Scale in version \"v1\" cannot be handled as a Scale: json: "
                + "cannot unmarshal number 2147483648 into Go struct field ScaleSpec.spec.replicas of type "
                + "int32"),
        Answer(
            "kubectl scale --replicas=3", 1,
            "error: You must provide one or more resources by argument or filename."),
        Answer(
            "kubectl scale deployment --replicas=3", 1,
            "error: resource(s) were provided, but no name was specified"),
        Answer(
            "kubectl scale deployment nothing --replicas=3 -n production", 1,
            "Error from server (NotFound): deployments.apps \"nothing\" not found"),
        Answer(
            "kubectl scale cm settings --replicas=3 -n production", 1,
            "Error from server (NotFound): the server could not find the requested resource"),
        Answer("kubectl scale deployment backend --replica=3", 1, "error: unknown flag: --replica"),
    ]

    static let rollouts: [Answer] = [
        Answer(
            "kubectl rollout restart deployment/backend -n production", 0,
            "deployment.apps/backend restarted",
            effective: true),
        Answer(
            "kubectl rollout restart deployment -n production", 0, "deployment.apps/backend restarted",
            effective: true),
        Answer(
            "kubectl rollout status deployment/backend -n production", 0,
            "deployment \"backend\" successfully rolled out"),
        Answer(
            "kubectl rollout restart pod orders-db-1 -n production", 1,
            "error: pods \"orders-db-1\" restarting is not supported"),
        Answer(
            "kubectl rollout restart cluster/orders-db -n production", 1,
            "error: clusters.postgresql.cnpg.io \"orders-db\" restarting is not supported"),
        Answer(
            "kubectl rollout restart deployment/nothing", 1,
            "Error from server (NotFound): deployments.apps \"nothing\" not found"),
        Answer("kubectl rollout restart", 1, "error: required resource not specified"),
        Answer(
            "kubectl rollout undo deployment/backend -n production", 1,
            "error: no rollout history found for deployment \"backend\""),
        Answer(
            "kubectl rollout undo cluster/orders-db -n production", 1,
            "error: no rollbacker has been implemented for \"Cluster\""),
        Answer("kubectl rollout reboot deployment/backend", 1, "error: unknown command \"reboot\""),
        Answer(
            "kubectl rollout history deployment/backend", 126,
            "drsim: kubectl rollout history is not simulated"),
        Answer(
            "kubectl rollout status deployment/backend -n production --timeout=abc", 1,
            "error: invalid argument \"abc\" for \"--timeout\" flag: time: invalid duration \"abc\""),
        Answer(
            "kubectl rollout status svc/backend -n production", 1,
            "error: no status viewer has been implemented for Service"),
    ]

    @Test(arguments: patches + scalings + rollouts)
    func `a change is answered in kubectl's words, and says whether it was one`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test
    func `a merge patch that cannot be decoded is answered with the whole object and the decoder's words`()
        throws
    {
        var shell = try ShellFixture()
        let line = "kubectl patch deployment backend -n production --type=merge -p "
        let result = shell.run(line + "'{\"spec\":{\"replicas\":\"x\"}}'")
        #expect(
            result.errors.hasPrefix("The request is invalid: patch: Invalid value: \"{\\\"apiVersion\\\":"))
        let reason =
            "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"
        #expect(result.errors.hasSuffix("\": \(reason)"))
    }

    @Test func `an unknown field is warned of and dropped`() throws {
        var shell = try ShellFixture()
        let result = shell.run(
            "kubectl patch cluster orders-db -n production --type=merge -p '{\"spec\":{\"switchover\":{}}}'")
        #expect(result.output == "cluster.postgresql.cnpg.io/orders-db patched (no change)\n")
        #expect(
            shell.run("kubectl get cluster orders-db -n production -o jsonpath={.spec.switchover}").output
                == "")
    }

    @Test func `a dry run leaves everything as it was`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl scale deploy/backend --replicas=9 --dry-run=server -n production")
        #expect(
            shell.run("kubectl get deploy/backend -n production -o jsonpath={.spec.replicas}").output == "3")
        #expect(shell.effects.kubernetes.isEmpty)
    }

    @Test func `a change asks the cluster's controllers for what follows`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl scale deploy/backend --replicas=5 -n production")
        let effects = try #require(shell.effects.kubernetes.first)
        #expect(effects.cluster == ShellFixture.west)
        #expect(!effects.effects.facts.isEmpty)
    }

    @Test func `a second restart within a second is refused, and an unfinished rollout is said to be`() throws
    {
        var shell = try ShellFixture()
        shell.run("kubectl rollout restart deployment/backend -n production")
        #expect(
            shell.run("kubectl rollout restart deployment/backend -n production").errors
                == "error: failed to create patch for backend: if restart has already been triggered "
                + "within the "
                + "past second, please wait before attempting to trigger another")
        let status = shell.run("kubectl rollout status deployment/backend -n production --timeout=60s")
        #expect(status.output.hasPrefix("Waiting for deployment \"backend\" rollout to finish: "))
        #expect(status.errors == "error: timed out waiting for the condition")
        #expect(status.status == 1)
        #expect(
            shell.run("kubectl rollout status deployment/backend -n production --watch=false").status == 0)
    }
}
