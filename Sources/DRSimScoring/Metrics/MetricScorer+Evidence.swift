import DRSimPlan
import DRSimTrace
import DRSimUnits

extension MetricScorer {
    /// Scores a metric and says what its figure was read from.
    func withEvidence(_ metric: SuccessMetric) -> MetricScore {
        var score = score(metric)
        score.evidence = evidence(of: metric.kind)
        return score
    }

    /// What a metric's figure was read from, in words.
    func evidence(of kind: SuccessMetric.Kind) -> String {
        switch kind {
        case .rto: counted(promised.map(\.verdict), "recovery times")
        case .rpo: counted(stores.map(\.verdict), "recovery points")
        case .backup: backupEvidence
        case .verification: verificationEvidence
        case .detection: moment(milestones.alert, "the first true alert")
        case .failover: "\(count(.procedureCompleted)) of \(count(.procedureStarted)) procedures completed"
        case .communication: moment(milestones.communication, "the first notice to stakeholders")
        case .playbookAccuracy: commands
        case .availability: "minutes Tier 1 services were available, in a year with this one disaster"
        case .users: "the largest share of one service's users who were left without it at once"
        case .revenue: "revenue lost, of a year with this one disaster"
        case .compliance: "the penalty line of the money lost"
        }
    }

    private func counted(_ verdicts: [Verdict], _ what: String) -> String {
        let decided = verdicts.filter(\.isDecided)
        return "\(decided.count { $0 == .met }) of \(decided.count) \(what) within the stricter target"
    }

    private func moment(_ instant: Instant?, _ what: String) -> String {
        guard let onset = milestones.onset else { return "there is no onset" }
        return instant.map { "\(what) came \($0 - onset) after the onset" } ?? "\(what) did not come"
    }

    private var commands: String {
        let outcomes = trace.facts.compactMap { CommandOutcome($0) }
        let effective = outcomes.count(where: \.isEffective)
        let failed = outcomes.count(where: \.hasFailed)
        let idle = outcomes.count - effective - failed
        return
            "\(effective) of \(outcomes.count) commands did to the world what they were meant to; \(failed) "
            + "failed, \(idle) succeeded and changed nothing they were meant to"
    }

    private func count(_ kind: FactKind) -> Int { trace.facts.count { $0.kind == kind } }
}
