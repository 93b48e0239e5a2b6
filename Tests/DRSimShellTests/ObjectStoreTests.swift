import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimShell
import DRSimUnits
import OrderedCollections
import Testing

struct ObjectStoreTests {
    /// A dump and two segments in the backups, a dump too large for one request, and a file of secrets.
    private static func shell() throws -> ShellFixture {
        var shell = try ShellFixture()
        shell.install("backups", "database/monday.sql.gz", size: 4_000)
        shell.install("backups", "database/wal/01", size: 16 << 20)
        shell.install("backups", "database/wal/02", size: 16 << 20)
        shell.install("backups", "large.sql.gz", size: 5_368_709_121)
        shell.install("backups", "secrets.enc", encryptedWith: "key-1")
        shell.write("/tmp/dump.sql.gz", size: 2_000)
        return shell
    }

    private static let denied =
        "User: arn:aws:iam::111:user/reader is not authorized to perform: s3:PutObject on resource: "
        + "\"arn:aws:s3:::backups/a\" because no identity-based policy allows the s3:PutObject action"

    static let listings: [Answer] = [
        Answer("aws s3 ls s3://backups", 0, String(repeating: " ", count: 27) + "PRE database/"),
        Answer(
            "aws s3 ls s3://backups/database/wal/ --recursive", 0,
            "2026-03-09 02:00:00   16777216 database/wal/01"),
        Answer("aws s3 ls s3://backups/database/wal/", 0, "2026-03-09 02:00:00   16777216 01"),
        Answer(
            "aws s3 ls s3://backups/database/wal/01 --human-readable", 0,
            "2026-03-09 02:00:00   16.0 MiB 01"),
        Answer("aws s3 ls s3://backups/wal/ --recursive", 1, ""),
        Answer("aws s3 ls s3://vault", 0, ""),
        Answer(
            "aws s3 ls s3://nowhere", 254,
            AWSTests.refusal("NoSuchBucket", "ListObjectsV2", "The specified bucket does not exist")),
    ]

    static let moves: [Answer] = [
        Answer(
            "aws s3 cp /tmp/dump.sql.gz s3://backups/database/", 0,
            "upload: tmp/dump.sql.gz to s3://backups/database/dump.sql.gz", effective: true),
        Answer(
            "aws s3 cp /tmp/dump.sql.gz s3://backups", 0,
            "upload: tmp/dump.sql.gz to s3://backups/dump.sql.gz", effective: true),
        Answer("aws s3 cp /tmp/none s3://backups/a", 255, "The user-provided path /tmp/none does not exist."),
        Answer(
            "aws s3 cp /tmp/dump.sql.gz s3://nowhere/a", 1,
            "upload failed: tmp/dump.sql.gz to s3://nowhere/a "
                + AWSTests.refusal("NoSuchBucket", "PutObject", "The specified bucket does not exist")),
        Answer(
            "aws s3 cp /tmp/dump.sql.gz s3://backups/a --sse aws:kms --sse-kms-key-id key-2", 1,
            "upload failed: tmp/dump.sql.gz to s3://backups/a "
                + AWSTests.refusal(
                    "KMS.NotFoundException", "PutObject",
                    "Key 'arn:aws:kms:us-west-2:111:key/key-2' does not exist")),
        Answer(
            "aws s3 cp s3://backups/database/monday.sql.gz .", 0,
            "download: s3://backups/database/monday.sql.gz to ./monday.sql.gz", effective: true),
        Answer(
            "aws s3 cp s3://backups/none /tmp/a", 1,
            "fatal error: An error occurred (404) when calling the HeadObject operation: "
                + "Key \"none\" does not exist"
        ),
        Answer(
            "aws s3 cp s3://backups/large.sql.gz s3://backups-east/", 0,
            "copy: s3://backups/large.sql.gz to s3://backups-east/large.sql.gz", effective: true),
        Answer(
            "aws s3 cp s3://backups/database/ s3://vault/all --recursive", 0,
            "copy: s3://backups/database/monday.sql.gz to s3://vault/all/monday.sql.gz", effective: true),
        Answer("aws s3 cp s3://backups/database/ s3://vault --recursive --quiet", 0, "", effective: true),
        Answer(
            "aws s3 sync /nonexistent s3://backups/x --delete", 255,
            "The user-provided path /nonexistent does not exist."),
        Answer(
            "aws s3 cp /nonexistent s3://backups/x --recursive", 255,
            "The user-provided path /nonexistent does not exist."),
        Answer(
            "aws s3 sync /tmp/dump.sql.gz s3://backups/x", 126,
            "drsim: a file in place of a folder is not simulated"),
        Answer(
            "aws s3 cp s3://nowhere/ /tmp --recursive", 1,
            "fatal error: "
                + AWSTests.refusal("NoSuchBucket", "ListObjectsV2", "The specified bucket does not exist")),
        Answer(
            "aws s3 cp /tmp/a /tmp/b", 252,
            "usage: aws s3 cp <LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>"),
        Answer("aws s3 cp s3://backups/a", 252, AWSTests.usage),
        Answer(
            "aws s3 rm s3://backups/database/monday.sql.gz", 0, "delete: s3://backups/database/monday.sql.gz",
            effective: true),
        Answer("aws s3 rm s3://backups/none", 0, "delete: s3://backups/none"),
        Answer(
            "aws s3 rm s3://backups/database --recursive", 0, "delete: s3://backups/database/monday.sql.gz",
            effective: true),
        Answer("aws s3 rm /tmp/dump.sql.gz", 252, "usage: aws s3 rm <S3Uri>"),
        Answer(
            "aws s3 sync s3://backups/database s3://backups-east/database", 0,
            "copy: s3://backups/database/monday.sql.gz to s3://backups-east/database/monday.sql.gz",
            effective: true),
    ]

