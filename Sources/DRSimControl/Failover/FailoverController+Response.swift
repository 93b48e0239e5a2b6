import DRSimPlan
import DRSimUnits

extension FailoverController {
    /// Decides what a snapshot calls for.
    mutating func judge(_ snapshot: HealthSnapshot, at now: Instant) -> [Directive] {
        let classification = DisasterClassifier.classify(snapshot)
        history.record(classification?.disaster)
        guard let classification, history.confirms(classification.disaster),
            !isKnownAndHeld(classification.disaster, at: now)
        else { return sleep(policy.pollInterval, from: now) }
        history.clear()
        return [.report(.disasterDetected(classification, snapshot))]
            + respond(to: classification.disaster, seeing: snapshot, at: now)
    }

    /// Whether nothing is done about a disaster for now, because people know of it already.
    func isKnownAndHeld(_ disaster: DisasterType, at now: Instant) -> Bool {
        guard let hold, now < hold.until else { return false }
        return hold.known.contains(disaster)
    }

    /// Takes in what came while approval was awaited.
    mutating func settle(
        _ pending: PendingApproval, by input: Input, at now: Instant
    ) -> [Directive] {
        switch input {
        case .approval(pending.token, granted: true):
            return [.report(.approvalGranted(pending.role))]
                + recover(from: pending.disaster, by: pending.runbook, at: now)
        case .approval(pending.token, granted: false):
            return [.report(.approvalRefused(pending.role))]
                + callPeople(about: pending.disaster, .approvalRefused(pending.role), at: now)
        case .timer where now >= pending.deadline:
            return [.report(.approvalTimedOut(pending.role))]
                + callPeople(about: pending.disaster, .approvalTimedOut(pending.role), at: now)
        default:
            return []
        }
    }

    /// Goes on with a procedure, or with what its end calls for.
    mutating func follow(
        _ executor: RunbookExecutor, against disaster: DisasterType, at now: Instant
    ) -> [Directive] {
        nextToken = executor.nextToken
        switch executor.status {
        case .ready, .running:
            phase = .recovering(disaster, executor)
            return []
        case .completed:
            let reports = beginHold(after: disaster, isCompleted: true, at: now)
            return reports + sleep(policy.pollInterval, from: now)
        case .failed(let step, let failure):
            let reason = EscalationReason.procedureFailed(executor.runbook.id, step, failure)
            return callPeople(about: disaster, reason, at: now)
        }
    }
}

extension FailoverController {
    /// Alerts first, then does what the plan has for the disaster (L692-705).
    private mutating func respond(
        to disaster: DisasterType, seeing snapshot: HealthSnapshot, at now: Instant
    ) -> [Directive] {
        let missing = policy.calls.alert.firstIndex { !policy.definedFunctions.contains($0) }
        let channels = Array(policy.alertChannels.prefix(missing ?? .max))
        let alert = channels.isEmpty ? [] : [Directive.alert(disaster, snapshot, channels: channels)]
        if let missing {
            let function = policy.calls.alert[missing]
            let reason = EscalationReason.alertRaised(function: function)
            return alert + [.report(.alertRaised(function: function))]
                + callPeople(about: disaster, reason, at: now)
        }
        if let until = hold?.until, now < until {
            return alert + callPeople(about: disaster, .held, at: now)
        }
        let response = policy.responses.first { $0.disaster == disaster }
        guard let runbook = runbooks.first(where: { $0.id == response?.runbook }) else {
            return alert + callPeople(about: disaster, .noRunbook, at: now)
        }
        let held = classes.first { $0.id == response?.incidentClass && !$0.autoFailover }
        guard let held else { return alert + recover(from: disaster, by: runbook, at: now) }
        if policy.obeysApprovalPolicy {
            return alert + askBefore(runbook, against: disaster, at: now)
        }
        return alert + [.report(.policyViolated(held.id, disaster))]
            + recover(from: disaster, by: runbook, at: now)
    }

    mutating func askBefore(
        _ runbook: Runbook, against disaster: DisasterType, at now: Instant
    ) -> [Directive] {
        let token = nextToken
        nextToken = token.next
        let (role, timeout) = (policy.approval.role, policy.approval.timeout)
        let question = "May \(runbook.id) start against \(disaster.rawValue)?"
        phase = .awaitingApproval(
            PendingApproval(
                disaster: disaster, runbook: runbook, role: role, token: token,
                deadline: now + timeout))
        let approval = Approval(role: role, question: question, timeout: timeout)
        return [.requestApproval(token, approval, disaster), .wake(at: now + timeout)]
    }

    private mutating func recover(
        from disaster: DisasterType, by runbook: Runbook, at now: Instant
    ) -> [Directive] {
        var executor = RunbookExecutor(
            runbook: runbook, definedFunctions: policy.definedFunctions, firstToken: nextToken)
        let directives = executor.start(at: now)
        return directives + follow(executor, against: disaster, at: now)
    }

    /// What follows any exception in a response (L709-711); where even this raises, the exception
    /// reaches the loop.
    private mutating func callPeople(
        about disaster: DisasterType, _ reason: EscalationReason, at now: Instant
    ) -> [Directive] {
        let reports = beginHold(after: disaster, isCompleted: false, at: now)
        if let function = policy.calls.escalation, !policy.definedFunctions.contains(function) {
            return reports + [
                .report(.controllerError("\(function) is not defined", retryIn: policy.errorInterval))
            ]
                + sleep(policy.errorInterval, from: now)
        }
        return reports + [.escalate(disaster, reason)] + sleep(policy.pollInterval, from: now)
    }

    private mutating func beginHold(
        after disaster: DisasterType, isCompleted: Bool, at now: Instant
    ) -> [Directive] {
        if let until = hold?.until, now < until {
            hold?.known.append(disaster)
            return []
        }
        let until = isCompleted && policy.latch ? .never : now + policy.coolDown
        guard now < until else { return [] }
        hold = Hold(until: until, known: [disaster])
        return [.report(.held(until: until))]
    }
}
