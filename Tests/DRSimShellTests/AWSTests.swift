import DRSimDocument
import DRSimKernel
import DRSimShell
import Testing

struct AWSTests {
    static let usage = "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]"
    static let workers = "--cluster-name erp-west --nodegroup-name workers"
    static let update = "aws eks update-nodegroup-config \(workers) --scaling-config"

    static func refusal(_ code: String, _ operation: String, _ message: String) -> String {
        "An error occurred (\(code)) when calling the \(operation) operation: \(message)"
    }

    static let nodeGroups: [Answer] = [
        Answer("\(update) minSize=3,maxSize=10,desiredSize=5", 0, "{", effective: true),
        Answer("\(update) minSize=1,maxSize=10,desiredSize=3", 0, "{"),
        Answer("\(update) '{\"desiredSize\":4}'", 0, "{", effective: true),
        Answer(
            "aws eks update-nodegroup-config --cluster-name erp-east --nodegroup-name workers "
                + "--scaling-config desiredSize=4", 254,
            refusal(
                "ResourceNotFoundException", "UpdateNodegroupConfig",
                "No cluster found for name: "
                    + "erp-east.")),
        Answer(
            "aws eks describe-nodegroup --cluster-name erp-west --nodegroup-name nothing", 254,
            refusal(
                "ResourceNotFoundException", "DescribeNodegroup", "No node group found for name: nothing.")),
        Answer(
            "aws eks describe-nodegroup \(workers) --region us-east-1", 254,
            refusal(
                "ResourceNotFoundException", "DescribeNodegroup",
                "No cluster found for name: "
                    + "erp-west.")),
        Answer(
            "aws eks describe-nodegroup \(workers) --region mars-1", 255,
            "Could not connect to the endpoint URL: "
                + "\"https://eks.mars-1.amazonaws.com/clusters/erp-west/node-groups/workers\""),
        Answer(
            "\(update) desiredSize=11", 254,
            refusal(
                "InvalidParameterException", "UpdateNodegroupConfig",
                "desired capacity 11 can't be greater than max size 10")),
        Answer(
            "\(update) maxSize=451", 254,
            refusal(
                "ResourceLimitExceededException", "UpdateNodegroupConfig",
                "You have encountered a service limit on the specified resource.")),
        Answer(
            "\(update) maxSize=100000000,desiredSize=100000000", 254,
            refusal(
                "ResourceLimitExceededException", "UpdateNodegroupConfig",
                "You have encountered a service limit on the specified resource.")),
        Answer(
            "\(update) minSize=4", 254,
            refusal(
                "InvalidParameterException", "UpdateNodegroupConfig",
                "Minimum capacity 4 can't be greater than desired size 3")),
        Answer("aws s3 mb s3://more", 126, "drsim: aws s3 mb is not simulated"),
        Answer("aws s3 presign s3://more/a --expires-in 60", 126, "drsim: aws s3 presign is not simulated"),
        Answer(
            "aws eks describe-cluster --name erp-west", 126,
            "drsim: aws eks describe-cluster is not simulated"),
        Answer(
            "aws --region us-east-1 eks describe-cluster", 126,
            "drsim: aws eks describe-cluster is not simulated"),
        Answer("\(update) desiredSize=-1", 252, "Parameter validation failed:"),
        Answer("\(update) size=4", 252, "Parameter validation failed:"),
        Answer("\(update) desiredSize=many", 255, "invalid literal for int() with base 10: 'many'"),
        Answer(
            "\(update) desiredSize", 252,
            "Error parsing parameter '--scaling-config': Expected: '=', received: 'EOF' for input:"),
        Answer("aws eks describe-nodegroup --cluster-name erp-west", 252, usage),
        Answer("aws eks describe-nodegroup \(workers) --output csv", 252, usage),
        Answer("aws eks resize-nodegroup", 252, usage),
        Answer("aws s3 list-objects", 252, usage),
        Answer("aws eks", 252, usage),
        Answer("aws space launch", 252, usage),
        Answer("aws --nothing", 252, usage),
        Answer("aws s3 ls", 126, "drsim: aws s3 ls without a bucket is not simulated"),
        Answer("aws iam list-users", 126, "drsim: aws iam list-users is not simulated"),
        Answer("aws sts get-caller-identity", 126, "drsim: aws sts is not simulated"),
        Answer("aws organizations list-accounts", 126, "drsim: aws organizations is not simulated"),
        Answer("aws kms replicate-key", 126, "drsim: aws kms replicate-key is not simulated"),
        Answer("aws kms rotate-key-on-demand", 126, "drsim: aws kms rotate-key-on-demand is not simulated"),
        Answer("aws kms re-encrypt", 126, "drsim: aws kms re-encrypt is not simulated"),
        Answer(
            "aws iam simulate-principal-policy", 126,
            "drsim: aws iam simulate-principal-policy is not simulated"),
        Answer("aws eks untag-resource", 126, "drsim: aws eks untag-resource is not simulated"),
        Answer(
            "aws route53 activate-key-signing-key", 126,
            "drsim: aws route53 activate-key-signing-key is not simulated"),
        Answer(
            "aws ec2 modify-snapshot-attribute", 126,
            "drsim: aws ec2 modify-snapshot-attribute is not simulated"),
        Answer(
            "aws eks delete-nodegroup \(workers)", 126, "drsim: aws eks delete-nodegroup is not simulated"),
    ]

