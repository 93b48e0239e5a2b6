import DRSimKernel
import DRSimPeople
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Damage is done that no health check sees: somebody comes upon it when they do (E7, E8).
    mutating func hide(_ damage: HiddenDamage?, cause: FactID?) {
        guard let damage else { return }
        let latency = blueprint.quantity(damage.latency)
        changePeople(cause: cause) { [now, draws] people, effects in
            people.damageDone(
                noticedAfter: latency, isFelt: damage.isFelt, at: now, draws: draws, effects: &effects)
        }
    }

    /// Damage that was responded to counts as repaired when all there is to do about it was done: some
    /// time later the responders go home.
    mutating func considerRepair(cause: FactID?) {
        guard responders.isDamageOpen, responders.hasBegunEveryPlaybook, playbookDesk.isIdle,
            usersWereServed
        else { return }
        responders.damageRepaired()
        schedule(.standDown(generation: servedGeneration), at: now + standDownTime, cause: cause)
    }

    /// Something that had to be done at once is done: whom it tells is told, through its channel or by
    /// word of mouth.
    mutating func tellOfResponse(_ number: Int, cause: FactID?) {
        let item = blueprint.plan.people.immediateResponse[number]
        guard let audience = item.tells else { return }
        if let channel = item.channel {
            let notice = Notice(channels: [channel], audience: audience, message: item.title)
            _ = send(notice, through: channel, cause: cause)
        } else if audience == .stakeholders {
            record(
                Narrative(
                    .stakeholdersNotified, "stakeholders", "stakeholders are told: \(item.title)",
                    source: item.source, actor: .people, phase: .communication),
                cause: cause)
        }
    }
}

extension HiddenDamage {
    /// Whether users feel it before anybody finds it.
    fileprivate var isFelt: Bool { self == .loudCorruption || self == .deletion }

    /// The assumption that says how long it takes until somebody comes upon it.
    fileprivate var latency: AssumptionName {
        switch self {
        case .loudCorruption: .loudCorruptionDetection
        case .silentCorruption: .silentCorruptionDetection
        case .deletion: .deletionDetection
        case .breach: .breachDetection
        }
    }
}
