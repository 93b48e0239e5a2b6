package import DRSimPlan
package import DRSimUnits

/// What a disaster did to one service and how it came back.
package struct ServiceScore: Hashable, Sendable {
    /// The service.
    package var id: ServiceID
    /// Its tier.
    package var tier: Int
    /// The stricter of its tier's and the true class's recovery time objectives.
    package var rto: Span?
    /// The stricter of its tier's and the true class's recovery point objectives.
    package var rpo: RecoveryPointObjective?
    /// The first instant, caused by the disaster, at which too few users were served; of several outages
    /// that of the worst, as is all that follows up to `phases`.
    package var unavailableFrom: Instant?
    /// The start of the first ten minutes that stayed available.
    package var restoredAt: Instant?
    /// Recovery time actual: from the first to the second; `nil` unless it was restored.
    package var rta: Span?
    /// The part of it after what took it away was detected; `nil` where nobody noticed.
    package var rtaFromDetection: Span?
    /// The part of it after that was declared; `nil` where nobody declared.
    package var rtaFromDeclaration: Span?
    /// The recovery time against `rto`.
    package var verdict: Verdict
    /// The recovery time against the document-wide objective.
    package var documentVerdict: Verdict
    /// Who brought it back; `nil` if nobody did, or nothing says who.
    package var restoredBy: RestoredBy?
    /// What the recovery time was spent on, in order; the parts sum to `rta`.
    package var phases: [Phase]
    /// The stretches in which too few users were served, ten minutes apart or not; `episodes` has those
    /// less than ten minutes apart as one.
    package var outages: [Outage]
    /// All time in which too few users were served.
    package var unavailable: Span
    /// The smallest share of users served.
    package var minimumShare: Share
    /// The worst recovery point of the stores it needs; `nil` if it needs none, one is lost, or of one it is
    /// not known.
    package var rpa: Span?
    /// The recovery point against `rpo`.
    package var rpoVerdict: Verdict
    /// The recovery point against the document-wide objective.
    package var documentRPOVerdict: Verdict

    /// Who brought a service back.
    package enum RestoredBy: String, CaseIterable, Hashable, Sendable {
        /// The controller or a runbook.
        case plan
        /// People, of their own accord.
        case people
        /// The platform's own repair.
        case platform
        /// A fault that ended by itself.
        case faultEnded = "fault-ended"
    }

    /// A part of a recovery time and what it was spent on.
    package struct Phase: Hashable, Sendable {
        /// What the time was spent on.
        package var name: String
        /// How long.
        package var span: Span

        /// Creates a part.
        package init(name: String, span: Span) {
            (self.name, self.span) = (name, span)
        }
    }

    /// A stretch in which too few users were served.
    package struct Outage: Hashable, Sendable {
        /// The first instant with too few.
        package var from: Instant
        /// The first instant with enough again; the horizon if there was none.
        package var to: Instant

        /// Creates a stretch.
        package init(from: Instant, to: Instant) {
            (self.from, self.to) = (from, to)
        }

        /// How long it lasted.
        package var span: Span { to - from }
    }

    /// Creates the score of a service nothing happened to.
    package init(id: ServiceID, tier: Int) {
        (self.id, self.tier) = (id, tier)
        (verdict, documentVerdict) = (.notExercised, .notExercised)
        (rpoVerdict, documentRPOVerdict) = (.notExercised, .notExercised)
        (phases, outages, unavailable, minimumShare) = ([], [], .zero, .all)
    }

    /// Whether the disaster made it unavailable at all.
    package var isExercised: Bool { unavailableFrom != nil }
}
