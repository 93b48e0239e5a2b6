import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Responders begin a playbook whose window is open, one at a time.
    mutating func beginPlaybook(_ index: Int, cause: FactID?) {
        guard playbookDesk.executor == nil else {
            playbookDesk.waiting.append(index)
            return
        }
        var executor = RunbookExecutor(
            runbook: playbookDesk.playbooks[index],
            definedFunctions: blueprint.plan.controller.definedFunctions,
            firstToken: playbookDesk.nextToken)
        let directives = executor.start(at: now)
        playbookDesk.executor = executor
        carryOut(directives, for: .responders, cause: cause)
        endPlaybookIfDone(cause: cause)
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

    private mutating func endPlaybookIfDone(cause: FactID?) {
        guard let executor = playbookDesk.executor else { return }
        guard executor.status != .ready, executor.status != .running else { return }
        (playbookDesk.executor, playbookDesk.nextToken) = (nil, executor.nextToken)
        guard !playbookDesk.waiting.isEmpty else { return }
        beginPlaybook(playbookDesk.waiting.removeFirst(), cause: cause)
    }
}
