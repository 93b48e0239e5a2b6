import ArgumentParser
import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimReports
import DRSimScoring
import Foundation
import OrderedCollections

/// `drsim test`: every scenario at every level it has a contract for; pass or fail.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs scenarios against their expectations, for CI.",
        discussion: """
            drsim test scenarios/disasters
            drsim test scenarios/disasters --format junit -o drsim.xml

            Exit codes: 0 all held, 1 an expectation failed, 2 bad input, 4 nothing selected.
            """)

    @Argument(help: ArgumentHelp("Scenario files, or folders of them.", valueName: "path"))
    var paths: [String]

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            "Only this level; default: every level the scenario has expectations for.", valueName: "name"))
    var overlay: [String] = []

    @Option(help: ArgumentHelp("pretty, json or junit.", valueName: "format"))
    var format = Format.pretty

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Write the report there instead.", valueName: "file"))
    var output: String?

    @OptionGroup var seed: SeedOptions

    /// How the outcome is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case pretty, json, junit
    }

    func run() throws {
        var outcomes: [TestOutcome] = []
        for path in try Loader.scenarioFiles(paths) { outcomes += try outcomesOf(path) }
        guard !outcomes.isEmpty else {
            Console.standardError("no scenario has expectations for \(overlay.joined(separator: ", "))")
            throw ExitStatus.nothing
        }
        let report = TestReport(outcomes: outcomes)
        let text: String
        switch format {
        case .pretty: text = report.pretty
        case .json: text = report.json.text() + "\n"
        case .junit: text = report.junit
        }
        try write(text)
        if outcomes.contains(where: { !$0.isPassed }) { throw ExitStatus.failed }
    }

    private func outcomesOf(_ path: String) throws -> [TestOutcome] {
        let scenario = try Loader.readScenario(path).scenario
        let levels = scenario.expectations.keys.filter { overlay.isEmpty || overlay.contains($0) }
        return try levels.map { level in
            let loaded = try Loader.load(scenario: path, variant: PlanVariant(overlays: [level]))
            let clock = ContinuousClock()
            let began = clock.now
            let result = loaded.rehearsal().run(seed: seed.seed ?? scenario.seed)
            let expectations = scenario.expectations[level] ?? []
            return TestOutcome(
                loaded: loaded, level: level, expectations: expectations,
                results: ExpectationEvaluator.evaluate(expectations, result.score), result: result,
                wallTime: clock.now - began)
        }
    }

    private func write(_ text: String) throws {
        guard let output else {
            FileHandle.standardOutput.write(Data(text.utf8))
            return
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
        } catch {
            Console.standardError("error: cannot write \(output): \(error.localizedDescription)")
            throw ExitStatus.broken
        }
    }
}
