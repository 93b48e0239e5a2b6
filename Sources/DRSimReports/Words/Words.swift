import DRSimPlan
import DRSimScoring
import DRSimStatistics
import DRSimUnits

/// Figures in words, the same in every report.
enum Words {
    /// What stands where there is no figure.
    static let none = "–"

    /// A time that is not broken over two lines: `1h 04m 10s` with hard blanks.
    static func time(_ span: Span) -> String { hard(span.description) }

    /// An objective without the units that are zero: `1h`, `15m`, `1h 30m`.
    static func objective(_ span: Span) -> String {
        guard span > .zero, span.milliseconds % 60_000 == 0 else { return time(span) }
        let (hours, minutes) = (span.milliseconds / 3_600_000, span.milliseconds / 60_000 % 60)
        guard hours > 0 else { return "\(minutes)m" }
        return hard("\(hours)h" + (minutes == 0 ? "" : minutes < 10 ? " 0\(minutes)m" : " \(minutes)m"))
    }

    /// The text with blanks that do not end a line.
    static func hard(_ text: String) -> String { String(text.map { $0 == " " ? "\u{A0}" : $0 }) }

    static func objective(_ rpo: RecoveryPointObjective) -> String {
        switch rpo {
        case .span(let span): objective(span)
        case .pointInTime: "point in time"
        }
    }

    /// A proportion with its interval where several trials allow one: `48 of 50, 96% [86.5, 98.9]`.
    static func attainment(_ proportion: Proportion?) -> String {
        guard let proportion else { return none }
        let count = hard("\(proportion.successes) of \(proportion.trials)")
        guard proportion.trials > 1 else { return count }
        let limits = proportion.wilson()
        let interval = "[\(percent(limits.lowerBound)), \(percent(limits.upperBound))]"
        return "\(count), \(percent(proportion.share)) \(hard(interval))"
    }

    /// A fraction of one with one decimal: `98.9%`.
    static func percent(_ fraction: Double) -> String {
        let tenths = Int64((fraction * 1_000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    }

    /// A time from the onset: `+4m 12s`; the onset itself by name.
    static func offset(_ span: Span) -> String {
        span == .zero ? "onset" : (span > .zero ? "+" : "") + exact(span)
    }

    /// A name of a file as words: `dns_tail` becomes `dns tail`.
    static func spaced(_ name: String) -> String {
        String(name.map { $0 == "_" ? " " : $0 })
    }

    /// The first digits of a hash: enough to tell two apart, short enough to read aloud.
    static func short(_ hash: String) -> String { String(hash.prefix(12)) }

    /// What several runs have in common, in their order and each once.
    static func list(_ items: some Sequence<String>) -> String {
        var seen: [String] = []
        for item in items where !seen.contains(item) { seen.append(item) }
        return seen.isEmpty ? none : seen.joined(separator: ", ")
    }

    /// The seed, and the trial where it is not the first.
    static func seed(of run: RunProvenance) -> String {
        "\(run.seed)" + (run.trial == 0 ? "" : ", trial \(run.trial)")
    }

    /// A sum of money with its currency.
    static func money(_ amount: Money, _ currency: String) -> String { "\(currency) \(amount)" }
}
