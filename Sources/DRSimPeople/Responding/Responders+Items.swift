import DRSimKernel
import DRSimUnits

extension Responders {
    /// The response to a declared disaster begins: whoever declared it starts at once with what its role
    /// is to do, and the other roles when they have answered the call.
    mutating func beginItems(
        of matter: Int, declaredBy owner: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        for role in configuration.roles.indices {
            guard let first = nextItem(of: role, after: -1) else { continue }
            var start = now
            if let person = present(for: role), person != owner {
                start = now + answerTime(of: person, at: now, draws: draws)
            }
            schedule(first, of: matter, from: start, draws: draws, effects: &effects)
        }
    }

    /// Something that was to be done at once is done; its role goes on with the next.
    mutating func finishItem(
        _ number: Int, of matter: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        guard matters[matter].stage == .declared, incident == matter else { return }
        let item = configuration.items[number]
        let role = configuration.index(of: item.role) ?? 0
        if let person = present(for: role) {
            effects.record(.itemDone(number, by: id(person), waitedOn: item.takes.id))
        }
        guard let next = nextItem(of: role, after: number) else { return }
        schedule(next, of: matter, from: now, draws: draws, effects: &effects)
    }

    private func schedule(
        _ item: Int, of matter: Int, from start: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        let wait = configuration.items[item].takes.span(
            draws, of: StreamName("response item \(configuration.items[item].id)"),
            ordinal: matters[matter].ordinal)
        effects.schedule(.itemIsDone(item: Int32(item), matter: Int32(matter)), at: start + wait)
    }

    private func nextItem(of role: Int, after number: Int) -> Int? {
        configuration.items.indices.first {
            $0 > number && configuration.items[$0].role == configuration.roles[role].id
        }
    }

    /// Who does what a role is to do: its holder, or the first there is of those it escalates to.
    private func present(for role: Int) -> Int? {
        configuration.escalation(from: role).first { staff[$0].isPresent }
    }
}
