import ArgumentParser
import DRSimScoring
import DRSimTestSupport
import DRSimUnits
import Testing

@testable import DRSimCLI

private typealias Status = DRSimCLI.ExitStatus

struct ExitStatusTests {
    @Test func `figures whose books do not balance end the program as broken`() {
        var score = SampleRun().record.score
        #expect(throws: Never.self) { try [score].checkBooks(of: "a.yaml") }
        score.brokenBooks = [.unbalanced("database", acknowledged: 9, accounted: 8)]
        let failure = #expect(throws: CommandFailure.self) {
            try [SampleRun().record.score, score].checkBooks(of: "a.yaml")
        }
        #expect(failure.map { Status(of: $0) } == .broken)
        #expect(failure?.message.contains("trial 1 of a.yaml") == true)
        #expect(failure?.message.contains("9 bytes acknowledged, 8 accounted for") == true)
    }

    private static let codes: [(Status, Int32)] = [
        (.done, 0), (.failed, 1), (.usage, 2), (.broken, 3), (.nothing, 4), (.interrupted, 130),
    ]

    @Test func `says of a store that cannot be made that it cannot, and why`() throws {
        let failure = #expect(throws: CommandFailure.self) {
            _ = try StoreOptions.parse(["--db", "/proc/x.sqlite"]).open()
        }
        #expect(failure.map { Status(of: $0) } == .broken)
        let why = "cannot keep results: /proc/x.sqlite can be neither made nor opened: "
        #expect(failure?.message.contains(why) == true)
        #expect(failure?.message.contains("drsim run") == false)
    }

    @Test(arguments: codes)
    private func `has the documented codes`(status: Status, code: Int32) {
        #expect(status.rawValue == code)
    }

    private static let lines: [(String, Status)] = [
        ("--help", .done), ("run --help", .done), ("--version", .done), ("frobnicate", .usage),
        ("run", .usage), ("run x.yaml --trials many", .usage),
        ("run x.yaml --seed -1", .usage), ("run x.yaml --trial -1", .usage),
        ("schedule --from 2026-01-04 --days -3", .usage), ("schedule --from yesterday --days 3", .usage),
        ("list --signals --overlays", .usage), ("exec us-west-2-lost-2h --at +9d -- date", .usage),
        ("exec us-west-2-lost-2h --at soon -- date", .usage),
        ("test x.yaml --format xml", .usage),
        ("init", .usage), ("init x --template no-region", .usage),
        ("run /no/such/file.yaml", .usage), ("test /no/such/folder", .usage),
        ("check /no/such/folder", .usage), ("classify /no/such/file", .usage),
        ("report quarter 2026Q5", .usage), ("report quarter 2026Q4 --db /no/such/file", .usage),
        ("report quarter 2026Q4 --db /etc/passwd", .broken),
        ("test x.yaml -o /no/such/folder/report.xml", .broken),
    ]

    @Test(arguments: lines)
    private func `follows from the command line`(line: String, status: Status) {
        let ending = #expect(throws: (any Error).self) {
            var command = try DRSim.parseAsRoot(line.split(separator: " ").map(String.init))
            try command.run()
        }
        #expect(ending.map(Status.init(of:)) == status)
    }

    private static let slips: [(line: String, help: String)] = [
        ("run primary-crash --no-store --trials 0", "--trials must be from 1 to 1000000"),
        ("run primary-crash --no-store --trials 2 --trial 1", "--trial names one trial"),
        ("run primary-crash --no-store --trials 2 --trace", "--trace shows one trial"),
        ("compare primary-crash --overlay l3-named", "name two overlays to compare"),
        (
            "compare primary-crash --overlay l3-named --overlay l4-remediated --trials 1",
            "--trials must be from 2 to 1000000"
        ),
        ("exec primary-crash --at 5m", "say what to type after --"),
        ("compare primary-crash --overlay l3-named --overlay l3-named", "give the same plan"),
    ]

    @Test(arguments: slips)
    private func `says what cannot be done with a scenario that is there`(line: String, help: String) {
        let ending = #expect(throws: (any Error).self) {
            var command = try DRSim.parseAsRoot(line.split(separator: " ").map(String.init))
            try command.run()
        }
        #expect(ending.map(Status.init(of:)) == .usage)
        let message = ending.map { ($0 as? CommandFailure)?.message ?? DRSim.fullMessage(for: $0) }
        #expect(message?.contains(help) == true)
    }

    @Test func `an unknown error means that the program could not run`() {
        struct Surprise: Error {}
        #expect(Status(of: Surprise()) == .broken)
        #expect(Status(of: CommandFailure.nothing("none")) == .nothing)
        #expect(Status(of: InputErrors(missing: "x")) == .usage)
    }
}
