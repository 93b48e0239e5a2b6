import DRSimCloud
import DRSimKernel
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

/// What a fault of the provider struck, found when it did.
enum ProviderTarget: Hashable, Sendable {
    case objectStore(region: Int)
    case key(id: String, region: Int, ProviderFault.KeyTrouble)
    case credentials(identity: String)
    case capacity(region: Int)
    case dnsControlPlane
}

extension World {
    /// What a fault of the provider strikes; `nil` if there is nothing.
    func resolve(_ fault: ProviderFault) -> ProviderTarget? {
        switch fault {
        case .objectStoreOutage(let region): blueprint.region(region).map { .objectStore(region: $0) }
        case .keyUnavailable(let key, let region, let trouble):
            blueprint.region(region).map { .key(id: key, region: $0, trouble) }
        case .credentialTheft(let identity): .credentials(identity: identity)
        case .capacityShortage(let region): blueprint.region(region).map { .capacity(region: $0) }
        case .dnsControlPlaneOutage: .dnsControlPlane
        }
    }

    /// Breaks what the provider offers, or lets it work again. What was deleted stays deleted.
    mutating func apply(_ target: ProviderTarget, isStriking: Bool, cause: FactID?) {
        if case .credentials(let identity) = target {
            if isStriking { plunder(as: identity, since: now, cause: cause) }
            return
        }
        let keyState = keyState(after: target)
        changeCloud(cause: cause) { [now, draws] cloud, effects in
            switch (target, isStriking) {
            case (.objectStore(let region), true):
                cloud.objectStoreLost(region, at: now, draws: draws, effects: &effects)
            case (.objectStore(let region), false):
                cloud.objectStoreReturned(region, at: now, draws: draws, effects: &effects)
            case (.key(let id, let region, .unavailable), true):
                cloud.keyLost(id, in: region, effects: &effects)
            case (.key(let id, let region, .unavailable), false):
                cloud.keyReturned(id, in: region, at: now, draws: draws, effects: &effects)
            case (.key(let id, let region, _), _):
                cloud.setKey(
                    id, in: region, to: keyState, at: now, draws: draws, effects: &effects)
            case (.capacity(let region), true): cloud.capacityLost(region, effects: &effects)
            case (.capacity(let region), false):
                cloud.capacityReturned(region, at: now, draws: draws, effects: &effects)
            case (.dnsControlPlane, true): cloud.dnsControlPlaneLost(effects: &effects)
            case (.dnsControlPlane, false): cloud.dnsControlPlaneReturned(effects: &effects)
            case (.credentials, _): break
            }
        }
    }

    /// The state that those who are at a key leave it in, the worst that any of them wants.
    private func keyState(after target: ProviderTarget) -> KeyState {
        guard case .key(let id, let region, _) = target else { return .enabled }
        func isWanted(_ trouble: ProviderFault.KeyTrouble) -> Bool {
            faults.activeTargets.contains(.provider(.key(id: id, region: region, trouble)))
        }
        if isWanted(.pendingDeletion) { return .pendingDeletion }
        return isWanted(.disabled) ? .disabled : .enabled
    }

    /// Whoever has the access keys that an identity had at an instant deletes all they reach, each bucket
    /// told of once.
    mutating func plunder(as identity: String, since: Instant, cause: FactID?) {
        var effects = CloudEffects()
        let losses = infrastructure.cloud.deleteEverything(
            as: .thief(of: identity, since: since), at: now, draws: draws, effects: &effects)
        for loss in losses {
            record(
                Narrative(
                    .bucketPlundered, loss.bucket,
                    "in \(loss.bucket) \(loss.deleted) versions are deleted, \(loss.hidden) objects hidden, "
                        + "\(loss.kept) out of reach",
                    source: "F16c, F44", actor: .fault, phase: .deletion),
                cause: cause)
        }
        // Each object's own fact is told by its bucket's.
        effects.facts.removeAll()
        effects.scheduled = effects.scheduled.map { .init(event: $0.event, at: $0.at, after: nil) }
        absorb(effects, cause: cause)
    }

    /// What happened to what the provider offers, as a clause.
    func words(for target: ProviderTarget) -> String {
        switch target {
        case .objectStore(let region): "the object store of \(blueprint.regions[region].id) is out"
        case .key(let id, let region, let trouble):
            "key \(id) is \(words(for: trouble)) in \(blueprint.regions[region].id)"
        case .credentials(let identity): "the credentials of \(identity) are stolen and used"
        case .capacity(let region): "\(blueprint.regions[region].id) is short of machines"
        case .dnsControlPlane: "the control plane of DNS is out"
        }
    }

    private func words(for trouble: ProviderFault.KeyTrouble) -> String {
        switch trouble {
        case .unavailable: "not available"
        case .disabled: "disabled"
        case .pendingDeletion: "pending deletion"
        }
    }
}
