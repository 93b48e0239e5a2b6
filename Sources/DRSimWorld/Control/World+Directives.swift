import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits
import OrderedCollections

extension World {
    /// Carries out what the controller or a playbook wants, in order; each fact that comes of it is
    /// the cause of the next.
    ///
    /// - Parameter isEffective: if they follow a command's answer, whether it did what it was meant to.
    mutating func carryOut(
        _ directives: [Directive], for issuer: PendingCommand.Issuer, isEffective: Bool? = nil,
        cause: FactID?
    ) {
        var cause = cause
        for directive in directives {
            switch directive {
            case .takeHealthChecks: takeHealthChecks()
            case .wake(let instant): wake(issuer, at: instant, cause: cause)
            case .report(let report):
                var narrative = Narrative(report, by: issuer, in: blueprint.plan)
                if let isEffective { narrative.note(isEffective: isEffective) }
                cause = record(narrative, cause: cause)
            case .alert(let disaster, _, let channels):
                for channel in channels { cause = sendAlert(disaster, through: channel, cause: cause) }
            case .notify(let notice):
                for channel in notice.channels { cause = send(notice, through: channel, cause: cause) }
            case .execute(let token, let command, let attempt):
                type(command, for: attempt, token: token, by: issuer, cause: cause)
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

    /// Has a command typed: a program sends its own at once, a person takes a while.
    private mutating func type(
        _ command: Command, for attempt: StepAttempt, token: Token, by issuer: PendingCommand.Issuer,
        cause: FactID?
    ) {
        // Keyed by the step and not by all that was typed before: a step more moves nobody else's luck.
        let key = "\(issuer.rawValue) \(attempt.runbook)/\(attempt.step)"
        let luck = StepLuck(stream: StreamName(key), ordinal: commandCounts[key, default: 0])
        commandCounts[key] = luck.ordinal + 1
        let index = commands.count
        // What a person has just typed is there to be repeated: a loop, or the shell's own history.
        let isTyped = issuer == .responders && commands.last { $0.issuer == issuer }?.command != command
        let trouble = isTyped ? trouble(at: attempt, luck) : nil
        commands.append(
            PendingCommand(
                issuer: issuer, incarnation: controlRoom.incarnation, token: token, command: command,
                attempt: attempt, luck: luck, trouble: trouble, cause: cause))
        guard isTyped else { return commandIsTyped(index) }
        let held = trouble.map { delay(by: $0, luck) } ?? .zero
        schedule(.commandIsTyped(Int32(index)), at: now + manualStepTime(luck) + held, cause: cause)
    }

    /// A command is sent: it answers after its latency, or after a time-out where nothing answers. One that
    /// never returns answers nobody; the step's time-out must end it.
    mutating func awaitAnswer(to index: Int) {
        let pending = commands[index]
        let session = pending.issuer == .controller ? controlRoom.session : playbookDesk.session
        let started = blueprint.shell.start(
            pending.command.argv, input: pending.command.input, in: session, on: infrastructure,
            at: now)
        commands[index].started = started
        let delay = blueprint.shell.expectedDelay(
            of: started, in: session, on: infrastructure, at: now, draws: draws, stream: pending.luck.stream,
            ordinal: pending.luck.ordinal)
        guard let delay else { return }
        schedule(.commandAnswers(Int32(index)), at: now + delay, cause: pending.cause)
    }

    /// A command answers: it acts on the world at this instant, and its issuer goes on. One that a
    /// stopped controller typed was stopped with it.
    mutating func commandAnswers(_ index: Int) {
        let pending = commands[index]
        guard let started = pending.started,
            pending.issuer == .responders || controlRoom.expects(pending.incarnation)
        else { return }
        var effects = InfrastructureEffects()
        var session = pending.issuer == .controller ? controlRoom.session : playbookDesk.session
        let result = blueprint.shell.finish(
            started, in: &session, on: &infrastructure, at: now, draws: draws, effects: &effects)
        absorb(effects, cause: pending.cause)
        if let gap = result.gap { note(gap: gap, in: pending) }
        let outcome = CommandOutcome(status: result.status, stdout: result.output, stderr: result.errors)
        let isEffective = result.status == 0 && (result.isEffective || !result.asksForChange)
        switch pending.issuer {
        case .controller:
            controlRoom.session = session
            feedController(
                .commandFinished(pending.token, outcome), isEffective: isEffective, cause: pending.cause)
        case .responders:
            playbookDesk.session = session
            feedPlaybook(
                .commandFinished(pending.token, outcome), isEffective: isEffective, cause: pending.cause)
        }
    }

    /// A command came to what is not simulated: what would have come of it nobody knows. Said once of each.
    private mutating func note(gap: String, in pending: PendingCommand) {
        let step = "\(pending.attempt.runbook)/\(pending.attempt.step)"
        guard !trace.facts.contains(where: { $0.kind == .commandNotSimulated && $0.string(.command) == gap })
        else { return }
        record(
            Narrative(
                .commandNotSimulated, pending.attempt.step.name,
                "\(step): \(gap) is not simulated; what would have come of it is not known",
                source: blueprint.plan.step(pending.attempt)?.source ?? "plan", actor: .consequence,
                step: pending.attempt.step, details: [.init(.command, .text(gap))]),
            cause: pending.cause)
    }
}
