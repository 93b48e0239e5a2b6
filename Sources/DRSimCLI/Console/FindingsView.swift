import DRSimHarness
import DRSimPlan
import TextTable

/// What `drsim findings` shows: a row for each finding, or all that is known of some.
struct FindingsView {
    let catalogue: FindingCatalogue
    let results: [FindingResult]
    /// Whether everything is told of each, instead of a row.
    var isDetailed = false

    /// The table or the details, and how many there are.
    var text: String {
        let body = isDetailed ? results.map(details).joined(separator: "\n\n") : table
        return "\(head)\n\(body)\n\n\(closing)"
    }

    private var head: String {
        let price = "put back into \(catalogue.mended), with − without"
        return Ink.heading("█ FINDINGS  simulated: \(price); last, mended alone in \(catalogue.faulty)")
    }

    private var table: String {
        TextTable<FindingResult> { result in
            let (price, gain) = (FindingText(outcome: result.price), FindingText(outcome: result.gain))
            let note = price.reason ?? Self.note(result.finding.evidence) ?? price.verdicts
            return [
                Column(title: "id", value: result.finding.id),
                Column(title: "what happens", value: Self.cut(result.finding.title, to: 46)),
                Column(title: "ΔRTA", value: price.time, align: .right),
                Column(title: "ΔRPA", value: price.data, align: .right),
                Column(title: "Δmoney", value: price.money, align: .right),
                Column(title: "verdicts and counts", value: Self.cut(note, to: 44)),
                Column(title: "alone", value: Self.cut(gain.reason ?? gain.summary, to: 36)),
            ]
        }.text(results)
    }

    private func details(_ result: FindingResult) -> String {
        let finding = result.finding
        let mended = finding.mendedAt.map { "mended at \($0)" } ?? "mended on no level"
        var lines = [
            "  \(finding.id)  \(finding.title)  \(Ink.quiet("[\(finding.source)], \(mended)"))"
        ]
        if case .scenario(let experiment) = finding.evidence {
            lines.append("    on            \(experiment.scenario)")
            lines.append("    put back      \(FindingText(outcome: result.price).sentence)")
            lines.append("    mended alone  \(FindingText(outcome: result.gain).sentence)")
        }
        if let note = finding.note { lines.append("    note          \(note)") }
        return (lines + (Self.note(finding.evidence).map { ["    \($0)"] } ?? [])).joined(separator: "\n")
    }

    private static func note(_ evidence: Finding.Evidence) -> String? {
        switch evidence {
        case .scenario: nil
        case .check(let reason, let place): "not simulable: \(reason); checked by \(place)"
        case .notYetModelled(let reason): "not yet modelled: \(reason)"
        }
    }

    private static func cut(_ text: String, to width: Int) -> String {
        text.count > width ? text.prefix(width - 1) + "…" : text
    }

    private var closing: String {
        let shown = results.count(where: \.hasEffect)
        let tried = results.count { $0.price != nil }
        return "  \(results.count) findings, \(tried) tried, \(shown) with an effect; "
            + "--id ID or --json says all of one"
    }
}
