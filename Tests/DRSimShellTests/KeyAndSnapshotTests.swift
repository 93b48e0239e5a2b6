import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimShell
import DRSimUnits
import OrderedCollections
import Testing

struct KeyAndSnapshotTests {
    static let keys: [Answer] = [
        Answer("aws kms describe-key --key-id key-1", 0, "{"),
        Answer(
            "aws kms describe-key --key-id key-1 --region us-east-1", 254,
            AWSTests.refusal(
                "NotFoundException", "DescribeKey", "Key 'arn:aws:kms:us-east-1:111:key/key-1' does not exist"
            )),
        Answer(
            "aws kms describe-key --key-id arn:aws:kms:us-west-2:111:key/key-1 --region us-east-1", 254,
            AWSTests.refusal("NotFoundException", "DescribeKey", "Invalid arn us-west-2")),
        Answer("aws kms encrypt --key-id alias/backups --plaintext aGVsbG8=", 0, "{"),
        Answer(
            "aws kms decrypt --ciphertext-blob aGVsbG8=", 254,
            "An error occurred (InvalidCiphertextException) when calling the Decrypt operation: "),
        Answer(
            "aws kms decrypt --ciphertext-blob AQICAHh/key-1/aGVsbG8= --key-id mrk-1", 254,
            AWSTests.refusal(
                "IncorrectKeyException", "Decrypt",
                "The key ID in the request does not identify a CMK that can perform this operation.")),
        Answer("aws kms encrypt --key-id key-1", 252, AWSTests.usage),
        Answer(
            "aws kms decrypt --ciphertext-blob fileb:///tmp/a", 126,
            "drsim: aws kms decrypt of a file is not simulated"),
        Answer(
            "aws kms schedule-key-deletion --key-id key-1", 126,
            "drsim: aws kms schedule-key-deletion is not simulated"),
    ]

    static let snapshots: [Answer] = [
        Answer("aws ec2 create-snapshot --volume-id vol-1 --description nightly", 0, "{", effective: true),
        Answer(
            "aws ec2 create-snapshot --volume-id vol-1 --region us-east-1", 254,
            AWSTests.refusal("InvalidVolume.NotFound", "CreateSnapshot", "The volume 'vol-1' does not exist.")
        ),
        Answer("aws ec2 describe-snapshots --owner-ids self", 0, "{"),
        Answer(
            "aws ec2 describe-snapshots --snapshot-ids snap-1", 254,
            AWSTests.refusal(
                "InvalidSnapshot.NotFound", "DescribeSnapshots", "The snapshot 'snap-1' does not exist.")),
        Answer(
            "aws ec2 copy-snapshot --source-region us-west-2 --source-snapshot-id snap-1 --region us-east-1",
            254,
            AWSTests.refusal(
                "InvalidSnapshot.NotFound", "CopySnapshot", "The snapshot 'snap-1' does not exist.")),
        Answer(
            "aws ec2 copy-snapshot --source-region mars-1 --source-snapshot-id snap-1", 254,
            AWSTests.refusal("InvalidParameterValue", "CopySnapshot", "mars-1 is not a valid region.")),
        Answer("aws ec2 copy-snapshot --source-region us-west-2", 252, AWSTests.usage),
        Answer("aws ec2 describe-instances", 0, "{"),
        Answer(
            "aws ec2 describe-instances --instance-ids i-deadbeef", 126,
            "drsim: aws --instance-ids is not simulated"),
        Answer(
            "aws ec2 describe-instances --filters Name=instance-state-name,Values=stopped", 126,
            "drsim: aws --filters is not simulated"),
        Answer(
            "aws ec2 describe-snapshots --filters Name=status,Values=completed", 126,
            "drsim: aws --filters is not simulated"),
        Answer(
            "aws ec2 describe-snapshots --owner-ids amazon", 126,
            "drsim: aws --owner-ids amazon is not simulated"),
        Answer(
            "aws ec2 terminate-instances --instance-ids i-1", 126,
            "drsim: aws ec2 terminate-instances is not simulated"),
    ]

