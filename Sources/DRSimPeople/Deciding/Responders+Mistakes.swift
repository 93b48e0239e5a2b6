import DRSimKernel
import DRSimUnits

extension Responders {
    /// The class an incident is taken for by mistake, each as likely as any other; `nil` for the true one.
    func mistake(about matter: Matter, draws: Draws) -> Int? {
        guard let misdeclaration = configuration.misdeclaration, !misdeclaration.playbooks.isEmpty
        else { return nil }
        func luck(_ purpose: String) -> Double {
            draws.uniform(entity: Self.incidents, purpose: StreamName(purpose), ordinal: matter.ordinal)
        }
        let chance = misdeclaration.chance.value(draws, of: Self.incidents, ordinal: matter.ordinal)
        guard luck("misdeclaration happens") < chance else { return nil }
        return Int(luck("mistaken class") * Double(misdeclaration.playbooks.count))
    }

    /// It will be seen that an incident was taken for another.
    func awaitInsight(into number: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects) {
        guard let corrected = configuration.misdeclaration?.corrected else { return }
        let wait = corrected.span(draws, of: Self.incidents, ordinal: matters[number].ordinal)
        effects.schedule(.mistakeIsSeen(matter: Int32(number)), at: now + wait)
    }

    /// Whoever owns an incident sees what it truly is, while there is still something to be done about it:
    /// what was begun for another class is left, and the playbooks of the true one are due.
    mutating func seeMistake(about number: Int, at now: Instant, effects: inout PeopleEffects) {
        let matter = matters[number]
        guard incident == number, mustRespond, matter.mistake != nil, let owner = matter.owner,
            let corrected = configuration.misdeclaration?.corrected
        else { return }
        matters[number].mistake = nil
        effects.record(.mistakeSeen(id(matter.escalation[owner]), waitedOn: corrected.id))
        openWindows(at: now, effects: &effects)
    }
}
