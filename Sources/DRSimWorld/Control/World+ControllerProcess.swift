import DRSimControl
import DRSimPlan
import DRSimTrace

extension World {
    /// One reason for the controller's process to be stopped begins or ends: the region it runs in, or a
    /// fault of its own. It starts anew with the last of them, and nobody waits for what the earlier
    /// process asked (F12).
    mutating func controllerProcess(isUp: Bool, cause: FactID?) {
        guard !isControl else { return }
        controlRoom.stops += isUp ? -1 : 1
        switch (isUp, controlRoom.stops) {
        case (false, 1): stopController(cause: cause)
        case (true, 0): startControllerAnew(cause: cause)
        default: break
        }
    }

    private mutating func stopController(cause: FactID?) {
        (controlRoom.checks, controlRoom.loop) = (nil, nil)
        let policy = blueprint.plan.controller
        controlRoom.journal = policy.journal == .persisted ? controlRoom.controller.journal : nil
        record(
            Narrative(
                .controllerStopped, "controller", "the controller's process stops", source: "F12",
                actor: .consequence, phase: .controllerDown),
            cause: cause)
    }

    /// What a controller keeps in memory only is gone; one that keeps a journal takes up what it finds there.
    private mutating func startControllerAnew(cause: FactID?) {
        controlRoom.incarnation += 1
        // Kubeconfig lies where the journal does: the context that was chosen is kept with it (F62).
        if controlRoom.journal == nil { controlRoom.session = blueprint.controllerSession }
        let plan = blueprint.plan
        let started = record(
            Narrative(
                .controllerStarted, "controller",
                controlRoom.journal == nil
                    ? "the controller starts and remembers nothing"
                    : "the controller starts and reads its journal",
                source: "F12", actor: .consequence, phase: .controllerDown),
            cause: cause)
        controlRoom.controller = FailoverController(
            policy: plan.controller, runbooks: plan.runbooks, classes: plan.incidentClasses,
            startingAt: now)
        let directives = controlRoom.journal.map { controlRoom.controller.resume($0, at: now) } ?? []
        controlRoom.journal = nil
        if directives.isEmpty {
            wakeController(at: now, cause: started)
        } else {
            carryOut(directives, for: .controller, cause: started)
        }
    }
}
