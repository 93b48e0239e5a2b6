import DRSimFiles
import DRSimPlan
import DRSimUnits

/// What stands above every result: that it is simulated, of which plan and scenario, and the seed.
enum RunHeader {
    /// The line that begins every screen.
    static var stamp: String {
        "\(Ink.heading("drsim \(Version.text)"))  SIMULATION: recovery as modelled, not as carried out"
    }

    /// The header of one scenario.
    static func text(of loaded: LoadedCase, seed: UInt64) -> String {
        let scenario = loaded.scenario.scenario
        return stamp + "\n"
            + Closing.text([
                ("plan", plan(loaded.plan)), ("level", loaded.level),
                ("scenario", "\(scenario.title) (\(scenario.id)@\(loaded.scenario.sha256.prefix(12)))"),
                ("start", "\(scenario.start), horizon \(scenario.horizon.brief), seed \(seed)"),
            ])
    }

    /// The plan with its hash.
    static func plan(_ plan: LoadedPlan) -> String {
        "\(plan.plan.title) (\(plan.plan.id)@\(plan.sha256.prefix(12)))"
    }
}
