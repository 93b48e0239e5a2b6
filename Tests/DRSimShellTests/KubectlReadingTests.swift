import DRSimShell
import Testing

/// `kubectl get`, `describe` and `logs`.
struct KubectlReadingTests {
    static let outputs: [(line: String, output: String)] = [
        (
            "kubectl get deployments -n production",
            """
            NAME       READY   UP-TO-DATE   AVAILABLE   AGE
            backend    3/3     3            3           90d
            frontend   0/0     0            0           90d

            """
        ),
        (
            "kubectl get cluster.postgresql.cnpg.io -A",
            """
            NAMESPACE    NAME        AGE   INSTANCES   READY   STATUS                     PRIMARY
            production   orders-db   90d   3           3       Cluster in healthy state   orders-db-1

            """
        ),
        (
            "kubectl -n argocd --context=east get applications.argoproj.io",
            """
            NAME   SYNC STATUS   HEALTH STATUS
            erp    OutOfSync     Healthy

            """
        ),
        (
            "kubectl get ing,cm -nproduction",
            """
            NAME                               CLASS   HOSTS             ADDRESS   PORTS     AGE
            ingress.networking.k8s.io/app      nginx   app.example.com             80, 443   90d
            ingress.networking.k8s.io/public   nginx   api.example.com             80, 443   90d

            NAME                 DATA   AGE
            configmap/settings   1      90d

            """
        ),
        (
            "kubectl get po -n production -l cnpg.io/instanceRole=primary --no-headers -o name",
            "pod/orders-db-1\n"
        ),
        (
            "kubectl get pods -n production -l app!=backend --no-headers",
            """
            orders-db-1   1/1   Running   0     90d
            orders-db-2   1/1   Running   0     90d
            orders-db-3   1/1   Running   0     90d

            """
        ),
        ("kubectl get pods -n production --field-selector status.phase=Pending -o name", ""),
        ("kubectl get deploy/backend -n production -o jsonpath={.status.readyReplicas}", "3"),
        ("kubectl get deploy -n production -o 'jsonpath={.items[*].metadata.name}'", "backend frontend"),
        (
            "kubectl get deploy -n production -o 'jsonpath={range "
                + ".items[*]}{.metadata.name}={.spec.replicas}{\"\\n\"}{end}'",
            "backend=3\nfrontend=0\n"
        ),
        (
            "kubectl get deployment backend -n production -o "
                + "'jsonpath={.status.conditions[?(@.type==\"Available\")].status}'",
            "True"
        ),
        (
            "kubectl get svc backend frontend nothing -n production -o name --ignore-not-found",
            "service/backend\nservice/frontend\n"
        ),
        (
            "kubectl get configmap settings -n production -o 'jsonpath={.data}'",
            "{\"DATABASE_HOST\":\"orders-db-rw\"}"
        ),
        ("kubectl get no --no-headers -o jsonpath={.items[0].status.nodeInfo.kubeletVersion}", "v1.33.4"),
    ]

    @Test(arguments: outputs)
    func `what is there is printed as kubectl prints it`(line: String, output: String) throws {
        var shell = try ShellFixture()
        let result = shell.run(line)
        #expect(result.output == output)
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(!result.isEffective)
    }

    static let known =
        "(known: pods, services, configmaps, secrets, namespaces, nodes, persistentvolumeclaims, events, "
        + "deployments, ingresses, horizontalpodautoscalers, clusters, backups, scheduledbackups, "
        + "applications, appprojects, certificates, volumesnapshots)"

