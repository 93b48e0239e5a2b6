package import DRSimUnits

/// A pair of recovery objectives; a missing one is no target.
package struct Objectives: Hashable, Sendable {
    /// Recovery time objective: the longest outage allowed.
    package var rto: Span?
    /// Recovery point objective: the longest loss of data allowed.
    package var rpo: RecoveryPointObjective?

    /// Creates a pair of objectives.
    package init(rto: Span?, rpo: RecoveryPointObjective?) {
        (self.rto, self.rpo) = (rto, rpo)
    }
}

/// How much data may be lost.
package enum RecoveryPointObjective: Hashable, Sendable {
    /// At most the data of this span before the target instant.
    case span(Span)
    /// No commit acknowledged before the damage may be lost (`point_in_time` in files).
    case pointInTime
}

/// A tier of the business-impact analysis.
package struct Tier: Hashable, Sendable {
    /// 1 is the most critical.
    package var number: Int
    /// The document's name, such as CRITICAL.
    package var title: String
    /// The tier's objectives.
    package var objectives: Objectives
    /// The largest loss the document accepts; the fourth tier names none.
    package var maxAcceptableLoss: Money?
    /// Where the figures come from.
    package var source: String

    /// Creates a tier.
    package init(
        number: Int, title: String, objectives: Objectives, maxAcceptableLoss: Money?, source: String
    ) {
        (self.number, self.title, self.objectives) = (number, title, objectives)
        (self.maxAcceptableLoss, self.source) = (maxAcceptableLoss, source)
    }
}

/// A class of incidents with its own objectives and procedures.
package struct IncidentClass: Hashable, Sendable {
    /// The class's name.
    package var id: IncidentClassID
    /// The family it stands under, such as `infrastructure_failure`.
    package var family: String
    /// What it describes.
    package var title: String
    /// The class's objectives.
    package var objectives: Objectives
    /// Whether procedures may start without a human's approval.
    package var autoFailover: Bool
    /// The procedures the document names for it, in the order in which they are carried out.
    package var procedures: [RunbookID]
    /// Those of them of which the plan has no runbook.
    package var missingProcedures: [RunbookID]
    /// Where it stands in the document.
    package var source: String

    /// Creates a class.
    package init(
        id: IncidentClassID, family: String, title: String, objectives: Objectives,
        autoFailover: Bool, procedures: [RunbookID], missingProcedures: [RunbookID] = [], source: String
    ) {
        (self.id, self.family, self.title, self.objectives) = (id, family, title, objectives)
        (self.autoFailover, self.procedures, self.source) = (autoFailover, procedures, source)
        self.missingProcedures = missingProcedures
    }
}
