import DRSimPlan
import DRSimScoring
import DRSimUnits
import TextTable

/// The tables that show a trial's score on the console.
enum ScoreTables {
    /// A row for each service: objective, actual, verdict, and what brought it back.
    static func services(_ score: TrialScore) -> String {
        let table = TextTable<ServiceScore> { service in
            [
                Column(title: "service", value: service.id.name),
                Column(title: "tier", value: service.tier, align: .right),
                Column(title: "RTO", value: text(service.rto), align: .right),
                Column(title: "RTA", value: text(service.rta), align: .right),
                Column(title: "RTA verdict", value: service.verdict.words),
                Column(title: "RPO", value: text(service.rpo), align: .right),
                Column(title: "RPA", value: text(service.rpa), align: .right),
                Column(title: "RPA verdict", value: service.rpoVerdict.words),
                Column(title: "restored by", value: service.restoredBy?.rawValue ?? "–"),
            ]
        }
        return indented(table.string(for: score.services, style: Style.simple) ?? "")
    }

    /// A row for each line of money.
    static func money(_ money: MoneyScore) -> String {
        struct Row {
            let name: String
            let amount: String
        }
        let rows =
            money.lines.map { Row(name: $0.name.rawValue.spaced, amount: $0.amount.description) }
            + [Row(name: "total", amount: money.total.description)]
        let table = TextTable<Row> { row in
            [
                Column(title: "cost", value: row.name),
                Column(title: money.currency, value: row.amount, align: .right),
            ]
        }
        return indented(table.string(for: rows, style: Style.simple) ?? "")
    }

    /// The phases of a service's recovery, which sum to its RTA.
    static func phases(of service: ServiceScore) -> String {
        let parts = service.phases.map { "\($0.name) \($0.span)" }
        return parts.joined(separator: " · ")
    }

    static func text(_ span: Span?) -> String { span?.description ?? "–" }

    static func text(_ objective: RecoveryPointObjective?) -> String {
        switch objective {
        case nil: "–"
        case .span(let span): span.description
        case .pointInTime: "point in time"
        }
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    }
}

extension Verdict {
    /// The verdict in words, with a sign that does not depend on colour.
    var words: String {
        switch self {
        case .met: "✓ met"
        case .missed: "✗ missed"
        case .unrecovered: "✗ unrecovered"
        case .lost: "✗ lost"
        case .inconclusive: "? inconclusive"
        case .notExercised: "– not exercised"
        case .noTarget: "– no target"
        }
    }
}

extension String {
    /// The name with blanks for underscores.
    var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
