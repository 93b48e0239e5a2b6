import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimTrace
import DRSimUnits

/// What comes between a person and a step that is typed right.
enum Trouble: Hashable, Sendable {
    /// The command was typed wrong and is typed again.
    case slip
    /// The runbook, which nobody ever tried, is wrong here in a way that must be worked around.
    case defect
}

extension World {
    /// Whether responders get a step wrong, or meet a defect of their runbook at it (E4).
    func trouble(at attempt: StepAttempt, _ luck: StepLuck) -> Trouble? {
        guard blueprint.plan.people.conduct.slips else { return nil }
        if luck.ordinal == 0, defectiveStep(of: attempt.runbook) == attempt.step { return .defect }
        return happens(usersWereServed ? .slipCalm : .slipStressed, luck) ? .slip : nil
    }

    /// How long a trouble holds up the step it is met at.
    func delay(by trouble: Trouble, _ luck: StepLuck) -> Span {
        quantity(of: trouble).span(draws, of: luck.stream, ordinal: luck.ordinal)
    }

    /// A command is typed, and sent.
    mutating func commandIsTyped(_ index: Int) {
        if let trouble = commands[index].trouble { tell(of: trouble, with: index) }
        awaitAnswer(to: index)
        guard commands[index].issuer == .responders else { return }
        feedPlaybook(.commandSent(commands[index].token), cause: commands[index].cause)
    }

    /// What held a command up is found.
    private mutating func tell(of trouble: Trouble, with index: Int) {
        let attempt = commands[index].attempt
        let step = "\(attempt.runbook)/\(attempt.step)"
        commands[index].cause = record(
            Narrative(
                trouble == .slip ? .stepMistyped : .runbookBlocked, attempt.step.name,
                trouble == .slip
                    ? "\(step): mistyped, and typed again"
                    : "\(step): the runbook, never tried, is wrong here and is worked around",
                // A slip brings nothing about; who finds a way around a defect does.
                source: "assumption:\(quantity(of: trouble).id)",
                actor: trouble == .slip ? .consequence : .people,
                phase: trouble == .slip ? .slip : .untestedRunbook,
                details: [.init(.runbook, .text(attempt.runbook.name))]),
            cause: commands[index].cause)
    }

    private func quantity(of trouble: Trouble) -> Quantity {
        blueprint.quantity(trouble == .slip ? .slipRecovery : .defectWorkaround)
    }

    /// The step at which a runbook that was never tried is wrong, if it is.
    private func defectiveStep(of id: RunbookID) -> StepID? {
        let luck = StepLuck(stream: StreamName(id.name), ordinal: 0)
        guard !blueprint.plan.people.conduct.isRehearsed, let runbook = blueprint.plan.runbook(id),
            happens(.untestedRunbookDefect, luck)
        else { return nil }
        let steps = runbook.steps.filter { if case .run = $0.action { true } else { false } }
        let place = draws.uniform(
            entity: luck.stream, purpose: StreamName("defective step"), ordinal: luck.ordinal)
        return steps.isEmpty ? nil : steps[Int(place * Double(steps.count))].id
    }

    /// Whether what has a chance happens.
    private func happens(_ chance: AssumptionName, _ luck: StepLuck) -> Bool {
        let limit = blueprint.quantity(chance).value(draws, of: luck.stream, ordinal: luck.ordinal)
        let purpose = StreamName("\(chance.rawValue) happens")
        return draws.uniform(entity: luck.stream, purpose: purpose, ordinal: luck.ordinal) < limit
    }
}
