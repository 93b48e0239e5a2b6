import DRSimHarness
import DRSimPlan

/// What `drsim findings` shows: a row for each finding, or all that is known of some.
struct FindingsView {
    let catalogue: FindingCatalogue
    let results: [FindingResult]
    /// Whether everything is told of each, instead of a row.
    var isDetailed = false
    /// The plan's currency.
    var currency = ""

    /// The table or the details, and how many there are.
    var text: String {
        let body = isDetailed ? results.map(details).joined(separator: "\n\n") : table
        return "\(head)\n\(body)\n\n\(closing)"
    }

    private var head: String {
        let price = "put back into \(catalogue.mended), with − without"
        return Ink.heading("── FINDINGS  simulated: \(price); last, mended alone in \(catalogue.faulty)")
    }

    /// Three lines for each finding: what it is, its price, and what masks it.
    private var table: String {
        results.sorted { Self.rank($0) < Self.rank($1) }.map(entry).joined(separator: "\n")
    }

    private func entry(_ result: FindingResult) -> String {
        let (price, gain) = (FindingText(outcome: result.price), FindingText(outcome: result.gain))
        let luck = result.seed.map { " (seed \($0))" } ?? ""
        let head = Wrapped.entry("  \(result.finding.id)", result.finding.title + luck, indent: 8)
        if let note = Self.note(result.finding.evidence) {
            return head + "\n" + Ink.quiet(Wrapped.entry("", note, indent: 8))
        }
        let lines = [("put back:", price.sentence(currency)), ("alone:", gain.sentence(currency))]
        return ([head] + lines.map { Ink.quiet(Wrapped.entry("        \($0.0)", $0.1, indent: 18)) })
            .joined(separator: "\n")
    }

    /// By number, then by suffix: `F85` before `F85b`.
    private static func rank(_ result: FindingResult) -> (Int, String) {
        let digits = result.finding.id.drop { !$0.isNumber }
        let number = digits.prefix(while: \.isNumber)
        return (Int(number) ?? .max, String(digits.dropFirst(number.count)))
    }

    private func details(_ result: FindingResult) -> String {
        let finding = result.finding
        let mended = finding.mendedAt.map { "mended at \($0)" } ?? "mended on no level"
        var lines = [
            "  \(finding.id)  \(finding.title)  \(Ink.quiet("[\(finding.source)], \(mended)"))"
        ]
        if case .scenario(let experiment) = finding.evidence {
            let luck = result.seed.map { ", seed \($0)" } ?? ""
            lines.append("    on            \(experiment.scenario)\(luck)")
            lines.append("    put back      \(told(result.price, experiment.base))")
            lines.append("    mended alone  \(told(result.gain, experiment.mendBase))")
        }
        if let note = finding.note { lines.append("    note          \(note)") }
        return (lines + (Self.note(finding.evidence).map { ["    \($0)"] } ?? [])).joined(separator: "\n")
    }

    /// What one experiment shows, with what it is held against where that is not the catalogue's own plan.
    private func told(_ outcome: FindingResult.Outcome?, _ base: String?) -> String {
        FindingText(outcome: outcome).sentence(currency) + (base.map { "; held against \($0)" } ?? "")
    }

    private static func note(_ evidence: Finding.Evidence) -> String? {
        switch evidence {
        case .scenario: nil
        case .check(let reason, let place): "not simulable: \(reason); checked by \(place)"
        }
    }

    private var closing: String {
        let shown = results.count(where: \.hasEffect)
        let tried = results.count { $0.price != nil }
        let findings = results.count == 1 ? "1 finding" : "\(results.count) findings"
        return "  \(findings), \(tried) tried, \(shown) with an effect; "
            + "--id ID or --json says all of one"
    }
}
