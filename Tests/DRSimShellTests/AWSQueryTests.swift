import DRSimShell
import Testing

/// `--query`: what JMESPath makes of paths; anything else is said not to be simulated.
struct AWSQueryTests {
    private static let list = "aws s3api list-objects-v2 --bucket backups"

    @Test(arguments: [
        ("Contents[0].Key", "\"a\"\n"), ("Contents[-1].Key", "\"b\"\n"), ("Contents[9].Key", "null\n"),
        ("Contents[*].Key", "[\n    \"a\",\n    \"b\"\n]\n"), ("Contents[*].Nothing", "[]\n"),
        ("Nothing[*].Key", "null\n"), ("Nothing.Key", "null\n"),
    ])
    func `a path selects a value, one with a wildcard a list`(query: String, output: String) throws {
        var shell = try ShellFixture()
        for key in ["a", "b"] { shell.install("backups", key) }
        #expect(shell.run("\(Self.list) --query \(query)").output == output)
    }

    @Test func `a list of one stays a list, and as text it is a line, or none where it is empty`() throws {
        var shell = try ShellFixture()
        shell.install("backups", "a")
        #expect(shell.run("\(Self.list) --query Contents[*].Key").output == "[\n    \"a\"\n]\n")
        #expect(shell.run("\(Self.list) --query Contents[*].Key --output text").output == "a\n")
        #expect(shell.run("\(Self.list) --query Contents[*].Nothing --output text").output == "")
        #expect(shell.run("\(Self.list) --query Nothing --output text").output == "None\n")
    }

    @Test(arguments: [
        "length(Contents)", "sort_by(Contents,&LastModified)[-1].Key", "Contents[0].{K:Key}",
        "Contents[0].Key | [0]", "Contents[0:1].Key", "Contents[].Key", "Contents[?Key==`a`].Key", "*.*",
        "Contents[*].Tags[0]", "a-b",
    ])
    func `a function, an expression, a slice is not simulated`(query: String) throws {
        var shell = try ShellFixture()
        shell.install("backups", "a")
        let result = shell.run("\(Self.list) --query '\(query)'")
        #expect(result.status == 126)
        #expect(result.gap == "aws --query \(query)")
    }
}
