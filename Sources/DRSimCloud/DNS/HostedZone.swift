import DRSimKernel
import DRSimUnits

/// A public DNS zone: what its control plane has, what its name servers answer, and where the
/// clients of its names are.
///
/// Changes reach the name servers in the order in which they were made. The name servers answer
/// whether or not the control plane does.
struct HostedZone: Sendable {
    let id: String
    /// What the control plane has.
    private(set) var table: RecordTable
    /// What the name servers answer.
    private var served: RecordTable
    private(set) var changes: [DNSChange] = []
    private(set) var clienteles: [Clientele] = []
    private(set) var checks: [HealthCheckState] = []
    private var latestPropagation = Instant.start
    private let stream: StreamName

    init(_ configuration: CloudConfiguration.HostedZone) {
        id = configuration.id
        table = RecordTable(configuration.records)
        served = table
        stream = StreamName("hosted zone \(id)")
        for record in configuration.records where record.isAddress && record.failover != .secondary {
            clienteles.append(Clientele(name: record.name, target: record.value))
        }
        checks = configuration.records.compactMap { HealthCheckState($0) }
    }

    private var failedTargets: [String] { checks.filter { !$0.isHealthy }.map(\.target) }

    /// What the name servers answer to a fresh question for the address of a name.
    func answer(for name: String) -> String? { served.address(of: name, failed: failedTargets)?.value }

    func clientele(of name: String) -> Clientele? { clienteles.first { $0.name == name } }

    /// Accepts a batch of changes, or refuses all of it.
    mutating func submit(
        _ batch: [DNSRecordChange], at now: Instant, draws: Draws, timings: CloudTimings,
        effects: inout CloudEffects
    ) throws(CloudError) -> DNSChange {
        var changed = table
        try changed.apply(checking: batch)
        let ordinal = UInt32(changes.count)
        let change = DNSChange(
            id: Self.changeID(zone: id, ordinal: ordinal), submittedAt: now, isInSync: false,
            hasEffect: changed != table, changes: batch)
        for step in batch where step.action == .delete || !table.records.contains(step.record) {
            effects.record(
                .dnsChanged(name: step.record.name, value: step.servedValue, change: change.id))
        }
        let drawn = now + timings.dnsPropagation.span(draws, of: stream, ordinal: ordinal)
        latestPropagation = max(latestPropagation, drawn)
        effects.schedule(.changeHasPropagated(change: Int32(ordinal)), at: latestPropagation)
        table = changed
        changes.append(change)
        return change
    }

    /// All name servers answer by a change: clients of the names it gives other values start to move.
    mutating func finishPropagation(
        of number: Int, at now: Instant, timings: CloudTimings, effects: inout CloudEffects
    ) {
        let before = served
        for step in changes[number].changes {
            let isNew = step.action == .delete || !served.records.contains(step.record)
            served.apply(step)
            guard isNew else { continue }
            effects.record(
                .dnsPropagated(
                    name: step.record.name, value: step.servedValue, change: changes[number].id,
                    waitedOn: timings.dnsPropagation.id))
        }
        changes[number].isInSync = true
        var seen: [String] = []
        for name in changes[number].changes.map(\.record.name) where !seen.contains(name) {
            seen.append(name)
            moveClients(
                of: name, from: before.address(of: name, failed: failedTargets), at: now, timings: timings,
                effects: &effects)
        }
    }

    /// The targets of some host names are up, or not: health checks that see it otherwise will decide.
    mutating func endpointsChanged(
        _ isWanted: (String) -> Bool, areUp: Bool, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        for index in checks.indices where isWanted(checks[index].target) {
            guard let decision = checks[index].see(isUp: areUp, at: now, draws: draws) else { continue }
            effects.schedule(
                .healthCheckDecides(check: Int32(index), generation: checks[index].generation), at: decision)
        }
    }

    /// A health check has seen enough: the name leads elsewhere from now on.
    mutating func decide(
        check: Int, generation: Int32, at now: Instant, timings: CloudTimings, effects: inout CloudEffects
    ) {
        guard checks[check].generation == generation else { return }
        let name = checks[check].name
        let before = served.address(of: name, failed: failedTargets)
        checks[check].isHealthy = checks[check].isUp
        guard let target = answer(for: name), target != before?.value else { return }
        effects.record(.dnsFailedOver(name: name, value: target))
        moveClients(of: name, from: before, at: now, timings: timings, effects: &effects)
    }

    private mutating func moveClients(
        of name: String, from old: DNSRecord?, at now: Instant, timings: CloudTimings,
        effects: inout CloudEffects
    ) {
        let target = answer(for: name) ?? ""
        guard target != old?.value ?? "" else { return }
        guard let index = clienteles.firstIndex(where: { $0.name == name }) else {
            clienteles.append(Clientele(name: name, target: target))
            return
        }
        let curve = CutOverCurve(oldTTL: old?.ttl ?? .zero, timings: timings)
        clienteles[index].move(to: target, along: curve, at: now)
        scheduleBreakpoint(ofName: index, after: now, effects: &effects)
    }

    /// The clients of a name pass a breakpoint, unless a later move has begun.
    mutating func passBreakpoint(
        ofName index: Int, generation: Int32, at now: Instant, effects: inout CloudEffects
    ) {
        let clientele = clienteles[index]
        guard clientele.generation == generation else { return }
        effects.record(
            .clientsMoved(
                name: clientele.name, target: clientele.target, share: clientele.shareAtTarget(at: now)))
        scheduleBreakpoint(ofName: index, after: now, effects: &effects)
    }

    private func scheduleBreakpoint(
        ofName index: Int, after instant: Instant, effects: inout CloudEffects
    ) {
        let clientele = clienteles[index]
        guard let breakpoint = clientele.nextBreakpoint(after: instant) else { return }
        effects.schedule(
            .clientsPassBreakpoint(name: Int32(index), generation: clientele.generation),
            at: breakpoint)
    }

    /// Ids look like the provider's: a letter and up to thirteen digits and capital letters.
    private static func changeID(zone: String, ordinal: UInt32) -> String {
        "C" + String(StreamName("\(zone) change \(ordinal)").hash, radix: 36, uppercase: true)
    }
}

extension DNSRecordChange {
    /// The value the name has after the change.
    var servedValue: String? { action == .delete ? nil : record.value }
}
