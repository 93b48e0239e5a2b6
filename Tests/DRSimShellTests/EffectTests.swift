import DRSimShell
import Testing

/// What a command says it was to do: to change something, or only to look.
struct EffectTests {
    @Test(arguments: [
        // "backup" is a type of objects here, and "create" a word that is looked for.
        "kubectl get backup -n production", "kubectl get pods -n production -l app=create",
        "kubectl annotate cm settings -n production note=two --dry-run=client",
        "kubectl config use-context west",
        "kubectl cnpg status orders-db -n production", "aws s3 ls s3://backups",
        "aws route53 list-resource-record-sets --hosted-zone-id Z1",
    ])
    func `a look asks for no change, whatever its words`(line: String) throws {
        var shell = try ShellFixture()
        #expect(!shell.run(line).asksForChange)
    }

    @Test(arguments: [
        "aws s3 rm s3://backups/none", "aws s3 rm s3://backups/none/ --recursive",
        "aws s3 sync s3://backups/none s3://backups/other",
        "aws s3api delete-object --bucket backups --key none",
        "kubectl delete cm nothing -n production --ignore-not-found",
        "kubectl delete cm -l app=nothing -n production", "kubectl annotate cm settings -n production none-",
        "kubectl cnpg promote orders-db 1 -n production",
    ])
    func `a change that finds nothing to change has no effect`(line: String) throws {
        var shell = try ShellFixture()
        let result = shell.run(line)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.asksForChange && !result.isEffective)
    }
}
