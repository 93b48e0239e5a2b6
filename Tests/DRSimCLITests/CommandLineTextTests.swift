import Testing

@testable import DRSimCLI

struct CommandLineTextTests {
    @Test(arguments: [
        ("plain/path-1.yaml", "plain/path-1.yaml"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''"),
        ("controller.latch=true", "controller.latch=true"), ("$HOME", "'$HOME'"), ("{a: 1}", "'{a: 1}'"),
    ])
    func `quotes what a shell would take apart`(word: String, text: String) {
        #expect(CommandLineText("drsim").adding(word).text == "drsim \(text)")
    }

    @Test func `gives an option once for each value`() {
        let line = CommandLineText("drsim", "run").adding("--set", each: ["a.b=1", "c.d=2"])
        #expect(line.text == "drsim run --set a.b=1 --set c.d=2")
    }
}
