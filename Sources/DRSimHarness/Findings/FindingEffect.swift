package import DRSimPlan
package import DRSimScoring
package import DRSimUnits

/// What a change of the plan does to a trial of the same luck: figures that differ, with − without.
package struct FindingEffect: Hashable, Sendable {
    /// The services whose recovery differs, the one that differs most first.
    package let services: [Change<ServiceID>]
    /// The stores whose recovery point differs, in the order of the plan.
    package let stores: [Change<StoreID>]
    /// What it costs; negative where it saves.
    package let money: Money
    /// The counts that differ, but for backups, which run without a disaster too, and measures of what comes
    /// after the recovery.
    package let counts: [Count]
    /// The plan's metrics that differ, but for those of backups.
    package let metrics: [SuccessMetric.Kind]

    /// A figure of time before and after, with the verdicts on it.
    package struct Change<Subject: Hashable & Sendable>: Hashable, Sendable {
        /// Whose figure it is.
        package let subject: Subject
        /// Without and with the change; `nil` where there is no number, such as an unrecovered service.
        package let before, after: Span?
        /// The verdicts without and with it.
        package let verdictBefore, verdictAfter: Verdict

        /// With − without; `nil` where either has no number.
        package var delta: Span? {
            guard let before, let after else { return nil }
            return after - before
        }
    }

    /// A count before and after.
    package struct Count: Hashable, Sendable {
        /// What is counted.
        package let count: Expectation.Count
        /// Without and with the change.
        package let before, after: Int64
    }

    /// Compares two trials.
    package init(without: TrialScore, with: TrialScore) {
        let pairs = zip(without.services, with.services)
        services = pairs.compactMap { Self.change($0, $1) }
            .sorted { Self.weight($0) > Self.weight($1) }
        stores = zip(without.stores, with.stores).compactMap { Self.change($0, $1) }
        money = with.money.total - without.money.total
        counts = zip(without.counts.all, with.counts.all).compactMap { one, other in
            one.number == other.number || Self.everRunning.contains(one.count)
                ? nil : Count(count: one.count, before: one.number, after: other.number)
        }
        metrics = zip(without.metrics, with.metrics).compactMap { $0 == $1 ? nil : $0.metric.kind }
            .filter { $0 != .backup && $0 != .verification }
    }

    private static let everRunning = Expectation.Count.ofAftermath + Expectation.Count.ofBackups

    /// Whether nothing differs.
    package var isNone: Bool {
        services.isEmpty && stores.isEmpty && money == .zero && counts.isEmpty && metrics.isEmpty
    }
}

extension FindingEffect {
    private static func change(_ one: ServiceScore, _ other: ServiceScore) -> Change<ServiceID>? {
        guard one.rta != other.rta || one.verdict != other.verdict else { return nil }
        return Change(
            subject: one.id, before: figure(one), after: figure(other), verdictBefore: one.verdict,
            verdictAfter: other.verdict)
    }

    private static func change(_ one: StoreScore, _ other: StoreScore) -> Change<StoreID>? {
        guard one.rpa != other.rpa || one.verdict != other.verdict else { return nil }
        return Change(
            subject: one.id, before: one.rpa, after: other.rpa, verdictBefore: one.verdict,
            verdictAfter: other.verdict)
    }

    /// A service that was never away has waited for nothing.
    private static func figure(_ service: ServiceScore) -> Span? {
        service.isExercised ? service.rta : .zero
    }

    /// What has no number on one side differs most.
    private static func weight(_ change: Change<ServiceID>) -> Int64 {
        guard let delta = change.delta else { return change.before == change.after ? 0 : .max }
        return abs(delta.milliseconds)
    }
}
