import DRSimPlan
import DRSimScoring
import DRSimUnits
import TextTable

/// The same disaster with nobody responding beside the trial: what the plan bought is the difference.
struct ControlView {
    let score: TrialScore
    let control: TrialScore
    /// The digest of the control's trace.
    let digest: String

    private struct Row {
        let service, with, without, difference: String
    }

    /// The services that differ, money, and the difference in words.
    var text: String {
        let rows = rows
        let table = TextTable<Row> { row in
            [
                Column(title: "service", value: row.service),
                Column(title: "RTA", value: row.with, align: .right),
                Column(title: "control RTA", value: row.without, align: .right),
                Column(title: "difference", value: row.difference),
            ]
        }
        let services = rows.isEmpty ? "  no service's recovery differs" : table.text(rows)
        let currency = score.money.currency
        let bought = control.money.total - score.money.total
        let verb = bought < .zero ? "cost" : "saved"
        let amount = bought < .zero ? .zero - bought : bought
        return """
            \(Ink.heading("── CONTROL  the same disaster while nothing and nobody responds"))
            \(services)
              total \(currency) \(score.money.total), control \(control.money.total): \
            the plan \(verb) \(amount)
              digest of the control  \(digest)
            """
    }

    private var rows: [Row] {
        zip(score.services, control.services).compactMap { service, other in
            guard service.rta != other.rta || service.verdict != other.verdict else { return nil }
            return Row(
                service: service.id.name, with: Self.time(service), without: Self.time(other),
                difference: Self.difference(service, other))
        }
    }

    private static func time(_ service: ServiceScore) -> String {
        guard service.isExercised else { return "available" }
        return service.rta?.description ?? service.verdict.rawValue.spaced
    }

    private static func difference(_ service: ServiceScore, _ control: ServiceScore) -> String {
        switch (service.rta, control.rta) {
        case (let mine?, let other?) where mine <= other: "\(other - mine) sooner"
        case (let mine?, let other?): "\(mine - other) later"
        case (_?, nil) where control.isExercised: "restored only with the plan"
        case (_, nil) where !control.isExercised: "unavailable only with the plan"
        case (nil, _?) where service.isExercised: "restored only without the plan"
        default: "unavailable only without the plan"
        }
    }
}