    static let refusals: [Answer] = [
        Answer(
            "kubectl get postgresql -n production", 1,
            "error: the server doesn't have a resource type \"postgresql\""),
        Answer(
            "kubectl get all -n production", 126, "drsim: the resource type all is not simulated \(known)"),
        Answer("kubectl get rs", 126, "drsim: the resource type rs is not simulated \(known)"),
        Answer("kubectl get sts", 0, "No resources found in default namespace."),
        Answer("kubectl get networkpolicies -A", 0, "No resources found"),
        Answer(
            "kubectl get cronjob nightly", 1,
            "Error from server (NotFound): cronjobs.batch \"nightly\" not found"),
        Answer("kubectl get poolers", 126, "drsim: the resource type poolers is not simulated \(known)"),
        Answer(
            "kubectl get failoverquorums", 126,
            "drsim: the resource type failoverquorums is not simulated \(known)"),
        Answer("kubectl get pdb,pods", 126, "drsim: the resource type pdb is not simulated \(known)"),
        Answer(
            "kubectl get postgresql -n production -w", 1,
            "error: the server doesn't have a resource type \"postgresql\""),
        Answer(
            "kubectl get deployment backend", 1,
            "Error from server (NotFound): deployments.apps \"backend\" not found"),
        Answer(
            "kubectl get deployment backend -n recovery", 1,
            "Error from server (NotFound): deployments.apps \"backend\" not found"),
        Answer(
            "kubectl get cluster nothing -n production", 1,
            "Error from server (NotFound): clusters.postgresql.cnpg.io \"nothing\" not found"),
        Answer("kubectl get node nothing", 1, "Error from server (NotFound): nodes \"nothing\" not found"),
        Answer("kubectl get pods", 0, "No resources found in default namespace."),
        Answer("kubectl get pods -n nowhere", 0, "No resources found in nowhere namespace."),
        Answer("kubectl get secrets -A", 0, "No resources found"),
        Answer(
            "kubectl get pods -n production -l app=nothing", 0,
            "No resources found in production "
                + "namespace."),
        Answer("kubectl get pods --context nowhere", 1, "error: context \"nowhere\" does not exist"),
        Answer(
            "kubectl get", 1,
            "You must specify the type of resource to get. Use \"kubectl api-resources\" for a complete "
                + "list of "
                + "supported resources."),
        Answer(
            "kubectl get deployment svc/backend", 1,
            "error: there is no need to specify a resource type as a separate argument when passing "
                + "arguments in "
                + "resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl "
                + "get resource "
                + "resource/<resource_name>'"),
        Answer(
            "kubectl get a/b/c", 1,
            "error: arguments in resource/name form may not have more than one "
                + "slash"),
        Answer(
            "kubectl get svc/", 1,
            "error: arguments in resource/name form must have a single resource and name"),
        Answer(
            "kubectl get pod x -A", 1, "error: a resource cannot be retrieved by name across all namespaces"),
        Answer("kubectl get pods --replicas=3", 1, "error: unknown flag: --replicas"),
        Answer("kubectl get pods -z", 1, "error: unknown shorthand flag: 'z' in -z"),
        Answer("kubectl get pods -n", 1, "error: flag needs an argument: 'n' in -n"),
        Answer("kubectl get pods --namespace", 1, "error: flag needs an argument: --namespace"),
        Answer(
            "kubectl get pods -o xml", 1,
            "error: unable to match a printer suitable for the output format \"xml\", allowed formats are: "
                + "json,jsonpath,name,wide,yaml"),
        Answer(
            "kubectl get pods -o jsonpath={.items", 1,
            "error: error parsing jsonpath {.items, unclosed action"),
        Answer(
            "kubectl get pods -o jsonpath={.items[0}", 1,
            "error: error parsing jsonpath {.items[0}, unterminated array"),
        Answer(
            "kubectl get secrets -A -o jsonpath={.items[0].metadata.name}", 1,
            "error: error executing jsonpath \"{.items[0].metadata.name}\": Error executing template: "
                + "array index "
                + "out of bounds: index 0, length 0. Printing more information for debugging the template:"),
        Answer("kubectl get pods -l 'app in (a)'", 126, "drsim: the selector app in (a) is not simulated"),
        Answer(
            "kubectl describe deployment nothing", 1,
            "Error from server (NotFound): deployments.apps \"nothing\" not found"),
        Answer("kubectl logs", 1, "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'."),
        Answer(
            "kubectl logs orders-db-9 -n production", 1,
            "Error from server (NotFound): pods \"orders-db-9\" not found"),
        Answer(
            "kubectl logs deployment/nothing -f", 1,
            "Error from server (NotFound): deployments.apps \"nothing\" not found"),
        Answer("kubectl frobnicate", 1, "error: unknown command \"frobnicate\" for \"kubectl\""),
        Answer("kubectl edit pod x", 126, "drsim: kubectl edit is not simulated"),
        Answer("kubectl", 0, "kubectl controls the Kubernetes cluster manager."),
    ]

    @Test(arguments: refusals)
    func `what is not there, or not so, is refused in kubectl's words`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test func `of several names those that are there are printed`() throws {
        var shell = try ShellFixture()
        let result = shell.run("kubectl get svc nothing backend -n production -o name")
        #expect(result.output == "service/backend\n")
        #expect(result.errors == "Error from server (NotFound): services \"nothing\" not found")
        #expect(result.status == 1)
    }

    @Test func `wide pods name their node, and JSON is indented by four with sorted keys`() throws {
        var shell = try ShellFixture()
        let wide = shell.run("kubectl get pods orders-db-1 -n production -owide").output
        #expect(wide.hasPrefix("NAME          READY   STATUS    RESTARTS   AGE   IP "))
        #expect(wide.contains(".us-west-2.compute.internal   <none>           <none>\n"))
        let json = shell.run("kubectl get cm settings -n production -o json").output
        #expect(json.hasPrefix("{\n    \"apiVersion\": \"v1\",\n    \"data\": {\n        \"DATABASE_HOST\":"))
        let yaml = shell.run("kubectl get cm settings -n production -o yaml").output
        #expect(
            yaml.hasPrefix(
                "apiVersion: v1\ndata:\n  DATABASE_HOST: orders-db-rw\nkind: ConfigMap\nmetadata:\n"))
    }

    @Test func `a description has the object's sections`() throws {
        var shell = try ShellFixture()
        let text = shell.run("kubectl describe cluster orders-db -n production").output
        #expect(text.hasPrefix("Name:         orders-db\nNamespace:    production\n"))
        #expect(text.contains("\nSpec:\n  bootstrap:\n    initdb:\n      database: app\n"))
        #expect(text.contains("\nStatus:\n  currentPrimary: orders-db-1\n"))
    }

    @Test func `a pod on a silent node looks ready, and its logs cannot be had`() throws {
        var shell = try ShellFixture()
        #expect(shell.run("kubectl logs orders-db-1 -n production --tail=100").status == 0)
        shell.stopNodes(of: ShellFixture.west)
        #expect(
            shell.run("kubectl get pods -n production orders-db-1 --no-headers").output
                == "orders-db-1   1/1   Running   0     90d\n")
        let logs = shell.run("kubectl logs deploy/backend -n production")
        #expect(logs.status == 1)
        #expect(logs.errors.hasSuffix(":10250: i/o timeout"))
    }
}
