import DRSimShell
import Testing

/// `kubectl delete`, `annotate` and `label`, and what a person's shell fills in before a program starts.
struct KubectlObjectTests {
    static let rows: [Answer] = [
        Answer(
            "kubectl delete cm settings -n production", 0, "configmap \"settings\" deleted", effective: true),
        Answer(
            "kubectl delete deployment/backend -n production", 0, "deployment.apps \"backend\" deleted",
            effective: true),
        Answer(
            "kubectl delete pod orders-db-2 -n production", 0, "pod \"orders-db-2\" deleted",
            effective: true),
        Answer(
            "kubectl delete pod orders-db-2 -n production --force", 0, "pod \"orders-db-2\" force deleted",
            effective: true),
        Answer("kubectl delete deployment --all -n nowhere", 0, "No resources found"),
        Answer("kubectl delete cm nothing -n production --ignore-not-found", 0, ""),
        Answer(
            "kubectl delete cm nothing -n production", 1,
            "Error from server (NotFound): configmaps \"nothing\" not found"),
        Answer(
            "kubectl delete cm", 1, "error: resource(s) were provided, but no name was specified"),
        Answer("kubectl delete cm settings --al", 1, "error: unknown flag: --al"),
        Answer(
            "kubectl annotate cm settings -n production note=checked", 0, "configmap/settings annotated",
            effective: true),
        Answer(
            "kubectl label cm settings -n production tier=one", 0, "configmap/settings labeled",
            effective: true),
        Answer("kubectl label cm settings -n production tier-", 0, "configmap/settings not labeled"),
        Answer(
            "kubectl annotate cm settings -n production", 1,
            "error: at least one annotation update is required"),
        Answer(
            "kubectl annotate cm nothing -n production note=x", 1,
            "Error from server (NotFound): configmaps \"nothing\" not found"),
        Answer(
            "kubectl scale deployment --all --replicas=0 -n production", 0, "deployment.apps/backend scaled",
            effective: true),
    ]

    @Test(arguments: rows)
    func `objects are deleted and marked in kubectl's words`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test func `a value is overwritten only where that is asked for`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl annotate cm settings -n production note=one")
        #expect(
            shell.run("kubectl annotate cm settings -n production note=two").errors
                == "error: --overwrite is false but found the following declared annotation(s): 'note' "
                + "already has a value (one)")
        #expect(shell.run("kubectl annotate cm settings -n production note=two --overwrite").isEffective)
        let note = "kubectl get cm settings -n production -o jsonpath={.metadata.annotations.note}"
        #expect(shell.run(note).output == "two")
        shell.run("kubectl annotate cm settings -n production note-")
        #expect(shell.run(note).output == "")
    }

    @Test func `what is deleted is gone`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl delete deployment --all -n production")
        #expect(shell.run("kubectl get deployments -n production -o name").output == "")
    }

    @Test(arguments: [
        ("$(date +%Y-%m-%dT%H:%M:%S%z)", "2026-03-10T00:05:00+0000"),
        ("at-$(date -u +%F)!", "at-2026-03-10!"),
        ("$(date +%T).$(date +%s)", "00:05:00.1773101100"), ("$(date)", "$(date)"),
        ("$(date +%j)", "$(date +%j)"),
        ("$(whoami)", "$(whoami)"),
    ])
    func `a person's shell fills in dates`(text: String, value: String) throws {
        var shell = try ShellFixture()
        shell.run("kubectl annotate cm settings -n production 'note=\(text)'")
        let note = "kubectl get cm settings -n production -o jsonpath={.metadata.annotations.note}"
        #expect(shell.run(note).output == value)
    }
}
