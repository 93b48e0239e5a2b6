import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Whether a recovery is to be verified by the plan's list.
struct VerificationState: Hashable, Sendable {
    /// Whether every service was available when last looked at.
    var isAllWell = true
    /// Numbers the changes of that, so that a verification that a later outage overtook is ignored.
    var generation: Int32 = 0
}

extension World {
    /// The plan's list is due when the last service is back and has proved to stay so; one that goes again
    /// sets it aside until all are back.
    mutating func considerVerification(cause: FactID?) {
        let isAllWell = services.allSatisfy(\.isAvailable)
        guard isAllWell != verification.isAllWell else { return }
        verification.isAllWell = isAllWell
        verification.generation += 1
        guard isAllWell else { return }
        let cause = cause ?? services.compactMap(\.cause).max()
        schedule(
            .verificationDue(generation: verification.generation), at: now + ServedSegment.proof, cause: cause
        )
    }

    /// The recovery is verified: a fact for each item of the list that asks what users get. What became of
    /// the data is told by the books, at the horizon: what returns later may bring it back.
    mutating func verify(generation: Int32, cause: FactID?) {
        guard generation == verification.generation else { return }
        for item in blueprint.plan.verification {
            guard case .services(let ids) = item.probe else { continue }
            let shares = services.map { $0.segment }.filter { ids.contains($0.service) }
                .map { (service: $0.service, share: $0.share(at: now)) }
            guard let look = ServiceLook(shares) else { continue }
            record(
                Narrative(
                    look.isPassed ? .itemVerified : .itemFailed, item.id, "\(item.title): \(look.words)",
                    source: item.source, actor: .consequence, phase: .verification,
                    details: [.init(.share, .number(look.share.partsPerMillion))]),
                cause: cause)
        }
    }
}
