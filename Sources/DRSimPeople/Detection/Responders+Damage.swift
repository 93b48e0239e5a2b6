package import DRSimKernel
package import DRSimUnits

/// Damage that no health check sees, as it comes to people's knowledge.
struct KnownDamage: Hashable, Sendable {
    var stage = Stage.hidden
    /// When it was done.
    let doneAt: Instant
    /// Whether users feel it: a response to their complaints is one to it, found or not.
    let isFelt: Bool

    enum Stage: Hashable, Sendable {
        /// It is there, and nobody has come upon it.
        case hidden
        /// Somebody has come upon it.
        case noticed
        /// It is made good.
        case repaired
    }
}

extension Responders {
    /// Whether people know of damage that is not made good.
    var knowsDamage: Bool { damages.contains { $0.stage == .noticed } }

    /// Whether there is something to respond to: users who are not served, or damage that is known.
    var mustRespond: Bool { !areUsersServed || knowsDamage }

    /// Whether an incident goes on about damage that is not made good.
    package var isDamageOpen: Bool { incident != nil && damageOnset != nil }

    /// When the damage that is answered was done, the earliest of several: what somebody has come upon,
    /// or what users feel.
    private var damageOnset: Instant? {
        damages.filter { $0.stage == .noticed || $0.stage == .hidden && $0.isFelt }.map(\.doneAt).min()
    }

    /// When what people answer began: the windows of the playbooks count from here.
    var onset: Instant? { [outageOnset, damageOnset].compactMap { $0 }.min() }

    /// The instant from before which data are good, as far as people can know: the damage they answer,
    /// or else what users feel, came then.
    package var recoveryOnset: Instant? { damageOnset ?? outageOnset }

    /// Whether every playbook of a declared incident was begun; what is done about another class, to which it
    /// is held by mistake, makes nothing good.
    package var hasBegunEveryPlaybook: Bool {
        guard hasDeclared, let incident, matters[incident].mistake == nil else { return false }
        let playbooks = configuration.playbooks(of: nil)
        return !playbooks.isEmpty && playbooks.allSatisfy(begunPlaybooks.contains)
    }

    /// Damage is done that no health check sees; somebody comes upon it after the time that takes.
    package mutating func damageDone(
        noticedAfter latency: Quantity, isFelt: Bool = false, at now: Instant, draws: Draws,
        effects: inout PeopleEffects
    ) {
        let number = damages.count
        damages.append(KnownDamage(doneAt: now, isFelt: isFelt))
        latencies.append(latency.id)
        guard responds else { return }
        let wait = latency.span(draws, of: Self.discoveries, ordinal: UInt32(number))
        effects.schedule(.damageIsNoticed(damage: Int32(number)), at: now + wait)
    }

    /// What was broken is found to be good again.
    package mutating func damageRepaired() {
        for index in damages.indices { damages[index].stage = .repaired }
    }

    /// What users felt is good again, whether or not anybody had found it.
    package mutating func complaintsSettled() {
        for index in damages.indices where damages[index].isFelt { damages[index].stage = .repaired }
    }

    /// Somebody comes upon damage: the role on call is paged about it, and what a declared incident left
    /// undone falls due.
    mutating func noticeDamage(
        _ number: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        guard damages[number].stage == .hidden else { return }
        damages[number].stage = .noticed
        effects.record(.damageNoticed(waitedOn: latencies[number]))
        pageOnCall(at: now, draws: draws, effects: &effects)
        openWindows(at: now, effects: &effects)
    }

    private static let discoveries = StreamName("discoveries of damage")
}
