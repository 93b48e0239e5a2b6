import DRSimFiles
import DRSimPlan
import DRSimScoring
import DRSimUnits

/// What stands above every result: that it is simulated, of which plan and scenario, and the seed.
enum RunHeader {
    /// The line that begins every screen.
    static var stamp: String {
        "\(Ink.heading("drsim \(Version.text)"))  SIMULATION: recovery as modelled, not as carried out"
    }

    /// The header of one scenario, below the stamp.
    static func text(of loaded: LoadedCase, seed: UInt64) -> String {
        let scenario = loaded.scenario.scenario
        return Closing.text([
            ("plan", plan(loaded.plan)), ("level", loaded.level), ("scenario", scenario.title),
            ("file", "\(scenario.path) (sha256 \(loaded.scenario.sha256.prefix(12)))"),
            ("start", "\(scenario.start), horizon \(scenario.horizon.brief), seed \(seed)"),
        ])
    }

    /// What is known after the run: when it began to hurt, and what it comes to.
    static func outcome(of score: TrialScore, start: CalendarTime) -> String {
        var lines: [(name: String, text: String)] = []
        if let onset = score.onset {
            let offset = onset - .start
            lines.append(
                ("onset", "\(offset.brief) after the start, \(start + offset): offsets count from here"))
        }
        return Closing.text(lines + [("verdict", VerdictLine(score: score).text)], width: nameWidth)
    }

    /// How wide the names of the header are, so that what follows it stands below it.
    private static let nameWidth = 8

    /// The plan with its hash.
    static func plan(_ plan: LoadedPlan) -> String {
        "\(plan.plan.title) (\(plan.plan.id)@\(plan.sha256.prefix(12)))"
    }
}
