import DRSimPlan
import DRSimPostgres
import DRSimShell
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

    /// The recovery is verified: a fact for each item of the list that asks what users get and how. What
    /// became of the data is told by the books, at the horizon: what returns later may bring it back.
    mutating func verify(generation: Int32, cause: FactID?) {
        guard generation == verification.generation else { return }
        let reach = Reach(&self)
        for item in blueprint.plan.verification {
            guard let finding = finding(on: item, reach) else { continue }
            record(
                Narrative(
                    finding.isWell ? .itemVerified : .itemFailed, item.id, "\(item.title): \(finding.words)",
                    source: item.source, actor: .consequence, phase: .verification,
                    details: finding.share.map { [.init(.share, .number($0.partsPerMillion))] } ?? []),
                cause: cause)
        }
    }

    private func finding(on item: VerificationItem, _ reach: Reach) -> VerificationFinding? {
        switch item.probe {
        case .services(let ids): finding(on: ids, queryWithin: item.queryWithin, reach)
        case .caches(let ids): finding(on: ids)
        case .commits, .oneHistory, .noneBehind, .backups, .notModelled: nil
        }
    }

    private func finding(
        on ids: [ServiceID], queryWithin limit: Span?, _ reach: Reach
    ) -> VerificationFinding? {
        let shares = services.map { $0.segment }.filter { ids.contains($0.service) }
            .map { (service: $0.service, share: $0.share(at: now)) }
        guard let look = ServiceLook(shares) else { return nil }
        var finding = VerificationFinding(isWell: look.isPassed, words: look.words, share: look.share)
        if let limit {
            let way = longestQuery(reach)
            finding.isWell = finding.isWell && way <= limit
            finding.words +=
                way == .zero
                ? ", and queries stay in their region"
                : ", and a query is under way for \(way) to the database of another region"
        }
        return finding
    }

    /// The longest way there and back of a query that users' requests make (C14); none is counted within
    /// a region.
    private func longestQuery(_ reach: Reach) -> Span {
        var longest = Span.zero
        for service in services.indices {
            for region in reach.regions(soughtBy: service) {
                for database in reach[region]?.databases[service] ?? [] {
                    let site = infrastructure.databases[database].spec.site
                    guard site != region else { continue }
                    longest = max(longest, roundTrip(between: region, and: site))
                }
            }
        }
        return longest
    }

    /// Whether the caches hold what is asked for, in each region that has users.
    private func finding(on ids: [CacheID]) -> VerificationFinding {
        let cold = caches.first { state in
            state.condition != .warm && ids.contains(blueprint.plan.caches[state.cache].id)
                && presence(of: state).hasUsers
        }
        let names = ids.map(\.name).joined(separator: ", ")
        guard let cold else {
            return VerificationFinding(isWell: true, words: "what is asked of \(names) is there")
        }
        return VerificationFinding(
            isWell: false,
            words: "what is asked of \(names) is not there yet in \(blueprint.regions[cold.region].id)")
    }
}

/// What somebody who goes through the list finds.
private struct VerificationFinding {
    var isWell: Bool
    var words: String
    /// The share of users that is served, where users were asked.
    var share: Share?
}
