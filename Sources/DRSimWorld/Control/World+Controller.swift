import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// The controller's timer fires: it looks at the world, or goes on with a procedure.
    mutating func poll(generation: Int32) {
        guard generation == controlRoom.generation, controlRoom.isRunning else { return }
        feedController(.timer, cause: controlRoom.causeOfTimer)
    }

    /// The health checks have answered.
    mutating func checksAnswer(generation: Int32) {
        guard generation == controlRoom.generation, controlRoom.isRunning,
            let pass = controlRoom.checks
        else { return }
        controlRoom.checks = nil
        if let reason = pass.raised {
            feedController(.checksRaised(reason), cause: pass.cause)
            return
        }
        let before = polling == .everyTick ? controlRoom.controller : nil
        let directives = controlRoom.controller.handle(.health(pass.snapshot), at: now)
        if let before, pass.isLeapable { assertLeapIsExact(pass, from: before, directives) }
        guard case .wake(let next)? = directives.first, directives.count == 1 else {
            carryOut(directives, for: .controller, cause: pass.cause)
            return
        }
        sleep(after: pass, until: next)
    }

    /// Tells the controller something and carries out what it wants.
    mutating func feedController(_ input: Input, isEffective: Bool? = nil, cause: FactID?) {
        let directives = controlRoom.controller.handle(input, at: now)
        carryOut(directives, for: .controller, isEffective: isEffective, cause: cause)
    }

    /// Begins a pass of health checks.
    mutating func takeHealthChecks() {
        // After every event it is known what the checks would meet; a ticking run looks again.
        let pass = HealthCheckPass(
            at: now, seeing: polling == .leaping ? controlRoom.view : healthView(),
            under: blueprint.plan.controller, cause: controlRoom.causeOfView,
            isLeapable: controlRoom.loop.map { $0.isParked(at: now) } ?? false)
        controlRoom.loop = nil
        awaitAnswers(of: pass)
    }

    /// Waits for the answers of a pass; one that hangs has none before what hangs has.
    private mutating func awaitAnswers(of pass: HealthCheckPass) {
        controlRoom.checks = pass
        controlRoom.generation += 1
        guard pass.hanging == nil else { return }
        schedule(
            .checksAnswer(generation: controlRoom.generation), at: now + pass.duration, cause: pass.cause)
    }

    /// A check that hung goes on as soon as what it addresses answers again.
    mutating func resumeHangingChecks() {
        guard controlRoom.isRunning, var pass = controlRoom.checks, let hanging = pass.hanging,
            !controlRoom.view.isSilent(hanging)
        else { return }
        pass.goOn(seeing: controlRoom.view, under: blueprint.plan.controller)
        awaitAnswers(of: pass)
    }

    /// Sets the controller's timer; it replaces an earlier one.
    mutating func wakeController(at instant: Instant, cause: FactID?) {
        controlRoom.generation += 1
        controlRoom.causeOfTimer = cause
        schedule(.poll(generation: controlRoom.generation), at: instant, cause: cause)
    }

    /// After a pass without effect: polls again at `next`, or parks the loop for as long as polls
    /// that see the same would stay without effect.
    private mutating func sleep(after pass: HealthCheckPass, until next: Instant) {
        // What changed while the checks were under way must be looked at by the next pass.
        guard controlRoom.view == pass.view, !pass.hasHung,
            let quietUntil = controlRoom.controller.quiet(seeing: pass.snapshot, from: now)
        else {
            wakeController(at: next, cause: pass.cause)
            return
        }
        var loop = PollLoop(origin: pass.began, period: next - pass.began)
        // A poll acts when its checks have answered: one that begins this much earlier is quiet too.
        let pollsQuietUntil = quietUntil == .never ? Instant.never : quietUntil - pass.duration
        let planned = loop.park(after: pass.began, until: pollsQuietUntil)
        controlRoom.loop = loop
        switch polling {
        case .everyTick: wakeController(at: next, cause: pass.cause)
        case .leaping:
            controlRoom.generation += 1
            if let planned { wakeController(at: planned, cause: pass.cause) }
        }
    }

    /// A loop that is parked polls again when what it would meet has changed.
    mutating func wakeControllerIfViewChanged(cause: FactID?) {
        // Where no controller is, nobody looks.
        guard !isControl, blueprint.plan.controller.isDeployed else { return }
        let view = healthView()
        guard view != controlRoom.view else { return }
        controlRoom.view = view
        controlRoom.causeOfView = cause
        wakeController(cause: cause)
    }

    /// What a parked loop goes by has changed: it polls again on its grid.
    mutating func wakeController(cause: FactID?) {
        guard var loop = controlRoom.loop else { return }
        let wake = loop.wake(at: now, pollStillAheadThisInstant: true)
        controlRoom.loop = nil
        if polling == .leaping, let wake { wakeController(at: wake, cause: cause) }
    }

    /// In a ticking run: a poll that leaping would have skipped must have had no effect, neither on the world
    /// nor on what the controller remembers.
    private func assertLeapIsExact(
        _ pass: HealthCheckPass, from before: FailoverController, _ directives: [Directive]
    ) {
        guard case .wake? = directives.first, directives.count == 1 else {
            preconditionFailure("a poll at \(pass.began) that leaping skips answered \(directives)")
        }
        precondition(
            controlRoom.controller.isSame(asBefore: before),
            "a poll at \(pass.began) that leaping skips changed what the controller remembers")
    }
}

extension PollLoop {
    /// Whether a poll at this instant is one that leaping skips.
    func isParked(at instant: Instant) -> Bool {
        nextPoll.map { instant < $0 } ?? true
    }
}
