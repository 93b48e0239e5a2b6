import DRSimDocument
import DRSimPlan
import DRSimUnits

extension Objectives {
    /// `rto` and `rpo`, either of which may be missing; nothing is back in no time, but nothing need be lost.
    init(_ fields: FieldReader) {
        self.init(rto: fields.optional("rto", .positiveSpan), rpo: fields.optional("rpo", .recoveryPoint))
    }
}

extension ScalarSyntax where Value == RecoveryPointObjective {
    /// A duration, or `point_in_time`.
    static var recoveryPoint: Self {
        Self(placeholder: .pointInTime) { (scalar) throws(ScalarError) in
            if scalar.text == "point_in_time" { return .pointInTime }
            return .span(try SpanSyntax.read(scalar))
        }
    }
}

extension Tier {
    /// An item of `tiers`.
    init(_ fields: FieldReader) {
        _ = fields.define("number", .tier)
        self.init(
            number: fields.required("number", .integer(1...99)), title: fields.required("title", .text),
            objectives: Objectives(fields), maxAcceptableLoss: fields.optional("max_acceptable_loss", .money),
            source: fields.required("source", .text))
    }
}

extension IncidentClass {
    /// An item of `incident_classes`.
    ///
    /// Each procedure is a runbook, or is said to be missing: a plan may name what it never wrote.
    init(_ fields: FieldReader) {
        let names = fields.optionalList("procedures", of: .text)
        let missing = fields.optionalList("missing_procedures", of: .text)
        for node in fields.node("procedures")?.items ?? [] where !missing.contains(node.scalar?.text ?? "") {
            _ = fields.reference(node, to: .runbook, from: nil)
        }
        if let stray = missing.first(where: { !names.contains($0) }) {
            fields.fail(
                "missing_procedures",
                ScalarError(.unknownName, "`\(stray)` is not among the class's procedures"))
        }
        self.init(
            id: IncidentClassID(fields.define("id", .incidentClass)),
            family: fields.required("family", .text), title: fields.required("title", .text),
            objectives: Objectives(fields), autoFailover: fields.required("auto_failover", .flag),
            procedures: names.map { RunbookID($0) }, missingProcedures: missing.map { RunbookID($0) },
            source: fields.required("source", .text))
    }
}

extension BusinessImpact {
    /// The amounts of the section `business_impact`.
    init(_ fields: FieldReader) {
        let readings = fields.mapping("readings", "the readings") { fields in
            (
                penalty: fields.required("penalty", .choice) as PenaltyReading,
                start: fields.required("penalty_from", .choice) as PenaltyStart,
                reputation: fields.required("reputation", .choice) as ReputationReading,
                includesDataLoss: fields.required("include_data_loss", .flag)
            )
        }
        fields.readSource()
        self.init(
            currency: fields.required("currency", .text),
            hourlyRevenue: fields.required("hourly_revenue", .money),
            operationalCostPerHour: fields.required("operational_cost_per_hour", .money),
            compliancePenaltyPerDay: fields.required("compliance_penalty_per_day", .money),
            reputationMultiplier: fields.required("reputation_multiplier", .number(upTo: 1_000_000)),
            penalty: readings.penalty, penaltyFrom: readings.start, reputation: readings.reputation,
            includesDataLoss: readings.includesDataLoss)
    }
}

extension SuccessMetric {
    /// An item of `success_metrics`.
    init(_ fields: FieldReader) {
        self.init(
            kind: fields.required("id", .choice), title: fields.required("title", .text),
            target: Target(fields), source: fields.required("source", .text))
    }
}

extension SuccessMetric.Target {
    /// The keys of which a metric has exactly one.
    static let keys = ["at_least", "at_most", "within"]

    fileprivate init(_ fields: FieldReader) {
        switch fields.alternative(Self.keys)?.key {
        case "at_least": self = .atLeast(fields.required("at_least", .share))
        case "at_most": self = .atMost(fields.required("at_most", .share))
        case "within": self = .within(fields.required("within", .span))
        default: self = .atLeast(.none)
        }
    }
}
