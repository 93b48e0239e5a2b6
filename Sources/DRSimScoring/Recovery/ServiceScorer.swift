import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Scores what users of one service saw.
struct ServiceScorer {
    let trace: Trace
    let plan: Plan
    let targets: Targets
    let milestones: Milestones
    let lineage: Lineage
    /// Whether a command of the plan came to what is not simulated.
    let hasGap: Bool

    /// Scores the recovery time of a service; its recovery point is known when its stores are scored.
    func score(_ service: Service, curve: ServedCurve) -> ServiceScore {
        var score = ServiceScore(id: service.id, tier: service.tier)
        let objectives = targets.objectives(ofTier: service.tier)
        (score.rto, score.rpo) = (objectives.rto, objectives.rpo)
        score.minimumShare = curve.minimumShare
        score.outages = curve.outages()
        score.unavailable = score.outages.reduce(.zero) { $0 + $1.span }
        let recoveries = Recovery.all(of: score.episodes, horizon: trace.horizon)
        let recovery = Recovery.worst(of: recoveries, target: objectives.rto)
        score.verdict = judged(Verdict(recovery: recovery, target: objectives.rto))
        let overall = plan.objectives.rto
        score.documentVerdict = judged(
            Verdict(recovery: Recovery.worst(of: recoveries, target: overall), target: overall))
        score.unavailableFrom = recovery?.unavailableFrom
        if let recovery, let restoredAt = recovery.restoredAt {
            describe(restoredAt, of: recovery, on: curve, in: &score)
        }
        return score
    }

    /// What never came back may have done so, where a command of the plan came to what is not simulated.
    private func judged(_ verdict: Verdict) -> Verdict {
        verdict == .unrecovered && hasGap ? .inconclusive : verdict
    }

    private func describe(
        _ restoredAt: Instant, of recovery: Recovery, on curve: ServedCurve, in score: inout ServiceScore
    ) {
        (score.restoredAt, score.rta) = (restoredAt, recovery.time)
        let end = (from: recovery.unavailableFrom, to: restoredAt)
        let cause = curve.segment(at: end.from)?.cause
        let reaction = milestones.reaction(to: cause.flatMap { lineage.strike(behind: $0) })
        score.rtaFromDetection = Self.rest(of: end, after: reaction.detection)
        score.rtaFromDeclaration = Self.rest(of: end, after: reaction.declaration)
        guard let segment = curve.segment(at: restoredAt) else { return }
        let attribution = Attribution(from: end.from, to: end.to, on: segment, in: trace)
        (score.phases, score.restoredBy) = (attribution.phases, attribution.restoredBy)
    }

    /// How much of an outage lies after an instant; `nil` if that came when all was over.
    private static func rest(of outage: (from: Instant, to: Instant), after instant: Instant?) -> Span? {
        guard let instant, instant <= outage.to else { return nil }
        return outage.to - max(instant, outage.from)
    }
}
