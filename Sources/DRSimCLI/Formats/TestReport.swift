import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimReports
import DRSimScoring

/// A scenario tried at one level against its contract for it.
struct TestOutcome {
    let loaded: LoadedCase
    let level: String
    let expectations: [Expectation]
    let results: [ExpectationResult]
    let result: TrialResult
    let wallTime: Duration

    /// The checker that must catch the scenario's planted defect, if it has one.
    var caughtBy: String? { loaded.caughtBy }

    var isPassed: Bool { loaded.accepts(results) }

    /// The command that shows it again.
    var replay: String {
        CommandLineText("drsim", "run").adding(
            loaded.scenario.scenario.path, "--overlay", level, "--seed", "\(result.seed)"
        ).text
    }

    /// A line, and below it everything that did not hold.
    var text: String {
        let mark = isPassed ? Ink.good(passed) : Ink.bad(failed)
        let held = "\(results.count { $0.held })/\(results.count)"
        var lines = ["\(mark)  \(held)  \(loaded.scenario.scenario.path)  \(level)  seed \(result.seed)"]
        for result in results where result.held != (caughtBy == nil) {
            lines.append("            \(result.text)  actual: \(result.actual)")
        }
        if !isPassed { lines.append("            replay  \(replay)") }
        return lines.joined(separator: "\n")
    }

    private var passed: String { caughtBy.map { "✓ caught by the \($0)" } ?? "✓ passed" }

    private var failed: String { caughtBy.map { "✗ not caught by the \($0)" } ?? "✗ failed" }

    var wallSeconds: Double {
        Double(wallTime.components.seconds) + Double(wallTime.components.attoseconds) / 1e18
    }
}

/// What `drsim test` writes of its outcomes.
struct TestReport {
    var outcomes: [TestOutcome]
    /// The command that makes them.
    var command = "drsim test"
    /// How many rehearsals were not made because the user stopped the command.
    var missing = 0

    private var failed: Int { outcomes.count { !$0.isPassed } }

    /// A line for each outcome, failures in full, and the closing lines.
    var pretty: String { outcomes.map { $0.text + "\n" }.joined() + summary(writtenTo: nil) + "\n" }

    /// The closing lines: the failures once more, how much was checked, what came of it, and what to do next.
    func summary(writtenTo path: String?) -> String {
        let checks = outcomes.reduce(0) { $0 + $1.results.count }
        let broken = outcomes.filter { !$0.isPassed }
        let again = broken.isEmpty || outcomes.count == 1 ? [] : [""] + broken.map(\.text)
        var closing = [
            ("checked", "\(checks) expectations in \(outcomes.count) runs of scenarios at levels"),
            (
                "result",
                "\(outcomes.count - broken.count) passed, \(broken.count) failed"
                    + (missing > 0 ? ", \(missing) not run" : "")
            ),
        ]
        if let path { closing.append(("written", path)) }
        if let next = broken.first?.replay ?? outcomes.first?.replay { closing.append(("next", next)) }
        return (again + ["", Closing.text(closing)]).joined(separator: "\n")
    }

    /// The outcomes as `drsim.test/1`.
    var json: JSONValue {
        [
            "schema": "drsim.test/1", "passed": .integer(Int64(outcomes.count - failed)),
            "failed": .integer(Int64(failed)), "not_run": .integer(Int64(missing)),
            "outcomes": .array(
                outcomes.map { outcome in
                    [
                        "scenario": .string(outcome.loaded.scenario.scenario.path),
                        "level": .string(outcome.level),
                        "seed": .string(String(outcome.result.seed)),
                        "digest": .string(outcome.result.digest.hexadecimal),
                        "passed": .bool(outcome.isPassed),
                        "caught_by": outcome.caughtBy.map { .string($0) } ?? .null,
                        "replay": .string(outcome.replay),
                        "expectations": .array(
                            outcome.results.map {
                                [
                                    "text": .string($0.text), "held": .bool($0.held),
                                    "actual": .string($0.actual),
                                ]
                            }),
                    ]
                }),
        ]
    }
}
