import DRSimShell
import Testing

struct ArgumentScannerTests {
    static let known: [ArgumentScanner.Known] = [
        .value("--namespace", "-n"), .flag("--watch", "-w"), .flag("--all", "-A"), .value("--patch", "-p"),
    ]

    @Test(arguments: [
        ["-n", "prod"], ["-nprod"], ["-n=prod"], ["--namespace", "prod"], ["--namespace=prod"],
        ["-wn", "prod"],
        ["-Awnprod"], ["-n", "dev", "-n", "prod"],
    ])
    func `an option's value is found however it is written`(arguments: [String]) throws {
        let scanner = try ArgumentScanner(["get"] + arguments + ["pods"], known: Self.known)
        #expect(scanner["--namespace"] == "prod")
        #expect(scanner.positions == ["get", "pods"])
    }

    @Test(arguments: [["-w"], ["--watch"], ["-Aw"], ["--watch=true"]])
    func `a flag is set`(arguments: [String]) throws {
        #expect(try ArgumentScanner(arguments, known: Self.known).has("--watch"))
    }

    @Test(arguments: [[], ["--watch=false"], ["-w=false"], ["-A"]])
    func `a flag is not set`(arguments: [String]) throws {
        #expect(try !ArgumentScanner(arguments, known: Self.known).has("--watch"))
    }

    @Test func `a value may look like an option, be empty, and hold the equals sign`() throws {
        let scanner = try ArgumentScanner(["-p", "--x", "--namespace=a=b"], known: Self.known)
        #expect(scanner["--patch"] == "--x")
        #expect(scanner["--namespace"] == "a=b")
        #expect(try ArgumentScanner(["--patch="], known: Self.known)["--patch"] == "")
    }

    @Test func `a lone dash and all words after two dashes are positions`() throws {
        let scanner = try ArgumentScanner(["-", "--", "-w", "--what"], known: Self.known)
        #expect(scanner.positions == ["-", "-w", "--what"])
    }

    @Test(arguments: [
        (["--what"], ArgumentScanner.Problem.unknownOption("--what")),
        (["--what=now"], .unknownOption("--what")),
        (["-x"], .unknownLetter("x", in: "-x")), (["-wx"], .unknownLetter("x", in: "-wx")),
        (["-n"], .missingValue("n", in: "-n")), (["-wn"], .missingValue("n", in: "-wn")),
        (["--patch"], .missingValue("--patch", in: "--patch")),
    ])
    func `what cannot be read is told`(arguments: [String], problem: ArgumentScanner.Problem) {
        #expect(throws: problem) { try ArgumentScanner(arguments, known: Self.known) }
    }
}