    static let requests: [Answer] = [
        Answer(
            "aws s3api put-object --bucket backups --key a --body /tmp/dump.sql.gz", 0, "{", effective: true),
        Answer(
            "aws s3api put-object --bucket backups --key a --body /tmp/none", 255,
            "Error parsing parameter '--body': Blob values must be a path to a file."),
        Answer("aws s3api put-object --key a", 252, AWSTests.usage),
        Answer("aws s3api head-object --bucket backups --key database/monday.sql.gz", 0, "{"),
        Answer(
            "aws s3api head-object --bucket backups --key none", 254,
            AWSTests.refusal("404", "HeadObject", "Not Found")),
        Answer(
            "aws s3api get-object --bucket backups --key none /tmp/a", 254,
            AWSTests.refusal("NoSuchKey", "GetObject", "The specified key does not exist.")),
        Answer("aws s3api get-object --bucket backups --key secrets.enc", 252, AWSTests.usage),
        Answer("aws s3api list-objects-v2 --bucket backups --prefix none", 0, "{"),
        Answer(
            "aws s3api copy-object --bucket backups-east --key a "
                + "--copy-source backups/database/monday.sql.gz",
            0, "{", effective: true),
        Answer(
            "aws s3api copy-object --bucket backups-east --key a --copy-source backups/large.sql.gz", 254,
            AWSTests.refusal(
                "InvalidRequest", "CopyObject",
                "The specified copy source is larger than the maximum allowable size for a copy source: "
                    + "5368709120"
            )),
        Answer(
            "aws s3api copy-object --bucket backups-east --key a --copy-source backups", 252,
            "Parameter validation failed:"),
        Answer("aws s3api delete-object --bucket backups --key none", 0, ""),
        Answer("aws s3api delete-object --bucket vault --key none", 0, "{", effective: true),
        Answer(
            "aws s3api upload-part --bucket backups", 126, "drsim: aws s3api upload-part is not simulated"),
    ]

    @Test(arguments: listings + moves + requests)
    func `the object store's commands answer in their own words and statuses`(row: Answer) throws {
        var shell = try Self.shell()
        row.check(in: &shell)
    }

    @Test func `what was uploaded is downloaded, and what a listing sums is what is there`() throws {
        var shell = try Self.shell()
        shell.run("aws s3 cp /tmp/dump.sql.gz s3://backups/new/dump")
        shell.run("aws s3 cp s3://backups/new/dump /tmp/back")
        #expect(shell.session.files["/tmp/back"]?.content == ObjectContent(payload: 7))
        #expect(shell.session.files["/tmp/back"]?.size == ByteCount(2_000))
        let output = shell.run("aws s3 ls s3://backups/database/ --recursive --summarize").output
        #expect(output.hasSuffix("\nTotal Objects: 3\n   Total Size: 33558432\n"))
    }

    @Test func `a sync copies what is missing, other or older, and deletes only when told`() throws {
        var shell = try Self.shell()
        shell.install("backups-east", "wal/01", size: 16 << 20)
        shell.install("backups-east", "wal/00", size: 16 << 20)
        let line = "aws s3 sync s3://backups/database/wal s3://backups-east/wal"
        #expect(shell.run(line).output == "copy: s3://backups/database/wal/02 to s3://backups-east/wal/02\n")
        #expect(shell.run(line).output == "")
        #expect(shell.run(line + " --delete").output == "delete: s3://backups-east/wal/00\n")
    }

