import DRSimCloud
import DRSimPlan
import DRSimShell
import DRSimUnits

/// The times in which a store that is brought up to date elsewhere could not be: one of the regions was down,
/// or no way led from one to the other and back.
struct SynchronisationPauses: Hashable, Sendable {
    private var ended: [Range<Instant>] = []
    private var since: Instant?

    /// The copy can be reached from the original, or cannot.
    mutating func note(isOpen: Bool, at now: Instant) {
        if !isOpen {
            since = since ?? now
        } else if let begin = since {
            ended.append(begin..<now)
            since = nil
        }
    }

    /// The last round but one that was made by an instant: the last may not have been complete.
    func roundBeforeLast(of period: Span, by end: Instant) -> Instant {
        let last = lastRound(of: period, by: end)
        return lastRound(of: period, by: last - Span(milliseconds: 1))
    }

    /// The last round that was made by an instant; that of the very moment at which a pause began was.
    private func lastRound(of period: Span, by end: Instant) -> Instant {
        var round = Self.round(of: period, by: end)
        let open = since.map { $0..<Instant.never }
        for pause in (ended + [open].compactMap { $0 }).reversed()
        where pause.contains(round) && round != pause.lowerBound {
            round = Self.round(of: period, by: pause.lowerBound)
        }
        return round
    }

    private static func round(of period: Span, by end: Instant) -> Instant {
        let rest = end.milliseconds % period.milliseconds
        return end - Span(milliseconds: rest < 0 ? rest + period.milliseconds : rest)
    }
}

extension World {
    /// A region or a link came or went: which stores cannot be brought up to date elsewhere now.
    mutating func noteSynchronisations() {
        for (index, store) in blueprint.plan.stores.enumerated() {
            guard let rule = store.synchronisation, let target = blueprint.region(rule.region) else {
                continue
            }
            let isOpen = infrastructure.cloud.canTalk(.region(blueprint.primaryRegion), to: .region(target))
            synchronisationPauses[index].note(isOpen: isOpen, at: now)
        }
    }
}
