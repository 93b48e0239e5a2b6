import ArgumentParser
import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimWorld
import Foundation
import OrderedCollections

/// `drsim run`: one disaster, simulated, scored, shown and stored.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Simulates scenarios and scores them.",
        discussion: """
            drsim run scenarios/disasters/region/us-west-2-lost-2h.yaml
            drsim run SCENARIO --overlay l4-remediated --set controller.latch=false
            drsim run SCENARIO --trials 500            percentiles over 500 trials of one seed
            drsim run SCENARIO --control               beside it: nothing and nobody responds
            """)

    @Argument(help: ArgumentHelp("Scenario files, or folders of them.", valueName: "scenario"))
    var scenarios: [String]

    @OptionGroup var plan: PlanOptions
    @OptionGroup var seed: SeedOptions
    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("How many trials to run.", valueName: "number"))
    var trials = 1

    @Flag(help: "Also run the control: nothing and nobody responds; the difference is what the plan bought.")
    var control = false

    @Flag(help: "Print the result as JSON (drsim.run/1), one document a line.")
    var json = false

    @Flag(help: "Show every fact of the trace.")
    var trace = false

    @Flag(help: "Make every poll instead of leaping over those that change nothing; the trace is the same.")
    var everyTick = false

    @Option(help: ArgumentHelp("Exit with 1 if an objective is: missed.", valueName: "verdict"))
    var failOn: FailOn?

    /// What `--fail-on` can name.
    enum FailOn: String, ExpressibleByArgument, CaseIterable {
        case missed
    }

    func validate() throws {
        guard trials >= 1 else { throw ValidationError("--trials must be at least 1") }
    }

    func run() throws {
        var failures = 0
        for path in try Loader.scenarioFiles(scenarios) {
            let loaded = try Loader.load(scenario: path, variant: plan.variant)
            failures += try rehearse(loaded) ? 0 : 1
        }
        if failures > 0 { throw ExitStatus.failed }
    }

    /// Runs one scenario; false if an expectation failed or `--fail-on` applies.
    private func rehearse(_ loaded: LoadedCase) throws -> Bool {
        let seed = seed.seed ?? loaded.scenario.scenario.seed
        // The header appears before the trial runs, so that a long one does not look stuck.
        let isInteractive = !json && trials > 1
        if isInteractive { print(RunView.header(of: loaded, seed: seed)) }
        let rehearsal = loaded.rehearsal(polling: everyTick ? .everyTick : .leaping)
        let result = rehearsal.run(seed: seed)
        let expectations = ExpectationEvaluator.evaluate(loaded.expectations, result.score)
        let record = TrialRecord(
            loaded: loaded, result: result, expectations: expectations, replay: replay(loaded, seed))
        let storePath = try store.save(record)
        if json {
            print(RunDocument(loaded: loaded, result: result, expectations: expectations).json.text())
        } else if trials > 1 {
            print(CampaignView(campaign: Campaign(rehearsal: rehearsal, seed: seed, trials: trials)).text)
            print("\n  replay  \(replay(loaded, seed))")
        } else {
            let view = RunView(
                loaded: loaded, result: result, expectations: expectations, showsAllFacts: trace,
                replay: replay(loaded, seed), storePath: storePath)
            print(view.text)
        }
        if control && !json { print(ControlView(loaded: loaded, result: result, seed: seed).text) }
        let isMissed = failOn == .missed && result.score.services.contains { $0.verdict.isFailure }
        return expectations.allSatisfy(\.held) && !isMissed
    }

    private func replay(_ loaded: LoadedCase, _ seed: UInt64) -> String {
        var words = ["drsim", "run", loaded.scenario.scenario.path]
        for overlay in loaded.plan.overlays { words += ["--overlay", overlay] }
        for setting in plan.set { words += ["--set", "'\(setting)'"] }
        words += ["--seed", String(seed)]
        if trials > 1 { words += ["--trials", String(trials)] }
        return words.joined(separator: " ")
    }
}

extension Verdict {
    /// Whether an objective was not met.
    var isFailure: Bool {
        switch self {
        case .missed, .unrecovered, .lost: true
        default: false
        }
    }
}

extension LoadedCase {
    /// The scenario's contract for the overlays in force: that of the last one that has any.
    var expectations: [Expectation] {
        for overlay in plan.overlays.reversed() {
            if let expectations = scenario.scenario.expectations[overlay] { return expectations }
        }
        return []
    }
}
