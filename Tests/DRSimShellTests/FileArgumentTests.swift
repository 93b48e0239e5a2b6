import DRSimShell
import Testing

/// Options that name a file where commands are typed.
struct FileArgumentTests {
    private static let batch = """
        {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {"Name": "api.example.com", "Type": "CNAME",
        "TTL": 60, "ResourceRecords": [{"Value": "east.lb.example.com"}]}}]}
        """

    private func fixture() throws -> ShellFixture {
        var shell = try ShellFixture()
        shell.session.provided = [
            ProvidedFile(path: "dns.json", text: Self.batch),
            ProvidedFile(path: "fixes/scale.json", text: "{\"spec\":{\"replicas\":5}}"),
        ]
        return shell
    }

    @Test(arguments: ["file://dns.json", "file://./dns.json"])
    func `a change batch is read from a file that is there`(value: String) throws {
        var shell = try fixture()
        let result = shell.run(
            "aws route53 change-resource-record-sets --hosted-zone-id Z1 --change-batch \(value)")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.isEffective)
    }

    @Test func `a patch is read from a file that is there`() throws {
        var shell = try fixture()
        Answer(
            "kubectl patch deployment backend -n production --patch-file=fixes/scale.json", 0,
            "deployment.apps/backend patched", effective: true
        ).check(in: &shell)
    }

    @Test func `a file that is not there is not found`() throws {
        var shell = try fixture()
        Answer(
            "aws route53 change-resource-record-sets --hosted-zone-id Z1 --change-batch file://no.json", 252,
            "Error parsing parameter '--change-batch': Unable to load paramfile file://no.json: [Errno 2] No "
                + "such file or directory: 'no.json'"
        ).check(in: &shell)
    }
}
