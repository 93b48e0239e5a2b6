import DRSimCloud
import DRSimDocument
import DRSimShell
import Testing

// The words for a key that is not there: https://www.paws-r-sdk.com/docs/iam_delete_access_key/.

/// Access keys: who asks, by which key, and how a key is withdrawn.
struct AccessKeyTests {
    static let rows: [Answer] = [
        Answer("aws iam list-access-keys --user-name reader", 0, "{"),
        Answer("aws iam create-access-key --user-name reader", 0, "{", effective: true),
        Answer(
            "aws iam list-access-keys --user-name nobody", 254,
            AWSTests.refusal("NoSuchEntity", "ListAccessKeys", "The user with name nobody cannot be found.")),
        Answer(
            "aws iam update-access-key --user-name reader --access-key-id AKIA1 --status Inactive", 254,
            AWSTests.refusal(
                "NoSuchEntity", "UpdateAccessKey", "The Access Key with id AKIA1 cannot be found.")),
        Answer(
            "aws iam delete-access-key --user-name reader --access-key-id AKIA1", 254,
            AWSTests.refusal(
                "NoSuchEntity", "DeleteAccessKey", "The Access Key with id AKIA1 cannot be found.")),
        Answer(
            "aws iam list-access-keys --profile reader", 254,
            AWSTests.refusal(
                "AccessDenied", "ListAccessKeys",
                "User: arn:aws:iam::111:user/reader is not authorized to perform: iam:ListAccessKeys on "
                    + "resource: user reader because no identity-based policy allows the iam:ListAccessKeys "
                    + "action")),
        Answer("aws iam list-access-keys", 126, "drsim: aws iam without a user's name is not simulated"),
        Answer(
            "aws s3 ls s3://backups --profile nobody", 255, "The config profile (nobody) could not be found"),
    ]

    @Test(arguments: rows) func `answers as the real command line does`(_ row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test func `a key that is withdrawn opens nothing, whatever service is asked`() throws {
        var shell = try ShellFixture()
        let answer = shell.run("aws iam list-access-keys --user-name reader").output
        let key = try #require(
            try JSONValue(parsing: answer)["AccessKeyMetadata"]?.array?.first?["AccessKeyId"]?.string)
        #expect(key.count == 20 && key.hasPrefix("AKIA"))
        shell.session.identity = "reader"
        shell.install("backups", "a")
        #expect(shell.run("aws s3 ls s3://backups").status == 0)
        shell.session.identity = nil
        let update = "aws iam update-access-key --user-name reader --access-key-id \(key) --status"
        #expect(shell.run("\(update) Inactive").isEffective)
        #expect(!shell.run("\(update) Inactive").isEffective)
        #expect(shell.run("\(update) Gone").status == 254)
        shell.session.identity = "reader"
        let token = "The security token included in the request is invalid."
        for (line, words) in [
            ("aws s3 ls s3://backups", "(InvalidAccessKeyId) when calling the ListObjectsV2 operation"),
            (
                "aws eks describe-nodegroup --cluster-name erp-west --nodegroup-name workers",
                "(UnrecognizedClientException) when calling the DescribeNodegroup operation: \(token)"
            ),
            (
                "aws route53 list-resource-record-sets --hosted-zone-id Z1",
                "(InvalidClientTokenId) when calling the ListResourceRecordSets operation: \(token)"
            ),
            (
                "aws ec2 describe-instances",
                "(AuthFailure) when calling the DescribeInstances operation: AWS was not able to validate"
            ),
        ] {
            let result = shell.run(line)
            #expect(result.status != 0 && result.errors.contains(words), "\(line): \(result.errors)")
        }
        shell.session.identity = nil
        for _ in 0..<2 { shell.run("aws iam create-access-key --user-name reader") }
        #expect(
            shell.run("aws iam create-access-key --user-name reader").firstLine
                == AWSTests.refusal(
                    "LimitExceeded", "CreateAccessKey", "Cannot exceed quota for AccessKeysPerUser: 2"))
        #expect(shell.run("aws s3 ls s3://backups --profile reader").status == 0)
    }

    @Test func `who may ask is asked where names are changed, whatever else is lost`() throws {
        var shell = try ShellFixture()
        shell.lose(region: ShellFixture.east)
        let result = shell.run("aws iam list-access-keys --user-name reader")
        #expect(result.status == 255)
        #expect(result.errors.contains("Connect timeout on endpoint URL: \"https://iam.amazonaws.com/\""))
    }
}