    @Test func `a locked version is not deleted but by those who say that they may`() throws {
        var shell = try Self.shell()
        let answer = shell.run("aws s3api put-object --bucket vault --key a --body /tmp/dump.sql.gz").output
        let version = try #require(try JSONValue(parsing: answer)["VersionId"]?.string)
        let line = "aws s3api delete-object --bucket vault --key a --version-id \(version)"
        let refused = shell.run(line)
        #expect(refused.status == 254)
        #expect(
            refused.errors
                == AWSTests.refusal(
                    "AccessDenied", "DeleteObject", "Access Denied because object protected by object lock."))
        let head = try JSONValue(parsing: shell.run("aws s3api head-object --bucket vault --key a").output)
        #expect(head["ObjectLockMode"] == "GOVERNANCE")
        #expect(head["ObjectLockRetainUntilDate"] == "2026-04-09T00:05:00+00:00")
        #expect(shell.run(line + " --bypass-governance-retention").isEffective)
    }

    @Test func `commands ask in the name of the session's identity`() throws {
        var shell = try Self.shell()
        shell.session.identity = "reader"
        #expect(shell.run("aws s3 ls s3://backups").status == 0)
        let upload = shell.run("aws s3 cp /tmp/dump.sql.gz s3://backups/a")
        #expect(upload.status == 1)
        #expect(
            upload.errors
                == "upload failed: tmp/dump.sql.gz to s3://backups/a "
                + AWSTests.refusal("AccessDenied", "PutObject", Self.denied))
        let secret = shell.run("aws s3 cp s3://backups/secrets.enc /tmp/secrets")
        #expect(
            secret.errors
                == "fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden")
    }

    @Test(arguments: [
        (
            "aws s3 ls s3://backups", 255,
            "Connect timeout on endpoint URL: \"https://backups.s3.us-west-2.amazonaws.com/\""
        ),
        (
            "aws s3 ls s3://backups --region us-east-1", 255,
            "Connect timeout on endpoint URL: \"https://backups.s3.us-west-2.amazonaws.com/\""
        ),
        (
            "aws s3 ls s3://vault", 255,
            "Connect timeout on endpoint URL: \"https://vault.s3.us-west-2.amazonaws.com/\""
        ),
        (
            "aws s3 rm s3://backups/a", 1,
            "delete failed: s3://backups/a Connect timeout on endpoint URL: "
                + "\"https://backups.s3.us-west-2.amazonaws.com/a\""
        ),
        (
            "aws s3 cp /tmp/dump.sql.gz s3://backups/a", 1,
            "upload failed: tmp/dump.sql.gz to s3://backups/a Connect timeout on endpoint URL: "
                + "\"https://backups.s3.us-west-2.amazonaws.com/a\""
        ),
    ])
    func `a region that is lost does not answer, and leads nobody to another`(
        _ line: String, _ status: Int, _ errors: String
    ) throws {
        var shell = try Self.shell()
        shell.lose(region: ShellFixture.west)
        #expect(shell.delay(of: line) == .seconds(30))
        let result = shell.run(line)
        #expect(result.status == status)
        #expect(result.errors == errors)
        #expect(shell.run("aws s3 ls s3://vault --region us-east-1").status == 0)
    }

    @Test func `a store that is out says so`() throws {
        var shell = try Self.shell()
        var effects = CloudEffects()
        shell.infrastructure.cloud.objectStoreLost(
            ShellFixture.west, at: shell.now, draws: shell.draws, effects: &effects)
        let result = shell.run("aws s3 ls s3://backups")
        #expect(result.status == 254)
        #expect(result.errors.contains("(ServiceUnavailable)"))
        #expect(
            shell.run("aws s3api head-object --bucket backups --key a").errors
                == "An error occurred (503) when calling the HeadObject operation (reached max retries: 2): "
                + "Service Unavailable")
    }

    @Test(arguments: [
        ("aws s3 cp /tmp/dump.sql.gz s3://backups/a", Span(milliseconds: 2_000 + 10_000)),
        ("aws s3 cp s3://backups/large.sql.gz /tmp/a", Span(milliseconds: 2_000 + 107_374)),
        ("aws s3 cp s3://backups/large.sql.gz s3://vault/a", Span(milliseconds: 2_000 + 26_844)),
        ("aws s3api copy-object --bucket vault --key a --copy-source backups/large.sql.gz", .seconds(2)),
        ("aws s3 ls s3://backups", .seconds(2)),
        ("aws s3 cp s3://backups/none /tmp/a", .seconds(2)),
    ])
    func `a transfer takes as long as its size at the rate of its way`(_ line: String, _ delay: Span) throws {
        var shell = try Self.shell()
        shell.write("/tmp/dump.sql.gz", size: 1_000_000_000)
        #expect(shell.delay(of: line) == delay)
    }
}
