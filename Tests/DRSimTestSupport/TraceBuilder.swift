package import DRSimPlan
package import DRSimTrace
package import DRSimUnits

/// Writes traces by hand, so that a test knows what every figure must be.
///
/// Instants are given as spans since the start.
package struct TraceBuilder {
    /// The trace so far.
    package private(set) var trace: Trace

    /// Begins an empty trace.
    package init(horizon: Span = .hours(24)) {
        trace = Trace(
            start: CalendarTime(year: 2026, month: 3, day: 10, hour: 17), horizon: .start + horizon)
    }

    /// Adds a fact.
    @discardableResult
    package mutating func fact(
        _ kind: FactKind, _ entity: String = "world", at time: Span, cause: FactID? = nil,
        actor: Fact.Actor, phase: String = "phase", details: [Fact.Detail] = [],
        text: String? = nil
    ) -> FactID {
        trace.append(
            Fact(
                at: .start + time, kind: kind, entity: entity, text: text ?? "\(kind) \(entity)",
                cause: cause,
                source: cause == nil ? nil : "test", actor: actor, phase: phase, details: details))
    }

    /// Adds a scheduled fault.
    package mutating func fault(_ name: String = "fault", at time: Span) -> FactID {
        fact(.faultInjected, name, at: time, actor: .fault, phase: "fault")
    }

    /// Adds a backup or a verification.
    package mutating func record(_ record: BackupRecord) { trace.backups.append(record) }

    /// Adds what is left of a store beside the database.
    package mutating func keep(_ keeping: StoreKeeping) { trace.keepings.append(keeping) }

    /// From here on this share of a service's users is served.
    package mutating func serve(
        _ service: ServiceID, _ percent: Int64, at time: Span, cause: FactID?
    ) {
        trace.served.append(
            ServedSegment(service: service, from: .start + time, share: .percent(percent), cause: cause))
    }

    /// From here on the share moves in a straight line to another one.
    package mutating func serve(
        _ service: ServiceID, _ percent: Int64, at time: Span, movingTo finalPercent: Int64,
        by until: Span, cause: FactID?
    ) {
        trace.served.append(
            ServedSegment(
                service: service, from: .start + time, share: .percent(percent),
                until: .start + until, finalShare: .percent(finalPercent), cause: cause))
    }

    /// From here on what is written to a store reaches another region, or does not.
    package mutating func protect(_ store: StoreID, _ isProtected: Bool, at time: Span, cause: FactID?) {
        trace.protection.append(
            ProtectionSegment(store: store, from: .start + time, isProtected: isProtected, cause: cause))
    }

    /// Adds a segment as it is.
    package mutating func serve(_ segment: ServedSegment) {
        trace.served.append(segment)
    }

    /// Adds a timeline and returns its number.
    @discardableResult
    package mutating func timeline(
        of store: StoreID, from parent: Int? = nil, fork: Int64 = 0, at time: Span = .zero,
        site: String = "site", isRestored: Bool = false, cause: FactID? = nil
    ) -> Int {
        trace.ledger.timelines.append(
            Ledger.Timeline(
                store: store, parent: parent, fork: ByteCount(fork), at: .start + time, site: site,
                cause: cause, isRestored: isRestored))
        return trace.ledger.timelines.count - 1
    }

    /// Acknowledges writes at a steady rate.
    package mutating func write(
        on timeline: Int, from first: Span, to last: Span, start: Int64, end: Int64
    ) {
        trace.ledger.writes.append(
            Ledger.Stretch(
                timeline: timeline, from: .start + first, to: .start + last, start: ByteCount(start),
                end: ByteCount(end)))
    }

    /// Adds a copy that exists at the horizon.
    package mutating func copy(
        of timeline: Int, upTo position: Int64, site: String = "site", isAvailable: Bool = true
    ) {
        trace.ledger.copies.append(
            Ledger.Copy(
                timeline: timeline, position: ByteCount(position), site: site, isAvailable: isAvailable))
    }

    /// Spoils data on a timeline: a byte at a position is the damage's own record, which must be written.
    package mutating func damage(
        on timeline: Int, at time: Span, position: Int64, percent: Int64 = 100, isSilent: Bool = false,
        isPresence: Bool = false, cause: FactID? = nil
    ) {
        trace.ledger.damages.append(
            Ledger.Damage(
                timeline: timeline, position: ByteCount(position), at: .start + time,
                share: .percent(percent), isSilent: isSilent, isPresence: isPresence, cause: cause))
    }
}