    static let submit = "aws route53 change-resource-record-sets --hosted-zone-id"

    static func batch(_ action: String, _ fields: String) -> String {
        "'{\"Changes\":[{\"Action\":\"\(action)\",\"ResourceRecordSet\":{\(fields)}}]}'"
    }

    static func records(_ name: String, _ type: String = "CNAME", to value: String) -> String {
        "\"Name\":\"\(name)\",\"Type\":\"\(type)\",\"TTL\":60,\"ResourceRecords\":[{\"Value\":\"\(value)\"}]"
    }

    static func values(_ type: String, _ values: String...) -> String {
        let list = values.map { "{\"Value\":\"\($0)\"}" }.joined(separator: ",")
        return batch(
            "UPSERT",
            "\"Name\":\"new.example.com\",\"Type\":\"\(type)\",\"TTL\":60,\"ResourceRecords\":[\(list)]")
    }

    static let names: [Answer] = [
        Answer(
            "\(submit) Z1 --change-batch \(values("A", "192.0.2.1", "192.0.2.2"))", 0, "{", effective: true),
        // https://github.com/barnybug/cli53/issues/81: two values where there may be one.
        Answer(
            "\(submit) Z1 --change-batch \(values("CNAME", "lb.east.example.net", "lb.west.example.net"))",
            254,
            refusal(
                "InvalidChangeBatch", "ChangeResourceRecordSets",
                "[The request contains an invalid set of changes for a resource record set "
                    + "'CNAME new.example.com.']")),
        Answer(
            "\(submit) Z1 --change-batch \(values("A", "192.0.2.1", "lb.east.example.net", "192.0.2.1"))",
            254,
            refusal(
                "InvalidChangeBatch", "ChangeResourceRecordSets",
                "[Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid "
                    + "IPv4 address) encountered with 'lb.east.example.net'', "
                    + "Duplicate Resource Record: '192.0.2.1']"
            )),
        Answer(
            "\(submit) Z1 --change-batch "
                + "\(batch("UPSERT", records("api.example.com", to: "lb.east.example.net")))",
            0,
            "{", effective: true),
        Answer(
            "\(submit) Z9 --change-batch "
                + "\(batch("UPSERT", records("api.example.com", to: "lb.east.example.net")))",
            254,
            refusal("NoSuchHostedZone", "ChangeResourceRecordSets", "No hosted zone found with ID: Z9")),
        Answer(
            "\(submit) Z1 --change-batch "
                + "\(batch("CREATE", records("api.example.com", to: "lb.east.example.net")))",
            254,
            refusal(
                "InvalidChangeBatch", "ChangeResourceRecordSets",
                "[Tried to create resource record set [name='api.example.com.', type='CNAME'] but it "
                    + "already exists]"
            )),
        Answer(
            "\(submit) Z1 --change-batch "
                + "\(batch("UPSERT", records("api.elsewhere.com", to: "lb.east.example.net")))",
            254,
            refusal(
                "InvalidChangeBatch", "ChangeResourceRecordSets",
                "[RRSet with DNS name api.elsewhere.com. is not permitted in zone example.com.]")),
        Answer(
            "\(submit) Z1 --change-batch "
                + "\(batch("REPLACE", records("api.example.com", to: "lb.east.example.net")))",
            254,
            refusal(
                "InvalidInput", "ChangeResourceRecordSets",
                "Invalid XML ; cvc-enumeration-valid: Value 'REPLACE' is not facet-valid with respect "
                    + "to enumeration "
                    + "'[CREATE, DELETE, UPSERT]'. It must be a value from the enumeration.")),
        Answer(
            "\(submit) Z1 --change-batch "
                + "\(batch("UPSERT", "\"Name\":\"api.example.com\",\"Type\":\"CNAME\""))",
            254,
            refusal(
                "InvalidInput", "ChangeResourceRecordSets",
                "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and "
                    + "ResourceRecords], or "
                    + "TrafficPolicyInstanceId], but found none in Change with [Action=UPSERT, "
                    + "Name=api.example.com, "
                    + "Type=CNAME, SetIdentifier=null]")),
        Answer(
            "\(submit) Z1 --change-batch \(batch("UPSERT", "\"Type\":\"CNAME\""))", 252,
            "Parameter validation failed:"),
        Answer("\(submit) Z1 --change-batch '{\"changes\":[]}'", 252, "Parameter validation failed:"),
        Answer("\(submit) Z1 --change-batch '{\"Changes\":[]}'", 252, "Parameter validation failed:"),
        Answer(
            "\(submit) Z1 --change-batch '{\"Changes\":'", 252,
            "Error parsing parameter '--change-batch': Invalid JSON:"),
        Answer(
            "\(submit) Z1 --change-batch failover.json", 252,
            "Error parsing parameter '--change-batch': Expected: '=', received: 'EOF' for input:"),
        Answer(
            "\(submit) Z1 --change-batch file://failover.json", 252,
            "Error parsing parameter '--change-batch': Unable to load paramfile file://failover.json: "
                + "[Errno 2] No such "
                + "file or directory: 'failover.json'"),
        Answer(
            "\(submit) Z1 --change-batch "
                + "\(batch("UPSERT", "\"Name\":\"a\",\"Type\":\"A\",\"AliasTarget\":{}"))",
            126,
            "drsim: a record set with AliasTarget is not simulated"),
        Answer("\(submit) Z1", 252, usage),
        Answer(
            "aws route53 list-resource-record-sets --hosted-zone-id Z9", 254,
            refusal("NoSuchHostedZone", "ListResourceRecordSets", "No hosted zone found with ID: Z9")),
        Answer(
            "aws route53 get-change --id C0", 254,
            refusal("NoSuchChange", "GetChange", "Could not find resource with ID: C0")),
    ]

    @Test(arguments: nodeGroups + names)
    func `the cloud's command line answers in its own words and statuses`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    static let reasons: [(line: String, reason: String)] = [
        (
            "aws eks describe-nodegroup --cluster-name a",
            "aws: error: the following arguments are required: --nodegroup-name"
        ),
        (
            "aws eks resize-nodegroup",
            "aws: error: argument operation: Found invalid choice 'resize-nodegroup'"
        ),
        ("aws eks", "aws: error: the following arguments are required: operation"),
        ("aws", "aws: error: the following arguments are required: command"),
        ("aws eks describe-nodegroup --size 3", "aws: error: Unknown options: --size"),
        ("aws eks describe-nodegroup --region", "aws: error: argument --region: expected one argument"),
        (
            "\(update) size=4",
            "Unknown parameter in scalingConfig: \"size\", must be one of: minSize, maxSize, desiredSize"
        ),
        (
            "\(update) maxSize=0",
            "Invalid value for parameter scalingConfig.maxSize, value: 0, valid min value: 1"
        ),
        (
            "\(submit) Z1 --change-batch '{\"Changes\":[]}'",
            "Invalid length for parameter ChangeBatch.Changes, value: 0, valid min length: 1"
        ),
        (
            "\(submit) Z1 --change-batch '{\"Changes\":[{}]}'",
            "Missing required parameter in ChangeBatch.Changes[0]: \"Action\""
        ),
        (
            "\(submit) Z1 --change-batch '{\"changes\":[],\"Changes\":[]}'",
            "Unknown parameter in ChangeBatch: \"changes\", must be one of: Comment, Changes"
        ),
    ]

    @Test(arguments: reasons)
    func `the last line says what is wrong with the words`(line: String, reason: String) throws {
        var shell = try ShellFixture()
        #expect(shell.run(line).errors.split(separator: "\n").last.map(String.init) == reason)
    }

    @Test func `a node group has the sizes it was given`() throws {
        var shell = try ShellFixture()
        shell.run("\(Self.update) minSize=2,desiredSize=5")
        let answer = shell.run("aws eks describe-nodegroup \(Self.workers)").output
        let group = try JSONValue(parsing: answer)["nodegroup"]
        #expect(group?["scalingConfig"] == ["desiredSize": 5, "maxSize": 10, "minSize": 2])
        #expect(group?["status"] == "UPDATING")
        let query = "--query nodegroup.scalingConfig.desiredSize --output text"
        #expect(shell.run("aws eks describe-nodegroup \(Self.workers) \(query)").output == "5\n")
        #expect(!shell.effects.cloud.scheduled.isEmpty)
    }

    @Test func `a record is changed at once and pending until it has propagated`() throws {
        var shell = try ShellFixture()
        let change = Self.batch("UPSERT", Self.records("api.example.com", to: "lb.east.example.net"))
        let answer = shell.run("\(Self.submit) /hostedzone/Z1 --change-batch \(change)")
        let id = try #require(try JSONValue(parsing: answer.output)[path: "ChangeInfo", "Id"]?.string)
        #expect(id.hasPrefix("/change/C"))
        #expect(
            shell.run("aws route53 get-change --id \(id) --query ChangeInfo.Status").output == "\"PENDING\"\n"
        )
        let list = shell.run("aws route53 list-resource-record-sets --hosted-zone-id Z1").output
        let first = try JSONValue(parsing: list)["ResourceRecordSets"]?.array?.first
        #expect(first?["Name"] == "api.example.com.")
        #expect(first?["TTL"] == 60)
        #expect(shell.run("\(Self.submit) Z1 --change-batch \(change)").isEffective == false)
    }

    @Test func `a record set of several values is listed with all of them`() throws {
        var shell = try ShellFixture()
        shell.run("\(Self.submit) Z1 --change-batch \(Self.values("A", "192.0.2.2", "192.0.2.1"))")
        let list = shell.run("aws route53 list-resource-record-sets --hosted-zone-id Z1").output
        let last = try JSONValue(parsing: list)["ResourceRecordSets"]?.array?.last
        #expect(last?["ResourceRecords"] == [["Value": "192.0.2.1"], ["Value": "192.0.2.2"]])
    }

    @Test func `a wildcard record is set, listed with its asterisk escaped, and deleted`() throws {
        var shell = try ShellFixture()
        let fields = Self.records("*.Example.com.", to: "lb.east.example.net")
        #expect(shell.run("\(Self.submit) Z1 --change-batch \(Self.batch("UPSERT", fields))").isEffective)
        let list = "aws route53 list-resource-record-sets --hosted-zone-id Z1"
        let last = try JSONValue(parsing: shell.run(list).output)["ResourceRecordSets"]?.array?.last
        #expect(last?["Name"] == "\\052.example.com.")
        let escaped = Self.records("\\\\052.example.com", to: "LB.east.example.net.")
        #expect(shell.run("\(Self.submit) Z1 --change-batch \(Self.batch("DELETE", escaped))").status == 0)
        #expect(!shell.run(list).output.contains("052"))
    }

    @Test func `answers are indented by four`() throws {
        var shell = try ShellFixture()
        let output = shell.run("aws eks describe-nodegroup \(Self.workers)").output
        #expect(output.hasPrefix("{\n    \"nodegroup\": {\n        \"nodegroupName\": \"workers\",\n"))
    }
}
