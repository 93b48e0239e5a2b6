import DRSimPeople
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Puts the scenario's scheduled faults into the agenda.
    mutating func scheduleFaults() {
        for index in faults.states.indices {
            switch faults.states[index].fault.trigger {
            case .at(let instant):
                faults.states[index].isArmed = true
                schedule(.faultStrikes(Int32(index)), at: instant, cause: nil)
            case .every: scheduleNextStrike(of: index)
            case .after: break
            }
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
        let duration = drawnDuration(of: faults.states[Int(index)])
        let id = record(
            Narrative(
                .faultInjected, fault.id.name, sentence(fault, target: target, lasting: duration),
                source: "scenario", actor: .fault, phase: .fault,
                details: target == .nothing ? [.init(.effective, .number(0))] : []),
            cause: cause)
        faults.states[Int(index)].target = target
        faults.states[Int(index)].fullSize = volumeSize(of: target)
        faults.states[Int(index)].strikes += 1
        faults.states[Int(index)].isActive = true
        apply(target, isStriking: true, cause: id)
        enter(index, cause: id)
        if target != .nothing { hide(fault.kind.hiddenDamage, cause: id) }
        if fault.kind.isMomentary {
            scheduleNextStrike(of: Int(index))
        } else if let duration {
            beginRepair(.init(index: index, duration: duration, cause: id))
        }
    }

    /// A fault ends, unless somebody mended it before: what it broke works again, as far as it comes back by
    /// itself.
    mutating func heal(_ index: Int32, cause: FactID?) {
        let state = faults.states[Int(index)]
        guard state.target != nil else { return }
        if state.isActive {
            end(
                Int(index),
                Narrative(
                    .faultHealed, state.fault.id.name, "fault \(state.fault.id) ends", source: "scenario",
                    actor: .faultEnd, phase: .faultItself),
                cause: cause)
        }
        endRepair(of: state.fault.crew)
        scheduleNextStrike(of: Int(index))
    }

    /// What a fault that is on broke works again, by itself or because somebody mended it.
    mutating func end(_ index: Int, _ narrative: Narrative, cause: FactID?) {
        guard let target = faults.states[index].target else { return }
        faults.states[index].isActive = false
        let id = record(narrative, cause: cause)
        apply(target, isStriking: false, cause: id)
    }

    private func resolve(_ kind: Fault.Kind) -> FaultBoard.Target {
        switch kind {
        case .site(let fault): resolve(fault).map { .site($0) } ?? .nothing
        case .database(let fault): primaryDatabase(of: fault.context).map { .database(fault, $0) } ?? .nothing
        case .platform(let fault): exists(fault) ? .platform(fault) : .nothing
        case .application(let fault): exists(fault) ? .application(fault) : .nothing
        case .provider(let fault): resolve(fault).map { .provider($0) } ?? .nothing
        case .monitoring(let fault): .monitoring(fault)
        case .control(let fault): .control(fault)
        case .people(let fault): .people(fault)
        case .security(let fault): primaryDatabase(of: fault.context).map { .security(fault, $0) } ?? .nothing
        case .backup(let fault): .backup(fault)
        }
    }

    /// Breaks what a fault struck, or lets it work again.
    private mutating func apply(_ target: FaultBoard.Target, isStriking: Bool, cause: FactID?) {
        switch target {
        case .site(let target): apply(target, isStriking: isStriking, cause: cause)
        case .database(let fault, let id): apply(fault, to: id, isStriking: isStriking, cause: cause)
        case .platform(let fault): apply(fault, isStriking: isStriking, cause: cause)
        case .application(let fault): apply(fault, isStriking: isStriking, cause: cause)
        case .provider(let target): apply(target, isStriking: isStriking, cause: cause)
        case .monitoring(let fault): apply(fault, isStriking: isStriking)
        case .control(let fault): apply(fault, isStriking: isStriking, cause: cause)
        case .people(let fault): apply(fault, isStriking: isStriking, cause: cause)
        case .backup(let fault): apply(fault, isStriking: isStriking, cause: cause)
        // What somebody does who got in takes its own time.
        case .security, .nothing: break
        }
    }

    /// The sentence that says what a fault struck.
    private func sentence(_ fault: Fault, target: FaultBoard.Target, lasting duration: Span?) -> String {
        let lasting = duration.map { " for \($0)" } ?? " for ever"
        switch target {
        case .site(let target): return "\(words(for: target))\(lasting)"
        case .database(let fault, let id): return words(for: fault, of: id, lasting)
        case .platform(let fault): return words(for: fault, lasting)
        case .application(let fault): return words(for: fault, lasting)
        case .monitoring(let fault): return words(for: fault, lasting)
        case .control(let fault): return words(for: fault, lasting)
        case .provider(.credentials(let identity)): return words(for: .credentials(identity: identity))
        case .provider(let target): return "\(words(for: target))\(lasting)"
        case .backup(let fault): return "\(words(for: fault))\(lasting)"
        case .people(let fault): return "\(words(for: fault))\(lasting)"
        case .security(let fault, let id): return words(for: fault, of: id)
        case .nothing: return "\(fault.kind.name) finds nothing to strike"
        }
    }
}
