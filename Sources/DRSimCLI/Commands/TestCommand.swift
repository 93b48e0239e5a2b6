import ArgumentParser
import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import OrderedCollections

/// `drsim test`: every scenario at every level it has a contract for; pass or fail.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs scenarios against their expectations, for CI.",
        discussion: """
            Each level a scenario has expectations for is run and held to them:
              drsim test scenarios/disasters
              drsim test scenarios/disasters --format junit -o drsim.xml

            Exit codes: 0 all held, 1 an expectation failed, 2 bad input,
            3 could not run, 4 nothing selected, 130 interrupted.
            """)

    @Argument(help: ArgumentHelp("Scenario files, or folders of them.", valueName: "path"))
    var paths: [String] = [ScenarioFiles.defaultFolder]

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("Only these levels; else every one with expectations.", valueName: "name"))
    var overlay: [String] = []

    @Option(help: ArgumentHelp("pretty, json (drsim.test/1) or junit.", valueName: "format"))
    var format = Format.pretty

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Write the report there, and lines to the console.", valueName: "file"))
    var output: String?

    @OptionGroup var seed: SeedOptions

    /// How the outcome is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case pretty, json, junit
    }

    func run() throws {
        let file = output.map(OutputFile.init)
        try file?.check()
        let isTold = format == .pretty || file != nil
        let files = try ScenarioFiles.all(of: paths)
        // Seen before the files are read, which takes a moment where there are many.
        if isTold { Console.output(RunHeader.stamp + "\n") }
        Interruption.watch()
        var loader = Loader()
        let wanted = try wantedLevels(of: files, &loader)
        let cases = try loader.loadAll(
            wanted.map { ($0.path, PlanVariant(overlays: [$0.level])) })
        var report = TestReport(outcomes: [], command: line.text)
        for (loaded, level) in zip(cases, wanted.map(\.level)) {
            if Interruption.isRequested {
                report.missing = cases.count - report.outcomes.count
                break
            }
            let outcome = outcome(of: loaded, level: level)
            try [outcome.result.score].checkBooks(of: "\(loaded.scenario.scenario.path) at \(level)")
            if isTold { Console.output(outcome.text) }
            report.outcomes.append(outcome)
        }
        try write(report, to: file)
        if isTold { Console.output(report.summary(writtenTo: output)) }
        try Interruption.check("\(report.outcomes.count) of \(cases.count) runs done and reported")
        if report.outcomes.contains(where: { !$0.isPassed }) { throw ExitStatus.failed }
    }

    private var line: CommandLineText {
        let line = paths.reduce(CommandLineText("drsim", "test")) { $0.adding($1) }
        return seed.line(line.adding("--overlay", each: overlay))
    }

    /// The scenarios and levels to be tried, in order.
    private func wantedLevels(
        of files: [String], _ loader: inout Loader
    ) throws -> [(path: String, level: String)] {
        let scenarios = try loader.readAll(files)
        let all = zip(files, scenarios).flatMap { file, read in
            read.scenario.expectations.keys.map { (path: file, level: $0) }
        }
        let known = OrderedSet(all.map(\.level))
        for name in overlay where !known.contains(name) {
            if scenarios.contains(where: { OverlayList.contains(name, in: $0.planFolder) }) {
                throw CommandFailure.nothing("no scenario here expects anything of `\(name)`")
            }
            let help = Suggestion.nearest(to: name, among: Array(known)).map { "did you mean `\($0)`?" }
            throw CommandFailure.usage(
                "no scenario here has expectations for `\(name)`",
                help: help ?? "there are some for \(known.joined(separator: ", "))")
        }
        return all.filter { overlay.isEmpty || overlay.contains($0.level) }
    }

    private func outcome(of loaded: LoadedCase, level: String) -> TestOutcome {
        let scenario = loaded.scenario.scenario
        let clock = ContinuousClock()
        let began = clock.now
        let result = loaded.rehearsal().run(seed: seed.seed ?? scenario.seed)
        let expectations = scenario.expectations[level] ?? []
        return TestOutcome(
            loaded: loaded, level: level, expectations: expectations,
            results: ExpectationEvaluator.evaluate(expectations, result.score), result: result,
            wallTime: clock.now - began)
    }

    private func write(_ report: TestReport, to file: OutputFile?) throws {
        let text: String
        switch format {
        case .pretty: text = report.pretty
        case .json: text = report.json.text() + "\n"
        case .junit: text = report.junit
        }
        if let file {
            try file.write(text)
        } else if format != .pretty {
            Console.outputBytes(of: text)
        }
    }
}
