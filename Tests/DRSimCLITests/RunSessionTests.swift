import ArgumentParser
import DRSimScoring
import DRSimStore
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

@testable import DRSimCLI

/// What `drsim run` keeps, accepts and says to type next.
struct RunSessionTests {
    private static let scenario = "scenarios/disasters/region-lost.yaml"

    /// A plan of one's own, one of its scenarios written otherwise.
    private func plan(
        in folder: borrowing TemporaryFolder, replacing pieces: [(piece: String, other: String)] = []
    ) throws -> String {
        try folder.beginPlan(replacing: pieces, in: Self.scenario)
        return "\(folder.path)/mine/\(Self.scenario)"
    }

    private func run(_ words: String...) throws {
        var command = try DRSim.parseAsRoot(["run"] + words)
        try command.run()
    }

    private func stored(in path: String) throws -> [StoredRun] {
        try ResultStore(readingFrom: path).runs(in: Quarter(of: CalendarTime.now))
    }

    @Test func `a campaign keeps the story of its first trial and of its worst`() throws {
        let folder = try TemporaryFolder()
        let (path, store) = (try plan(in: folder), "\(folder.path)/x.sqlite")
        // What the scenario expects of its own seed need not hold in every trial.
        try? run(path, "--trials", "8", "--db", store)
        let records = try stored(in: store).map(\.record)
        let worst = try #require(records.max { $0.badness < $1.badness })
        #expect(records.map(\.provenance.trial) == Array(0..<8))
        #expect(worst.provenance.trial > 0)
        let told = records.filter { !$0.timeline.isEmpty }
        #expect(told.map(\.provenance.trial) == [0, worst.provenance.trial])
        #expect(told.allSatisfy { !$0.served.isEmpty })
    }

    @Test func `the line that repeats a run with its control asks for the control once`() throws {
        let folder = try TemporaryFolder()
        let (path, store) = (try plan(in: folder), "\(folder.path)/x.sqlite")
        try run(path, "--control", "--db", store)
        let lines = try stored(in: store).map(\.record.provenance.replay)
        #expect(lines == Array(repeating: "drsim run \(path) --seed 1 --control --db \(store)", count: 2))
    }

    @Test func `a campaign keeps the control of each of its trials`() throws {
        let folder = try TemporaryFolder()
        let (path, store) = (try plan(in: folder), "\(folder.path)/x.sqlite")
        try? run(path, "--trials", "3", "--control", "--db", store)
        let made = try stored(in: store).map(\.record.provenance)
        #expect(made.filter { !$0.isControl }.map(\.trial) == [0, 1, 2])
        #expect(made.filter(\.isControl).map(\.trial) == [0, 1, 2])
        #expect(made.allSatisfy { $0.replay.hasSuffix("--control --db \(store) --trials 3") })
    }

    @Test func `a planted defect that is caught is accepted and no result of the plan`() throws {
        let folder = try TemporaryFolder()
        let store = "\(folder.path)/x.sqlite"
        let path = try plan(
            in: folder,
            replacing: [
                ("class: region_lost", "class: region_lost\ncaught_by: recovery clock"),
                ("    - disaster == region_failure\n", ""), ("verdict(api) == met", "rta(api) <= 1s"),
                ("    - restored_by(api) == plan\n", ""), ("rpa(orders) <= 1m", "approvals == 9"),
                ("    - approvals >= 1", ""),
            ])
        try run(path, "--db", store)
        try run(path, "--trials", "2", "--db", store)
        #expect(try stored(in: store) == [])
    }

    @Test func `a planted defect that is not caught fails, in one trial or in many`() throws {
        let folder = try TemporaryFolder()
        let path = try plan(
            in: folder,
            replacing: [
                ("class: region_lost", "class: region_lost\ncaught_by: recovery clock"),
                ("verdict(api) == met", "rta(api) <= 9h"),
            ])
        #expect(throws: ExitStatus.failed) { try run(path, "--no-store") }
        #expect(throws: ExitStatus.failed) { try run(path, "--trials", "2", "--no-store") }
    }

    @Test func `says of the contract in a line whether it was kept`() {
        let results = SampleRun().record.expectations
        let words = [
            ContractWords(results, caughtBy: nil, isKept: false),
            ContractWords(Array(results.prefix(1)), caughtBy: nil, isKept: true),
            ContractWords(results, caughtBy: "policy checker", isKept: false),
            ContractWords(results, caughtBy: "policy checker", isKept: true),
            ContractWords([], caughtBy: nil, isKept: true),
        ]
        #expect(
            words.map(\.text) == [
                "✗ 1/2 held", "✓ 1/1 held", "✗ not caught by the policy checker",
                "✓ caught by the policy checker", "no expectation",
            ])
        #expect(words.map(\.failure.count) == [1, 0, 1, 0, 0])
        #expect(words[0].failure[0].text == "✗ 1/2 held: exit status 1")
    }

    @Test func `marks what may not hold where a defect was planted`() {
        let record = SampleRun().record
        let view = RunView(
            services: [], trace: Trace(start: record.provenance.scenario.start, horizon: .start + .hours(12)),
            score: record.score, expectations: record.expectations,
            isPlanted: true)
        #expect(view.text.contains("EXPECTATIONS  planted: none of these may hold"))
        #expect(view.text.contains("✗ held   disaster == region_failure"))
        #expect(view.text.contains("✓ failed rta(orders) <= 45m"))
        let text = CampaignView.contract([record, record].expectations, isPlanted: true)
        #expect(text.contains("✗ disaster == region_failure") && text.contains("✓ rta(orders) <= 45m"))
    }

    private static let questions: [(words: [String], next: String)] = [
        ([], "drsim compare PATH --overlay l3-named --overlay l4-remediated"),
        (
            ["--set", "controller.latch=true", "--seed", "3"],
            "drsim compare PATH --overlay l3-named --overlay l4-remediated "
                + "--set controller.latch=true --seed 3"
        ),
        (
            ["--overlay", "failback", "--seed", "3", "--no-store"],
            "drsim run PATH --overlay failback --seed 3 --trials 100 --no-store"
        ),
    ]

    @Test(arguments: questions)
    private func `what to type next asks the same question`(words: [String], next: String) throws {
        let path = "scenarios/disasters/database/primary-crash.yaml"
        let options = try RunCommand.parse([path] + words)
        var loader = Loader()
        let loaded = try loader.load(scenario: path, variant: options.plan.variant)
        let session = RunSession(options: options, shelf: nil, isSeries: false)
        #expect(session.next(after: loaded).text == next.replacing("PATH", with: path))
    }

    @Test func `a comparison is repeated with its values and seed, and so is one side of it`() throws {
        let command = try CompareCommand.parse(
            ["x.yaml", "--overlay", "a", "--overlay", "b", "--set", "c=1", "--seed", "3", "--trials", "2"])
        let text = command.closing(3, isIdle: false)
        #expect(text.contains("x.yaml --overlay a --overlay b --set c=1 --trials 2 --seed 3"))
        #expect(text.hasSuffix("drsim run x.yaml --overlay b --set c=1 --seed 3"))
        #expect(command.closing(3, isIdle: true).hasSuffix("drsim run x.yaml --overlay b --seed 3"))
        let plain = try CompareCommand.parse(["x.yaml", "--overlay", "a", "--overlay", "b"])
        #expect(plain.closing(1, isIdle: false).hasSuffix("drsim run x.yaml --overlay b"))
    }
}
