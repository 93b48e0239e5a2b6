import DRSimShell
import Testing

struct ArgoCDTests {
    static let rows: [Answer] = [
        Answer(
            "argocd app sync erp --kube-context east", 0, "Name:               argocd/erp", effective: true),
        Answer("argocd app get erp --kube-context east", 0, "Name:               argocd/erp"),
        // The server does not tell whether there is such an application.
        Answer(
            "argocd app sync erp", 20,
            "FATA[0000] rpc error: code = PermissionDenied desc = permission denied"),
        Answer(
            "argocd app get nothing --kube-context east", 20,
            "FATA[0000] rpc error: code = PermissionDenied desc = permission denied"),
        Answer(
            "argocd app sync erp --kube-context nowhere", 20,
            "FATA[0000] context \"nowhere\" does not "
                + "exist"),
        Answer("argocd", 0, "argocd controls a Argo CD server"),
        Answer("argocd app", 1, "Manage applications"),
        Answer("argocd app sync", 1, "Sync an application to its target state"),
        Answer("argocd app get", 1, "Get application details"),
        Answer("argocd app sync a b", 126, "drsim: argocd app sync of several applications is not simulated"),
        Answer("argocd app sync erp --dry-run", 126, "drsim: argocd --dry-run is not simulated"),
        Answer("argocd app sync -l app=erp", 126, "drsim: argocd -l is not simulated"),
        Answer("argocd app get erp --hard-refresh", 126, "drsim: argocd --hard-refresh is not simulated"),
        Answer("argocd app wait erp --health", 126, "drsim: argocd app wait is not simulated"),
        Answer("argocd app sync erp --forced", 1, "Error: unknown flag: --forced"),
        Answer("argocd app sync erp -x", 1, "Error: unknown shorthand flag: 'x' in -x"),
        Answer("argocd app synchronise erp", 1, "Error: unknown command \"synchronise\" for \"argocd app\""),
        Answer("argocd application sync erp", 1, "Error: unknown command \"application\" for \"argocd\""),
        Answer("argocd app wait erp", 126, "drsim: argocd app wait is not simulated"),
        Answer("argocd app get erp --kube-context east -o xml", 20, "FATA[0000] unknown output format: xml"),
    ]

    @Test(arguments: rows)
    func `Argo CD answers in its own words and statuses`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test func `a second sync is refused while the first runs`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl config use-context east")
        #expect(shell.run("argocd app sync erp --force").output.contains("Phase:              Running\n"))
        let second = shell.run("argocd app sync erp")
        #expect(second.status == 20)
        #expect(
            second.errors
                == "FATA[0000] rpc error: code = FailedPrecondition desc = another operation is already "
                + "in progress"
        )
        #expect(!second.isEffective)
    }
}
