import DRSimCloud
import DRSimPeople
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Puts the scenario's scheduled faults into the agenda.
    mutating func scheduleFaults() {
        for index in faults.states.indices {
            guard case .at(let instant) = faults.states[index].fault.trigger else { continue }
            faults.states[index].isArmed = true
            schedule(.faultStrikes(Int32(index)), at: instant, cause: nil)
        }
    }

    /// Arms the faults that wait for a fact like the one just recorded.
    mutating func armFaults(after id: FactID) {
        let fact = trace[id]
        for waiting in faults.waiting(for: fact.kind, entity: fact.entity) {
            faults.states[waiting.index].isArmed = true
            schedule(.faultStrikes(Int32(waiting.index)), at: now + waiting.delay, cause: id)
        }
    }

    /// A fault strikes: its selector is resolved and what it names breaks.
    mutating func strike(_ index: Int32, cause: FactID?) {
        let fault = faults.states[Int(index)].fault
        let target = resolve(fault.kind)
        let id = record(
            Narrative(
                .faultInjected, fault.id.name, sentence(fault, target: target),
                source: "scenario", actor: .fault, phase: "fault"),
            cause: cause)
        faults.states[Int(index)].target = target
        responders.disasterBegan(at: now)
        apply(target, isStriking: true, cause: id)
        if let duration = fault.duration {
            schedule(.faultEnds(index), at: now + duration, cause: id)
        }
    }

    /// A fault ends: what it broke works again, as far as it comes back by itself.
    mutating func heal(_ index: Int32, cause: FactID?) {
        let state = faults.states[Int(index)]
        guard let target = state.target else { return }
        let id = record(
            Narrative(
                .faultHealed, state.fault.id.name, "fault \(state.fault.id) ends", source: "scenario",
                actor: .faultEnd, phase: "the fault itself"),
            cause: cause)
        apply(target, isStriking: false, cause: id)
    }

    private func resolve(_ kind: Fault.Kind) -> FaultBoard.Target {
        switch kind {
        case .regionOutage(let region): blueprint.region(region).map { .region($0) } ?? .nothing
        case .zoneOutage(let selector): resolve(selector)
        case .databaseCrash(let context): primaryDatabase(of: context).map { .database($0) } ?? .nothing
        case .nodeLoss(let selector): resolve(selector)
        case .partition(let one, let other): resolvePartition(one, other)
        case .falseAlarm(let signals): .signals(signals)
        case .roleAbsent(let role): .role(role)
        }
    }

    private func resolvePartition(_ one: RegionID, _ other: RegionID) -> FaultBoard.Target {
        guard let first = blueprint.region(one), let second = blueprint.region(other) else { return .nothing }
        return .regions(first, second)
    }

    private func resolve(_ selector: Fault.ZoneSelector) -> FaultBoard.Target {
        switch selector {
        case .named(let zone):
            for (region, site) in blueprint.regions.enumerated() {
                if let index = site.zones.firstIndex(of: zone) { return .zone(region: region, zone: index) }
            }
            return .nothing
        case .ofPrimary(let context):
            guard let place = primaryPlace(of: context), let zone = place.zone else { return .nothing }
            return .zone(region: place.region, zone: zone)
        case .withoutPrimary(let context):
            guard let place = primaryPlace(of: context) else { return .nothing }
            let zones = blueprint.regions[place.region].zones.indices
            return zones.first { $0 != place.zone }.map { .zone(region: place.region, zone: $0) } ?? .nothing
        }
    }

    private func resolve(_ selector: Fault.NodeSelector) -> FaultBoard.Target {
        switch selector {
        case .named(let name):
            return infrastructure.cloud.region(ofNode: name).map { .node(region: $0, name: name) } ?? .nothing
        case .ofPrimary(let context):
            guard let place = primaryPlace(of: context), let node = place.node else { return .nothing }
            return .node(region: place.region, name: node)
        }
    }
}
