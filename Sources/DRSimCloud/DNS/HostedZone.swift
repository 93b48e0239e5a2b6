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
        checks = configuration.records.compactMap { HealthCheckState($0) }
        for record in configuration.records where record.isAddress && clientele(of: record.name) == nil {
            clienteles.append(Clientele(name: record.name, answer: answer(to: record.name)))
        }
        for host in configuration.hosts.map(DNSName.normalised) where clientele(of: host) == nil {
            clienteles.append(Clientele(name: host, answer: answer(to: host)))
        }
    }

    /// What the name servers answer to a fresh question for the address of a name.
    func answer(to name: String) -> DNSAnswer { answer(to: name, by: served) }

    private func answer(to name: String, by table: RecordTable) -> DNSAnswer {
        answer(of: table.owner(of: name), by: table)
    }

    /// The answer of a name's own records; its health checks are its own, too.
    private func answer(of owner: String, by table: RecordTable) -> DNSAnswer {
        let failed = checks.filter { $0.name == owner && !$0.isHealthy }
        return table.answer(of: owner, failed: failed.map(\.target))
    }

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
        // A change may move the clients of names without records, too: a wildcard answers for them.
        var seen: [String] = []
        for name in changes[number].changes.map(\.record.name) + clienteles.map(\.name)
        where !seen.contains(name) {
            seen.append(name)
            moveClients(
                of: name, from: answer(to: name, by: before), at: now, timings: timings, effects: &effects)
        }
    }

    /// What a host name leads to is up, or not: health checks that see it otherwise will decide.
    mutating func endpointChanged(
        _ host: String, isUp: Bool, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        for index in checks.indices where checks[index].target == host {
            guard let decision = checks[index].see(isUp: isUp, at: now, draws: draws) else { continue }
            effects.schedule(
                .healthCheckDecides(check: Int32(index), generation: checks[index].generation), at: decision)
        }
    }

    /// A health check has seen enough: the name leads elsewhere from now on.
    mutating func decide(
        check: Int, generation: Int32, at now: Instant, timings: CloudTimings, effects: inout CloudEffects
    ) {
        guard checks[check].generation == generation else { return }
        let owner = checks[check].name
        let before = answer(of: owner, by: served)
        checks[check].isHealthy = checks[check].isUp
        let after = answer(of: owner, by: served)
        guard after.first != nil, !after.leadsWhere(before) else { return }
        effects.record(.dnsFailedOver(name: owner, value: after.words))
        for name in clienteles.map(\.name) where served.owner(of: name) == owner {
            moveClients(of: name, from: before, at: now, timings: timings, effects: &effects)
        }
    }

    private mutating func moveClients(
        of name: String, from old: DNSAnswer, at now: Instant, timings: CloudTimings,
        effects: inout CloudEffects
    ) {
        let answer = answer(to: name)
        guard !answer.leadsWhere(old) else { return }
        guard let index = clienteles.firstIndex(where: { $0.name == name }) else {
            clienteles.append(Clientele(name: name, answer: answer))
            return
        }
        clienteles[index].move(
            to: answer, along: CutOverCurve(oldTTL: old.ttl, timings: timings), at: now)
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
                name: clientele.name, target: clientele.answer.words, share: clientele.shareAtTarget(at: now))
        )
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
    var servedValue: String? { action == .delete ? nil : record.values.joined(separator: " and ") }
}