    @Test(arguments: keys + snapshots)
    func `keys and snapshots answer in their own words and statuses`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test func `a key of one region decrypts there only, one of several in each`() throws {
        var shell = try ShellFixture()
        for (key, eastern) in [("key-1", 254), ("mrk-1", 0)] {
            let answer = shell.run("aws kms encrypt --key-id \(key) --plaintext aGVsbG8=").output
            let blob = try #require(try JSONValue(parsing: answer)["CiphertextBlob"]?.string)
            let line = "aws kms decrypt --ciphertext-blob \(blob)"
            #expect(try JSONValue(parsing: shell.run(line).output)["Plaintext"] == "aGVsbG8=")
            let there = shell.run(line + " --region us-east-1")
            #expect(there.status == eastern)
            guard eastern != 0 else { continue }
            #expect(
                there.errors
                    == AWSTests.refusal(
                        "AccessDeniedException", "Decrypt",
                        "The ciphertext refers to a customer master key that does not exist, does not exist "
                            + "in this region, or you are not allowed to access."))
        }
    }

    @Test func `a key of several regions says where it is`() throws {
        var shell = try ShellFixture()
        let answer = shell.run("aws kms describe-key --key-id mrk-1 --region us-east-1").output
        let key = try JSONValue(parsing: answer)["KeyMetadata"]
        #expect(key?["Arn"] == "arn:aws:kms:us-east-1:111:key/mrk-1")
        #expect(key?["MultiRegion"] == true && key?["KeyState"] == "Enabled")
        #expect(key?[path: "MultiRegionConfiguration", "MultiRegionKeyType"] == "REPLICA")
        #expect(key?[path: "MultiRegionConfiguration", "PrimaryKey", "Region"] == "us-west-2")
    }

    @Test func `a snapshot is pending, and in its region only`() throws {
        var shell = try ShellFixture()
        shell.run("aws ec2 create-snapshot --volume-id vol-1")
        let list = "aws ec2 describe-snapshots"
        let west = try JSONValue(parsing: shell.run(list).output)["Snapshots"]?.array
        #expect(west?.first?["State"] == "pending")
        #expect(west?.first?["VolumeSize"] == 187)
        #expect(west?.first?["StartTime"] == "2026-03-10T00:05:00+00:00")
        #expect(shell.run("\(list) --region us-east-1 --query Snapshots --output json").output == "[]\n")
    }

    @Test func `machines that are refused are no machines, and their group says why it lacks them`() throws {
        var shell = try ShellFixture()
        var effects = CloudEffects()
        shell.infrastructure.cloud.capacityLost(ShellFixture.west, effects: &effects)
        shell.run("\(AWSTests.update) desiredSize=5")
        let instances = try JSONValue(parsing: shell.run("aws ec2 describe-instances").output)
        #expect(instances["Reservations"]?.array?.count == 3)
        let group = try JSONValue(parsing: shell.run("aws eks describe-nodegroup \(AWSTests.workers)").output)
        let issue = group[path: "nodegroup", "health", "issues"]?.array?.first
        #expect(issue?["code"] == "AsgInstanceLaunchFailures")
    }
}

struct TarTests {
    @Test(arguments: [
        Answer("tar -czf /tmp/a.tar.gz /tmp/*.yaml", 2, "tar: Removing leading `/' from member names"),
        Answer("tar -czf /tmp/a.tar.gz b", 2, "tar: b: Cannot stat: No such file or directory"),
        Answer("tar -czf /tmp/a.tar.gz", 2, "tar: Cowardly refusing to create an empty archive"),
        Answer(
            "tar -czf /tmp/a.tar.gz /tmp/x.yaml", 0, "tar: Removing leading `/' from member names",
            effective: true),
        Answer("tar czf a.tar.gz tmp/x.yaml", 0, "", effective: true),
        Answer("tar -czf a.tgz -C / nofile", 126, "drsim: tar -C is not simulated"),
        Answer("tar -xzf /tmp/a.tar.gz", 126, "drsim: tar -xzf is not simulated"),
        Answer("tar -czf", 2, "tar: option requires an argument -- 'f'"),
        Answer("tar", 2, "tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options"),
    ])
    func `an archive is made of the files that are there`(row: Answer) throws {
        var shell = try ShellFixture()
        shell.write("/tmp/x.yaml")
        row.check(in: &shell)
    }

    @Test func `a pattern nobody expanded makes an archive of nothing`() throws {
        var shell = try ShellFixture()
        shell.write("/tmp/x.yaml", size: 9_000)
        let result = shell.run("tar -czf /tmp/a.tar.gz /tmp/*.yaml")
        #expect(
            result.errors
                == "tar: Removing leading `/' from member names\n"
                + "tar: /tmp/*.yaml: Cannot stat: No such file or directory\n"
                + "tar: Exiting with failure status due to previous errors")
        #expect(shell.session.files["/tmp/a.tar.gz"]?.size == ByteCount(45))
    }
}
