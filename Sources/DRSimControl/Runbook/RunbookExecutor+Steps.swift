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
        let step = runbook.steps[index]
        directives.append(.report(.stepStarted(reference(to: 1, of: index))))
        progress = StepProgress(
            index: index, attempt: 1, begun: now, limit: step.timeout, waiting: .pause(until: now))
        guard let look = step.unless else { return attempt(1, of: index, at: now, &directives) }
        if let token = ask(look.command, at: now, &directives) { progress?.waiting = .need(token) }
    }

    /// A look whether the step has anything to do answered; one that failed says that it has.
    mutating func decide(
        by outcome: CommandOutcome, at now: Instant, _ directives: inout [Directive]
    ) {
        guard let progress else { return }
        let isDone = runbook.steps[progress.index].unless?.condition.holds(for: outcome) ?? false
        guard isDone else { return attempt(1, of: progress.index, at: now, &directives) }
        directives.append(.report(.stepSkipped(reference(to: 1, of: progress.index))))
        begin(step: progress.index + 1, at: now, &directives)
    }

    /// What comes when nothing came: a pause is over, a look or a try is due, a deadline passed.
    mutating func timeCame(
        for progress: StepProgress, at now: Instant, _ directives: inout [Directive]
    ) {
        switch (progress.waiting, runbook.steps[progress.index].action) {
        case (.pause(let end), _) where end <= now:
            succeed(at: now, &directives)
        case (.need, _):
            attempt(1, of: progress.index, at: now, &directives)
        case (.retry, _):
            attempt(progress.attempt + 1, of: progress.index, at: now, &directives)
        case (.nextLook(let instant, let last), .verify(let verification))
        where instant < progress.deadline ?? .never:
            look(verification.command, last: last, at: now, &directives)
        default:
            fail(progress.overdue, at: now, &directives)
        }
    }

    /// A command of a `run` step answered.
    mutating func finish(
        with outcome: CommandOutcome, at now: Instant, _ directives: inout [Directive]
    ) {
        guard outcome.status == 0 else {
            return fail(.exited(status: outcome.status, stderr: outcome.stderr), at: now, &directives)
        }
        if let index = progress?.index, let capture = runbook.steps[index].capture {
            guard let value = capture.value(in: outcome.stdout) else {
                return fail(.nothingToCapture(capture.name), at: now, &directives)
            }
            bindings[capture.name] = value
        }
        succeed(output: outcome.stdout, at: now, &directives)
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
            self.progress?.limit = nil
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
            index: index, attempt: number, begun: now, limit: step.limit, waiting: .pause(until: now))
        switch step.action {
        case .run(let command):
            if let token = ask(command, at: now, &directives) { progress?.waiting = .command(token) }
        case .call(let function):
            call(function, in: step, at: now, &directives)
        case .wait(let span):
            progress?.waiting = .pause(until: now + span)
        case .verify(let verification):
            look(verification.command, last: nil, at: now, &directives)
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
        _ command: Command, last: CommandOutcome?, at now: Instant, _ directives: inout [Directive]
    ) {
        guard let token = ask(command, at: now, &directives) else { return }
        progress?.waiting = .look(token, last: last)
    }

    /// Has a command run for the step under way; where a name of it has no value the try fails.
    private mutating func ask(
        _ command: Command, at now: Instant, _ directives: inout [Directive]
    ) -> Token? {
        guard let progress else { return nil }
        do throws(Unbound) {
            let completed = try bindings.completed(command)
            if isTyped, case .pause = progress.waiting { self.progress?.begun = nil }
            let token = takeToken()
            let reference = reference(to: progress.attempt, of: progress.index)
            directives.append(.execute(token, completed, reference))
            return token
        } catch {
            fail(.unbound(error.name), at: now, &directives)
            return nil
        }
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
