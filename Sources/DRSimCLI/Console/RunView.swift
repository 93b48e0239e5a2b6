import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits

/// What `drsim run` shows of one trial below the header: what happened and why, what it cost, what
/// bound it, and how to see it again.
struct RunView {
    let services: [Service]
    let trace: Trace
    let score: TrialScore
    let expectations: [ExpectationResult]
    /// Whether a defect was planted, so that no expectation may hold.
    var isPlanted = false
    var showsAllFacts = false
    /// The lines at the end, such as the digest and the replay command.
    var closing: [(name: String, text: String)] = []

    /// The sections, an empty line between them.
    var text: String {
        var sections: [String] = []
        if let onset = score.onset {
            let timeline = TimelineView(trace: trace, onset: onset, showsAll: showsAllFacts).text
            sections.append(section("TIMELINE  offsets from onset, [where it comes from]", timeline))
            sections.append(section("AVAILABILITY", strip(onset)))
            sections.append(
                section(
                    "HANDLING  what the disaster was, was taken for, and was acted on as",
                    ConfusionView.line(score.handling) + "\n" + milestones(from: onset)))
        }
        sections.append(
            section(
                "SERVICES  simulated; RTA counts from the first unavailable instant\(worstOutage)",
                ScoreTables.services(score, over: trace.horizon - .start)))
        let data = [ScoreTables.stores(score), ScoreTables.unprotected(trace)].compactMap { $0 }
        if !data.isEmpty { sections.append(section("DATA", data.joined(separator: "\n"))) }
        if let text = FailbackView(failbacks: score.failbacks, onset: score.onset ?? .start).text {
            sections.append(section("FAILBACK  the way back to where production ran", text))
        }
        let backups = BackupsView(records: trace.backups, onset: score.onset ?? .start)
        if let text = backups.text, showsAllFacts || backups.hasFailures {
            sections.append(section("BACKUPS  of the thirty days before and of the trial", text))
        }
        sections.append(section("MONEY", ScoreTables.money(score.money) + "\n" + readings))
        if !score.idleFaults.isEmpty { sections.append(section("FAULTS WITHOUT EFFECT", idleFaultLines)) }
        if let checklist = ScoreTables.checklist(score) {
            sections.append(section("VERIFICATION  after the recovery, by the plan's list", checklist))
        }
        if !expectations.isEmpty {
            let title =
                isPlanted
                ? "planted: none of these may hold" : "what the scenario holds this level to, good or bad"
            sections.append(section("EXPECTATIONS  \(title)", expectationLines))
        }
        if let constraint = constraintLines {
            sections.append(section("BINDING CONSTRAINT  what to shorten first", constraint))
        }
        if !closing.isEmpty { sections.append(Closing.text(closing)) }
        return sections.joined(separator: "\n\n")
    }

    private func section(_ title: String, _ body: String) -> String {
        Ink.heading("── \(title)") + "\n" + body
    }

    private func strip(_ onset: Instant) -> String {
        let end = score.services.flatMap(\.outages).map(\.to).max() ?? trace.horizon
        let span = Span(milliseconds: max(60_000, (end - onset).milliseconds * 11 / 10))
        return AvailabilityStrip(
            trace: trace, services: services, from: onset, to: min(trace.horizon, onset + span)
        ).text
    }

    /// When the disaster was detected, declared and told of, and by whom it was declared.
    private func milestones(from onset: Instant) -> String {
        let declared = score.declarationWords(trace.facts.lazy.map { (at: $0.at, kind: $0.kind) })
        func moment(_ name: String, _ instant: Instant?) -> String {
            instant.map { "\(name) \(($0 - onset).offsetText)" } ?? "not \(name)"
        }
        let moments = [
            moment("detected", score.detection),
            score.declaration.map { moment(declared, $0) } ?? declared,
            score.communication.map { moment("first notice", $0) } ?? "no notice",
        ]
        return "  " + moments.joined(separator: " · ")
    }

    private var worstOutage: String {
        score.services.contains { $0.episodes.count > 1 } ? " of the worst outage" : ""
    }

    private var readings: String {
        let words = score.money.readings.map { "\($0.name) \($0.value)" }
        let (prices, conduct) = (words.prefix(4), words.dropFirst(4).joined(separator: ", "))
        let lines = ["the plan's readings: " + prices.joined(separator: ", "), conduct]
        return lines.filter { !$0.isEmpty }.map { Ink.quiet("  " + $0) }.joined(separator: "\n")
    }

    private var idleFaultLines: String {
        score.idleFaults.map { fault in
            let line = "never_strikes(\(fault.id))"
            if expectations.contains(where: { $0.text == line && $0.held }) {
                return "  \(fault.id) never struck, as is expected: \(fault.reason)"
            }
            return "  \(Ink.bad("✗")) \(fault.id) never struck: \(fault.reason)  "
                + Ink.quiet("if that is right, expect `\(line)`")
        }.joined(separator: "\n")
    }

    private var expectationLines: String {
        let width = expectations.map(\.text.count).max() ?? 0
        return expectations.map { result in
            let sign = result.held != isPlanted ? Ink.good("✓") : Ink.bad("✗")
            let mark = "\(sign) \(result.held ? "held  " : "failed")"
            let padding = String(repeating: " ", count: width - result.text.count)
            let actual = Ink.quiet("actual: \(Self.grouped(result.actual))")
            return "  \(mark) \(result.text)\(padding)  \(actual)"
        }.joined(separator: "\n")
    }

    /// A whole number as all others on the screen are written.
    private static func grouped(_ actual: String) -> String {
        Int64(actual).map(\.groupedByThousands) ?? actual
    }

    private var constraintLines: String? {
        guard let constraint = score.bindingConstraint, let service = score.service(constraint.service)
        else { return nil }
        let absent = score.unboundServices.map(\.name).joined(separator: ", ")
        let lead = absent.isEmpty ? "" : "  \(absent) did not come back; of those that did:\n"
        return lead
            + "  \(constraint.service): \(constraint)\n  \(Ink.quiet(ScoreTables.phases(of: service)))"
    }
}

/// The lines that close a screen: a name and what it stands for, one below the other.
enum Closing {
    /// The lines; names take at least a width.
    static func text(_ lines: [(name: String, text: String)], width least: Int = 0) -> String {
        let width = max(least, lines.map(\.name.count).max() ?? 0) + 2
        return lines.map { line in
            "  \(line.name)\(String(repeating: " ", count: width - line.name.count))\(line.text)"
        }.joined(separator: "\n")
    }
}
