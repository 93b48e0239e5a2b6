import DRSimControl
import DRSimKernel
import DRSimPeople
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Responders begin a playbook whose window is open, one at a time. A new incident sets the way back
    /// from an earlier one aside; it is begun anew when users have been served for a while.
    mutating func beginPlaybook(_ index: Int, cause: FactID?) {
        if playbookDesk.executor != nil {
            let isUrgent = playbookDesk.isResponse(index) && !playbookDesk.isResponse(playbookDesk.current)
            guard isUrgent else { return playbookDesk.waiting.append(index) }
            playbookDesk.layDown()
            playbookDesk.generation += 1
        }
        if playbookDesk.isResponse(index) { playbookDesk.setWayBackAside() }
        playbookDesk.current = index
        var executor = RunbookExecutor(
            runbook: playbookDesk.procedures[index].runbook,
            definedFunctions: blueprint.plan.controller.definedFunctions,
            bindings: Bindings(knownToPeople), firstToken: playbookDesk.nextToken, isTyped: true)
        let directives = executor.start(at: now)
        playbookDesk.executor = executor
        carryOut(directives, for: .responders, cause: cause)
        endPlaybookIfDone(cause: cause)
    }

    /// Responders see that they took the disaster for another: what they do about that is left where it is.
    mutating func dropMistakenPlaybooks(cause: FactID?) {
        playbookDesk.waiting.removeAll(where: playbookDesk.isMistaken)
        guard playbookDesk.executor != nil, playbookDesk.isMistaken(playbookDesk.current) else { return }
        playbookDesk.layDown()
        playbookDesk.generation += 1
        beginWaitingPlaybook(cause: cause)
    }

    /// Tells the responders something that concerns their playbook.
    mutating func feedPlaybook(_ input: Input, isEffective: Bool? = nil, cause: FactID?) {
        guard var executor = playbookDesk.executor else { return }
        let directives = executor.handle(input, at: now)
        playbookDesk.executor = executor
        carryOut(directives, for: .responders, isEffective: isEffective, cause: cause)
        endPlaybookIfDone(cause: cause)
    }

    /// The timer of a playbook fires.
    mutating func playbookTimer(generation: Int32, cause: FactID?) {
        guard generation == playbookDesk.generation else { return }
        feedPlaybook(.timer, cause: cause)
    }

    /// Sets the playbook's timer; it replaces an earlier one.
    mutating func wakePlaybook(at instant: Instant, cause: FactID?) {
        playbookDesk.generation += 1
        schedule(.playbookTimer(generation: playbookDesk.generation), at: instant, cause: cause)
    }

    /// How long a person takes to find and type a command.
    func manualStepTime(_ luck: StepLuck) -> Span {
        blueprint.quantity(.manualStep).span(draws, of: luck.stream, ordinal: luck.ordinal)
    }

    /// What people know when they begin: the last whole second before what they respond to.
    private var knownToPeople: [Placeholder.Known: String] {
        guard let onset = responders.recoveryOnset, onset > .start + .seconds(1) else { return [:] }
        let last = blueprint.moment(of: onset - Span(milliseconds: 1))
        return [.recoveryTarget: "\(last)"]
    }

    private mutating func endPlaybookIfDone(cause: FactID?) {
        guard let executor = playbookDesk.executor else { return }
        guard executor.status != .ready, executor.status != .running else { return }
        playbookDesk.layDown()
        playbookDesk.wayBack.ahead.removeAll { $0 == playbookDesk.current }
        beginWaitingPlaybook(cause: cause)
    }

    private mutating func beginWaitingPlaybook(cause: FactID?) {
        guard !playbookDesk.waiting.isEmpty else { return }
        beginPlaybook(playbookDesk.waiting.removeFirst(), cause: cause)
    }
}
