import DRSimKernel
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Somebody gets in. Who means to encrypt leaves a way back in among the data, and waits.
    mutating func enter(_ index: Int32, cause: FactID?) {
        let state = faults.states[Int(index)]
        guard case .security(.ransomware(_, let dwell, _), let id)? = state.target else { return }
        faults.states[Int(index)].enteredAt = now
        // The fault has struck by now: its draws are those of this strike.
        let wait = Quantity("dwell", dwell).span(draws, of: state.stream, ordinal: state.strikes - 1)
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.spoil(
                id, by: .intrusion, share: .none, isSilent: true, at: now, draws: draws, effects: &effects)
        }
        schedule(.attackBegins(index), at: now + wait, cause: cause)
    }

    /// An intruder who waited strikes: with access keys, as far as they were not withdrawn, and through what
    /// writes to the database; where systems were isolated meanwhile there is nothing to come through.
    mutating func attack(_ index: Int32, cause: FactID?) {
        guard case .security(.ransomware(_, _, let identity), let id)? = faults.states[Int(index)].target
        else { return }
        let database = infrastructure.databases[id]
        let isOpen = infrastructure.databases.isTakingWrites(id)
        let fact = record(
            Narrative(
                .attackBegun, faults.states[Int(index)].fault.id.name,
                isOpen
                    ? "the intruder strikes: what \(database.spec.name) holds is encrypted"
                    : "the intruder finds \(database.spec.name) isolated and encrypts nothing",
                source: "E6", actor: .fault, phase: .fault,
                details: [.init(.effective, .number(isOpen ? 1 : 0))]),
            cause: cause)
        if let identity {
            plunder(as: identity, since: faults.states[Int(index)].enteredAt ?? now, cause: fact)
        }
        guard isOpen else { return }
        changeDatabases(cause: fact) { [now, draws] databases, effects in
            databases.spoil(
                id, by: .encryption, share: .all, isSilent: false, at: now, draws: draws, effects: &effects)
        }
    }

    /// What an intruder does, as a sentence.
    func words(for fault: SecurityFault, of id: DatabaseID) -> String {
        let name = infrastructure.databases[id].spec.name
        switch fault {
        case .intrusion: return "an intruder reads what \(name) holds, and nobody sees it"
        case .ransomware: return "an intruder gets at \(name), and waits"
        }
    }
}
