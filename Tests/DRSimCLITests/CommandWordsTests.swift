import ArgumentParser
import DRSimUnits
import Testing

@testable import DRSimCLI

/// What people type, as they type it: names, times as they were printed, slips.
struct CommandWordsTests {
    private static let slips: [(words: [String], help: String)] = [
        (["runn", "x.yaml"], "there is no command runn\n  help: did you mean `run`?"),
        (["help", "chekc"], "there is no command chekc\n  help: did you mean `check`?"),
        (["frobnicate"], "there is no command frobnicate\n  help: known here: init, run"),
    ]

    @Test(arguments: slips) private func `offers the command that was meant`(words: [String], help: String) {
        let failure = #expect(throws: CommandFailure.self) { _ = try DRSim.parsed(words) }
        #expect(failure?.status == .usage)
        #expect(failure?.message.contains("error[DR017]: \(help)") == true)
    }

    @Test(arguments: [["run", "x.yaml"], ["help", "run"], ["--version"]])
    func `lets through what there is`(words: [String]) {
        do {
            _ = try DRSim.parsed(words)
        } catch {
            #expect(!(error is CommandFailure))
        }
    }

    @Test func `writes the parser's errors like all others`() {
        #expect(DRSim.inOneStyle("Error: Missing value\nUsage: x") == "error[DR017]: Missing value\nUsage: x")
        #expect(DRSim.inOneStyle("OVERVIEW: x") == "OVERVIEW: x")
        #expect(CommandFailure.broken("no", help: "yes").message == "error[DR018]: no\n  help: yes")
        #expect(CommandFailure.nothing("none").message == "error[DR019]: none")
    }

    @Test(
        arguments: [
            ("5m", 300_000, false), ("15m 39s", 939_000, false), ("+5m39s", 339_000, true),
            ("+5m 39s", 339_000, true), ("+1h 39m 32s", 5_972_000, true), ("-10m", -600_000, true),
            ("+0s", 0, true),
        ] as [(String, Int64, Bool)])
    func `takes times as they are printed`(text: String, milliseconds: Int64, isFromOnset: Bool) throws {
        let moment = try #require(ExecMoment(text))
        #expect(moment.offset == Span(milliseconds: milliseconds))
        #expect(moment.isFromOnset == isFromOnset)
    }

    @Test(arguments: ["", "5", "+", "later", "5m later", "++5m"])
    func `takes nothing else for a time`(text: String) {
        #expect(ExecMoment(text) == nil)
    }

    @Test(arguments: [
        ("us-west-2-lost-2h", "scenarios/disasters/region/us-west-2-lost-2h.yaml"),
        ("region/us-west-2-lost-2h", "scenarios/disasters/region/us-west-2-lost-2h.yaml"),
        ("primary-crash.yaml", "scenarios/disasters/database/primary-crash.yaml"),
    ]) func `finds scenarios by their names`(word: String, path: String) throws {
        #expect(try ScenarioFiles.all(of: [word]) == [path])
        #expect(try ScenarioFiles.one(word) == path)
    }

    @Test(arguments: [
        ("us-west-2-lots-2h", "did you mean `scenarios/disasters/region/us-west-2-lost-2h.yaml`?"),
        (
            "scenarios/disasters/region/us-west-2-lost-2.yaml",
            "did you mean `scenarios/disasters/region/us-west-2-lost-"
        ),
        ("nosuch", "`drsim list` shows the scenarios there are"),
        ("scenarios/itdo-erp", "is a plan folder and holds no scenarios"),
    ]) func `helps to find the scenario that was meant`(word: String, help: String) {
        let errors = #expect(throws: InputErrors.self) { try ScenarioFiles.all(of: [word]) }
        #expect(errors?.text.contains(help) == true)
    }

    @Test(
        arguments: [
            ("l3-named", ["l3-named", "l4-remediated"]), ("l4-remediated", ["l3-named", "l4-remediated"]),
            ("l0-literal", ["l0-literal", "l4-remediated"]), ("phase-3", ["phase-2", "phase-3"]),
            ("phase-0", ["phase-0", "phase-3"]), ("failback", nil), ("mends/F1", nil),
        ] as [(String, [String]?)])
    func `compares a level with the top of its ladder`(level: String, pair: [String]?) {
        let ladder = OverlayLadder([
            "failback", "l0-literal", "l3-controller-in-dr", "l3-named", "l3-small", "l4-git",
            "l4-remediated",
            "mends/F1", "phase-0", "phase-2", "phase-3",
        ])
        #expect(ladder.comparison(with: [level]) == pair)
        #expect(ladder.comparison(with: [level, level]) == nil)
    }

    @Test(arguments: [("phase-1", DRSimCLI.ExitStatus.nothing), ("phase-9", .usage)])
    private func `tests nothing where no scenario expects anything of a level`(
        level: String, status: DRSimCLI.ExitStatus
    ) throws {
        let path = "scenarios/disasters/database/primary-crash.yaml"
        let command = try TestCommand.parse([path, "--format", "json", "--overlay", level])
        let failure = #expect(throws: CommandFailure.self) { try command.run() }
        #expect(failure?.status == status)
    }

    @Test func `a command says where its results are kept if that is not as usual`() throws {
        let line = CommandLineText("drsim", "run")
        #expect(try StoreOptions.parse([]).line(line).text == "drsim run")
        #expect(try StoreOptions.parse(["--db", "x.sqlite"]).line(line).text == "drsim run --db x.sqlite")
        #expect(try StoreOptions.parse(["--no-store"]).line(line).text == "drsim run --no-store")
    }

    @Test func `makes no folder for a store that was not asked for`() throws {
        let folder = try TemporaryFolder()
        let options = try StoreOptions.parse(["--db", "\(folder.path)/nope/x.sqlite"])
        let failure = #expect(throws: CommandFailure.self) { try options.open() }
        #expect(failure?.status == .broken)
        #expect(folder.contents == [])
    }

    @Test func `helps with a plan that has neither findings nor levels`() throws {
        let folder = try TemporaryFolder()
        var command = try DRSim.parseAsRoot(["init", folder.path])
        try command.run()
        let errors = #expect(throws: InputErrors.self) {
            try Loader.findings(of: "\(folder.path)/scenarios/my-plan")
        }
        #expect(errors?.text.contains("help: this plan lists no findings about itself") == true)
        let nowhere = #expect(throws: InputErrors.self) { try Loader.findings(of: "\(folder.path)/nope") }
        #expect(nowhere?.text.contains("help") == false)
        let failure = #expect(throws: CommandFailure.self) {
            try CompareCommand.parse([
                "\(folder.path)/scenarios/disasters/region-lost.yaml", "--overlay", "as-written",
                "--overlay", "as-written",
            ]).run()
        }
        #expect(failure?.message.contains("help: this plan has no other level yet") == true)
    }

    @Test func `breaks text between words`() {
        #expect(Wrapped.lines(of: "one two three", width: 7) == ["one two", "three"])
        #expect(Wrapped.entry("id", "one two three", indent: 4, width: 24) == "id  one two three")
        #expect(Wrapped.entry("a-long-name", "one", indent: 4, width: 40) == "a-long-name\n    one")
    }
}
