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

    var isPassed: Bool { results.allSatisfy(\.held) }

    /// The command that shows it again.
    var replay: String {
        "drsim run \(loaded.scenario.scenario.path) --overlay \(level) --seed \(result.seed)"
    }

    var wallSeconds: Double {
        Double(wallTime.components.seconds) + Double(wallTime.components.attoseconds) / 1e18
    }
}

/// What `drsim test` writes of its outcomes.
struct TestReport {
    let outcomes: [TestOutcome]

    private var failed: Int { outcomes.count { !$0.isPassed } }

    /// A line for each outcome, failures in full, and a closing line.
    var pretty: String {
        var lines: [String] = []
        for outcome in outcomes {
            let scenario = outcome.loaded.scenario.scenario
            let mark = outcome.isPassed ? Ink.good("✓ passed") : Ink.bad("✗ failed")
            lines.append("\(mark)  \(scenario.path)  \(outcome.level)  seed \(outcome.result.seed)")
            for result in outcome.results where !result.held {
                lines.append("            \(result.text)  actual: \(result.actual)")
            }
            if !outcome.isPassed { lines.append("            replay  \(outcome.replay)") }
        }
        let checks = outcomes.reduce(0) { $0 + $1.results.count }
        lines.append("")
        lines.append("\(checks) expectations of \(outcomes.count) rehearsals checked")
        lines.append("\(outcomes.count - failed) passed, \(failed) failed")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The outcomes as `drsim.test/1`.
    var json: JSONValue {
        [
            "schema": "drsim.test/1", "passed": .integer(Int64(outcomes.count - failed)),
            "failed": .integer(Int64(failed)),
            "outcomes": .array(
                outcomes.map { outcome in
                    [
                        "scenario": .string(outcome.loaded.scenario.scenario.path),
                        "level": .string(outcome.level),
                        "seed": .string(String(outcome.result.seed)),
                        "digest": .string(outcome.result.digest.hexadecimal),
                        "passed": .bool(outcome.isPassed),
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
