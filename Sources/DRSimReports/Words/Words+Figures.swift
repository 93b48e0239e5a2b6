import DRSimPlan
import DRSimScoring
import DRSimUnits

extension Words {
    /// A recovery with its verdict: `✗ 4h 10m 00s of 1h`.
    static func recovery(_ rta: Span?, _ verdict: Verdict, _ rto: Span?) -> String {
        figure(
            rta.map(time) ?? (verdict == .unrecovered ? "not back" : "not proven"), verdict,
            rto.map(objective))
    }

    /// A loss with its verdict: `✓ 25s of 15m`.
    static func loss(_ rpa: Span?, _ verdict: Verdict, _ rpo: RecoveryPointObjective?) -> String {
        figure(
            rpa.map(time) ?? (verdict == .lost ? DataLoss.lost : .unknown).words, verdict, rpo.map(objective))
    }

    private static func figure(_ figure: String, _ verdict: Verdict, _ target: String?) -> String {
        let isNumber = figure.first?.isNumber ?? false
        return hard(
            "\(verdict.words.prefix(1)) \(figure)" + (target.map { isNumber ? " of \($0)" : "" } ?? ""))
    }

    /// How often each of several words comes, the most frequent first: `plan 12, people 3`.
    static func counts(_ words: [String]) -> String {
        let kinds = Set(words).map { word in (word: word, count: words.count { $0 == word }) }
        let sorted = kinds.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
        return sorted.isEmpty ? none : sorted.map { hard("\($0.word) \($0.count)") }.joined(separator: ", ")
    }

    /// A time to the second, however long it is: facts within a minute of each other stay apart.
    static func exact(_ span: Span) -> String {
        let day = Span.days(1)
        guard span >= day else { return time(span) }
        let (days, rest) = (span.milliseconds / day.milliseconds, span.milliseconds % day.milliseconds)
        let seconds = rest / 1_000
        let parts = [(seconds / 3_600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")]
        return hard(
            "\(days)d " + parts.map { "\($0.0 < 10 ? "0" : "")\($0.0)\($0.1)" }.joined(separator: " "))
    }

    /// The text of a fact without what a command printed, which is for machines.
    static func sentence(_ text: String) -> String {
        guard let brace = text.firstIndex(of: "{"), text[..<brace].hasSuffix(": ") else { return text }
        return String(text[..<brace].dropLast(2))
    }

    /// A moment to the minute: `2026-11-26 16:20 UTC`.
    static func moment(_ iso: String) -> String {
        guard iso.count >= 16, iso.contains("T") else { return iso }
        return iso.prefix(10) + " " + iso.dropFirst(11).prefix(5) + " UTC"
    }

    /// `3 scenarios`, `1 scenario`.
    static func counted(_ number: Int, _ word: String, _ several: String? = nil) -> String {
        "\(number.groupedByThousands) \(number == 1 ? word : several ?? word + "s")"
    }

    /// The first few of several, and how many more there are.
    static func few(_ items: [String], limit: Int = 4) -> String {
        let more = items.count - limit
        return items.prefix(limit).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    }
}
