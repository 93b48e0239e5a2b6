import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits

/// What `drsim run` shows of one trial: what happened and why, what it cost, what bound it, and how
/// to see it again.
struct RunView {
    let loaded: LoadedCase
    let result: TrialResult
    let expectations: [ExpectationResult]
    let showsAllFacts: Bool
    let replay: String
    let storePath: String?

    /// The whole screen.
    var text: String {
        var sections = [header]
        if let onset = result.score.onset {
            sections.append(section("TIMELINE  offsets from onset", timeline(onset)))
            sections.append(section("AVAILABILITY", strip(onset)))
        }
        sections.append(
            section("SERVICES  simulated, clock starts at onset", ScoreTables.services(result.score)))
        if let stores = storeLines { sections.append(section("DATA", stores)) }
        sections.append(section("MONEY", ScoreTables.money(result.score.money) + "\n" + readings))
        if !expectations.isEmpty { sections.append(section("EXPECTATIONS", expectationLines)) }
        if let constraint = constraintLines { sections.append(section("BINDING CONSTRAINT", constraint)) }
        sections.append(footer)
        return sections.joined(separator: "\n\n")
    }

    /// The lines that can be printed before the trial has run.
    static func header(of loaded: LoadedCase, seed: UInt64) -> String {
        let overlays =
            loaded.plan.overlays.isEmpty ? "as written" : loaded.plan.overlays.joined(separator: " + ")
        return """
            \(Ink.heading("drsim \(Version.text)"))  SIMULATION: modelled, not executed, recovery
              plan      \(loaded.plan.plan.title) (\(loaded.plan.plan.id)@\(loaded.plan.sha256.prefix(12))), \(overlays)
              scenario  \(loaded.scenario.scenario.title) (\(loaded.scenario.scenario.id)@\(loaded.scenario.sha256.prefix(12)))
              start     \(loaded.scenario.scenario.start), horizon \(loaded.scenario.scenario.horizon), seed \(seed)
            """
    }

    private var header: String { Self.header(of: loaded, seed: result.seed) }

    private func section(_ title: String, _ body: String) -> String {
        Ink.heading("█ \(title)") + "\n" + body
    }

    private func timeline(_ onset: Instant) -> String {
        TimelineView(trace: result.trace, onset: onset, showsAll: showsAllFacts).text
    }

    private func strip(_ onset: Instant) -> String {
        let last = result.score.services.compactMap { $0.restoredAt }.max() ?? result.trace.horizon
        let isUnrecovered = result.score.services.contains { $0.verdict == .unrecovered }
        let end = isUnrecovered ? result.trace.horizon : last
        let span = Span(milliseconds: max(60_000, (end - onset).milliseconds * 11 / 10))
        return AvailabilityStrip(
            trace: result.trace, services: loaded.plan.plan.services, from: onset,
            to: min(result.trace.horizon, onset + span)
        ).text
    }

    private var storeLines: String? {
        let stores = result.score.stores.filter { $0.verdict != .notExercised }
        guard !stores.isEmpty else { return nil }
        return stores.map { store in
            let rpa = store.rpa.map(\.description) ?? store.verdict.words
            return "  \(store.id): RPA \(rpa) (RPO \(ScoreTables.text(store.rpo))), \(store.verdict.words); "
                + "\(store.lost.transactions.groupedByThousands) transactions lost, "
                + "\(store.discarded.transactions.groupedByThousands) discarded after a fork, "
                + "\(store.splitBrain.transactions.groupedByThousands) on both sides of a split brain"
        }.joined(separator: "\n")
    }

    private var readings: String {
        let words = result.score.money.readings.map { "\($0.name) \($0.value)" }
        return Ink.quiet("  readings: \(words.joined(separator: ", "))")
    }

    private var expectationLines: String {
        expectations.map { result in
            let mark = result.held ? Ink.good("✓ held  ") : Ink.bad("✗ failed")
            return "  \(mark) \(result.text)  \(Ink.quiet("actual: \(result.actual)"))"
        }.joined(separator: "\n")
    }

    private var constraintLines: String? {
        guard let constraint = result.score.bindingConstraint,
            let service = result.score.service(constraint.service)
        else { return nil }
        return "  \(constraint.service): \(constraint)\n  \(Ink.quiet(ScoreTables.phases(of: service)))"
    }

    private var footer: String {
        var lines = ["  digest  \(result.digest)", "  replay  \(replay)"]
        if let storePath { lines.append("  stored  \(storePath)") }
        lines.append(
            "  next    drsim compare \(loaded.scenario.scenario.path) --overlay l3-named --overlay l4-remediated "
                + "--trials 200")
        return lines.joined(separator: "\n")
    }
}
