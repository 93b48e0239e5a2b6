import DRSimPlan
import DRSimUnits

extension RunbookExecutor {
    /// Begins a step; behind the last one the procedure is completed.
    mutating func begin(step index: Int, at now: Instant, _ directives: inout [Directive]) {
        guard index < runbook.steps.count else {
            (status, progress) = (.completed, nil)
            directives.append(.report(.procedureCompleted(runbook.id)))
            return
        }
        directives.append(.report(.stepStarted(reference(to: 1, of: index))))
        attempt(1, of: index, at: now, &directives)
    }

    /// What comes when nothing came: a pause is over, a look or a try is due, a deadline passed.
    mutating func timeCame(
        for progress: StepProgress, at now: Instant, _ directives: inout [Directive]
    ) {
        switch (progress.waiting, runbook.steps[progress.index].action) {
        case (.pause(let end), _) where end <= now:
            succeed(at: now, &directives)
        case (.retry, _):
            attempt(progress.attempt + 1, of: progress.index, at: now, &directives)
        case (.nextLook(let instant, let last), .verify(let verification))
        where instant < progress.deadline ?? .never:
            look(verification.command, last: last, &directives)
        default:
            fail(progress.overdue, at: now, &directives)
        }
    }

    /// A command of a `run` step answered.
    mutating func finish(
        with outcome: CommandOutcome, at now: Instant, _ directives: inout [Directive]
    ) {
        if outcome.status == 0 {
            succeed(output: outcome.stdout, at: now, &directives)
        } else {
            let failure = StepFailure.exited(status: outcome.status, stderr: outcome.stderr)
            fail(failure, at: now, &directives)
        }
    }

    /// A look of a `verify` step answered.
    mutating func judge(
        _ outcome: CommandOutcome, at now: Instant, _ directives: inout [Directive]
    ) {
        guard let index = progress?.index, case .verify(let verification) = runbook.steps[index].action
        else { return }
        if verification.condition.holds(for: outcome) {
            succeed(output: outcome.stdout, at: now, &directives)
        } else {
            // A verification without an interval would look for ever at one simulated instant.
            let interval = max(verification.interval, Span(milliseconds: 1))
            progress?.waiting = .nextLook(at: now + interval, last: outcome)
        }
    }

    /// The try succeeded: the next step begins.
    mutating func succeed(
        output: String = "", at now: Instant, _ directives: inout [Directive]
    ) {
        guard let progress else { return }
        let done = reference(to: progress.attempt, of: progress.index)
        directives.append(.report(.stepSucceeded(done, output: output)))
        begin(step: progress.index + 1, at: now, &directives)
    }

    /// The try failed: it is repeated, skipped, or ends the procedure.
    mutating func fail(_ failure: StepFailure, at now: Instant, _ directives: inout [Directive]) {
        guard let progress else { return }
        let step = runbook.steps[progress.index]
        if progress.attempt <= step.retries {
            let next = reference(to: progress.attempt + 1, of: progress.index)
            directives.append(.report(.stepRetried(next, after: failure)))
            self.progress?.waiting = .retry(at: now + step.retryDelay)
            self.progress?.deadline = nil
            return
        }
        let failed = reference(to: progress.attempt, of: progress.index)
        directives.append(.report(.stepFailed(failed, failure)))
        switch step.onFailure {
        case .proceed: begin(step: progress.index + 1, at: now, &directives)
        case .escalate: end(at: step.id, failure, &directives)
        }
    }
}

extension RunbookExecutor {
    private mutating func attempt(
        _ number: Int, of index: Int, at now: Instant, _ directives: inout [Directive]
    ) {
        let step = runbook.steps[index]
        progress = StepProgress(
            index: index, attempt: number, begun: now, deadline: step.limit.map { now + $0 },
            waiting: .pause(until: now))
        switch step.action {
        case .run(let command):
            let token = takeToken()
            progress?.waiting = .command(token)
            directives.append(.execute(token, command, reference(to: number, of: index)))
        case .call(let function):
            call(function, in: step, at: now, &directives)
        case .wait(let span):
            progress?.waiting = .pause(until: now + span)
        case .verify(let verification):
            look(verification.command, last: nil, &directives)
        case .approve(let approval):
            let token = takeToken()
            progress?.waiting = .approval(token, approval.role)
            directives.append(.requestApproval(token, approval, nil))
        case .notify(let notice):
            directives.append(.notify(notice))
            succeed(at: now, &directives)
        }
    }

    private mutating func look(
        _ command: Command, last: CommandOutcome?, _ directives: inout [Directive]
    ) {
        guard let progress else { return }
        let token = takeToken()
        self.progress?.waiting = .look(token, last: last)
        directives.append(
            .execute(token, command, reference(to: progress.attempt, of: progress.index)))
    }

    private mutating func call(
        _ function: String, in step: Step, at now: Instant, _ directives: inout [Directive]
    ) {
        guard let progress else { return }
        if definedFunctions.contains(function) { return succeed(at: now, &directives) }
        let failure = StepFailure.undefinedFunction(function)
        let failed = reference(to: progress.attempt, of: progress.index)
        directives.append(.report(.stepFailed(failed, failure)))
        end(at: step.id, failure, &directives)
    }

    private mutating func end(
        at step: StepID, _ failure: StepFailure, _ directives: inout [Directive]
    ) {
        (status, progress) = (.failed(step, failure), nil)
        directives.append(.report(.procedureFailed(runbook.id, step, failure)))
    }

    private mutating func takeToken() -> Token {
        defer { nextToken = nextToken.next }
        return nextToken
    }

    private func reference(to attempt: Int, of index: Int) -> StepAttempt {
        StepAttempt(runbook: runbook.id, step: runbook.steps[index].id, number: attempt)
    }
}
