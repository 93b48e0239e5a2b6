import DRSimControl
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension Narrative {
    /// What the plan's logic says of its own doing.
    init(_ report: Report, by issuer: PendingCommand.Issuer, in plan: Plan) {
        let who = issuer == .controller ? "controller" : "responders"
        switch report {
        case .checksRaised(let reason):
            self.init(
                .controllerError, who, "health checks raised: \(reason)", source: "F14", actor: .plan,
                phase: .detection)
        case .disasterDetected(let classification, _):
            self.init(
                .disasterDetected, classification.disaster.rawValue,
                "\(classification.disaster.rawValue) detected: \(classification.rule.rawValue)",
                source: classification.rule.source, actor: .plan, phase: .detection,
                details: [.init(.disaster, .text(classification.disaster.rawValue))])
        case .policyViolated(let incidentClass, let disaster):
            self.init(
                .policyViolated, incidentClass.name,
                "\(who) acts on \(disaster.rawValue) unasked, and \(incidentClass) says auto_failover: false",
                source: plan.incidentClass(incidentClass)?.source ?? "F4", actor: .plan, phase: .decision)
        case .approvalGranted(let role):
            self.init(
                .approvalGranted, role.name, "\(role) approves", source: "assumption:approval_decision",
                actor: .plan, phase: .approval, details: [.init(.role, .text(role.name))])
        case .approvalRefused(let role):
            self.init(
                .approvalRefused, role.name, "\(role) refuses", source: "assumption:approval_decision",
                actor: .plan, phase: .approval, details: [.init(.role, .text(role.name))])
        case .approvalTimedOut(let role):
            self.init(
                .approvalTimedOut, role.name, "\(role) does not answer in time",
                source: "plan:controller.approval",
                actor: .plan, phase: .approval, details: [.init(.role, .text(role.name))])
        case .alertRaised(let function):
            self.init(
                .alertLost, function, "the alert raises: \(function) is not defined", source: "F1",
                actor: .plan, phase: .alerting)
        case .controllerError(let reason, let pause):
            self.init(
                .controllerError, who, "the loop's body raised: \(reason); it tries again in \(pause)",
                source: "L643-L645", actor: .plan, phase: .controllerError)
        case .held(let until):
            self.init(
                .controllerHeld, who,
                until == .never
                    ? "held back until people reset the latch" : "held back until its cool-down ends",
                source: "plan:controller.latch", actor: .plan, phase: .heldBack)
        case .released:
            self.init(
                .controllerReleased, who, "acts on the next disaster again",
                source: "plan:controller.latch", actor: .people, phase: .heldBack)
        default:
            self.init(procedure: report, by: issuer, in: plan)
        }
    }

    /// What is said of a procedure and its steps.
    private init(procedure report: Report, by issuer: PendingCommand.Issuer, in plan: Plan) {
        // A playbook people follow is the plan's too: what it achieves is credited to the plan.
        let actor = Fact.Actor.plan
        switch report {
        case .procedureStarted(let id):
            self.init(
                .procedureStarted, id.name, "\(id) starts", source: plan.source(of: id), actor: actor,
                phase: .decision, details: [.init(.runbook, .text(id.name))])
        case .procedureResumed(let id, let step):
            self.init(
                .procedureResumed, id.name, "\(id) goes on at \(step)", source: "F12", actor: actor,
                phase: .controllerDown, details: [.init(.runbook, .text(id.name))])
        case .procedureCompleted(let id):
            self.init(
                .procedureCompleted, id.name, "\(id) is complete", source: plan.source(of: id), actor: actor,
                phase: .procedure, details: [.init(.runbook, .text(id.name))])
        case .procedureFailed(let id, let step, let failure):
            self.init(
                .procedureFailed, id.name, "\(id) fails at \(step): \(failure)", source: plan.source(of: id),
                actor: actor, step: step, details: [.init(.runbook, .text(id.name))])
        case .stepStarted(let attempt):
            self.init(.stepStarted, attempt, "\(plan.title(of: attempt))", actor: actor, in: plan)
        case .stepSucceeded(let attempt, let output):
            self.init(
                .stepSucceeded, attempt, "done\(Self.quote(output))", actor: actor, in: plan)
        case .stepSkipped(let attempt):
            self.init(.stepSkipped, attempt, "has nothing to do", actor: actor, in: plan)
        case .stepRetried(let attempt, let failure):
            self.init(
                .stepRetried, attempt, "tries again: \(failure)", actor: actor, in: plan)
        case .stepFailed(let attempt, let failure):
            self.init(.stepFailed, attempt, "failed: \(failure)", actor: actor, in: plan)
        default:
            preconditionFailure("no narrative for \(report)")
        }
    }

    private init(
        _ kind: FactKind, _ attempt: StepAttempt, _ text: String, actor: Fact.Actor, in plan: Plan
    ) {
        var details: [Fact.Detail] = [
            .init(.runbook, .text(attempt.runbook.name)), .init(.attempt, .number(Int64(attempt.number))),
        ]
        if case .run(let command)? = plan.step(attempt)?.action {
            details.append(.init(.command, .text(command.argv.joined(separator: " "))))
        }
        self.init(
            kind, attempt.step.name, "\(attempt.runbook)/\(attempt.step): \(text)",
            source: plan.step(attempt)?.source ?? plan.source(of: attempt.runbook), actor: actor,
            step: attempt.step, details: details)
    }

    /// Notes on the end of a command's try whether the command did what it was meant to.
    mutating func note(isEffective: Bool) {
        let endsTry = [FactKind.stepSucceeded, .stepRetried, .stepFailed].contains(kind)
        guard endsTry, details.contains(where: { $0.key == .command }) else { return }
        details.append(.init(.effective, .number(isEffective ? 1 : 0)))
    }

    /// What a command printed, for a timeline: its first line, or JSON drawn together and cut.
    private static func quote(_ output: String) -> String {
        let lines = output.split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " })
        }
        guard let first = lines.first, !first.isEmpty else { return "" }
        let text = first.hasPrefix("{") ? lines.joined(separator: " ") : first
        return ": " + (text.count > 80 ? text.prefix(79) + "…" : text)
    }
}

extension Plan {
    /// The step a try belongs to.
    func step(_ attempt: StepAttempt) -> Step? {
        runbook(attempt.runbook)?.steps.first { $0.id == attempt.step }
    }

    func title(of attempt: StepAttempt) -> String { step(attempt)?.title ?? attempt.step.name }

    func source(of runbook: RunbookID) -> String { self.runbook(runbook)?.source ?? "plan" }
}
