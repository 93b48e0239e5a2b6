import DRSimControl
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Carries out what the controller or a playbook wants, in order; each fact that comes of it is
    /// the cause of the next.
    mutating func carryOut(
        _ directives: [Directive], for issuer: PendingCommand.Issuer, cause: FactID?
    ) {
        var cause = cause
        for directive in directives {
            switch directive {
            case .takeHealthChecks: takeHealthChecks()
            case .wake(let instant): wake(issuer, at: instant, cause: cause)
            case .report(let report):
                cause = record(Narrative(report, by: issuer, in: blueprint.plan), cause: cause)
            case .alert(let disaster, _, let channels):
                for channel in channels { cause = sendAlert(disaster, through: channel, cause: cause) }
            case .notify(let notice):
                for channel in notice.channels { cause = send(notice, through: channel, cause: cause) }
            case .execute(let token, let command, _):
                type(command, token: token, by: issuer, cause: cause)
            case .requestApproval(let token, let approval, let disaster):
                cause = request(approval, for: disaster, token: token, by: issuer, cause: cause)
            case .escalate(let disaster, let reason):
                cause = escalate(disaster, reason: reason, cause: cause)
            }
        }
    }

    private mutating func wake(_ issuer: PendingCommand.Issuer, at instant: Instant, cause: FactID?) {
        switch issuer {
        case .controller: wakeController(at: instant, cause: cause)
        case .responders: wakePlaybook(at: instant, cause: cause)
        }
    }

    /// Types a command: it answers after its latency, or after a time-out where nothing answers.
    private mutating func type(
        _ command: Command, token: Token, by issuer: PendingCommand.Issuer, cause: FactID?
    ) {
        let ordinal = UInt32(commands.count)
        commands.append(PendingCommand(issuer: issuer, token: token, command: command, cause: cause))
        let session = issuer == .controller ? controlRoom.session : playbookDesk.session
        let delay = blueprint.shell.expectedDelay(
            of: command.argv, in: session, on: infrastructure, at: now, draws: draws, ordinal: ordinal)
        // A command that never returns answers nobody; the step's time-out must end it.
        guard let delay else { return }
        let typing = issuer == .responders ? manualStepTime(ordinal: ordinal) : .zero
        schedule(.commandAnswers(Int32(ordinal)), at: now + typing + delay, cause: cause)
    }

    /// A command answers: it acts on the world at this instant, and its issuer goes on.
    mutating func commandAnswers(_ index: Int) {
        let pending = commands[index]
        var effects = InfrastructureEffects()
        var session = pending.issuer == .controller ? controlRoom.session : playbookDesk.session
        let result = blueprint.shell.execute(
            pending.command.argv, input: pending.command.input, in: &session, on: &infrastructure, at: now,
            draws: draws, effects: &effects)
        absorb(effects, cause: pending.cause)
        let outcome = CommandOutcome(status: result.status, stdout: result.output, stderr: result.errors)
        switch pending.issuer {
        case .controller:
            controlRoom.session = session
            guard controlRoom.isRunning else { return }
            feedController(.commandFinished(pending.token, outcome), cause: pending.cause)
        case .responders:
            playbookDesk.session = session
            feedPlaybook(.commandFinished(pending.token, outcome), cause: pending.cause)
        }
    }
}
