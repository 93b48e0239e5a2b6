import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Lets backups fail or go bad, or no longer: each fault for itself. What had been so before the trial
    /// and was noticed before it is mended when that is done.
    mutating func apply(_ fault: BackupFault, isStriking: Bool, cause: FactID?) {
        let places = faults.states.indices.filter { index in
            guard faults.states[index].isActive, case .backup = faults.states[index].target else {
                return false
            }
            return true
        }
        let known = backups.afflictions.all.map(\.place)
        backups.afflictions.keep(places)
        guard isStriking, let place = places.first(where: { !known.contains($0) }) else { return }
        let number = backups.afflictions.begin(fault, place: place, at: now, cause: cause)
        if let mending = backups.afflictions.mending(of: fault), mending > now {
            schedule(.backups(.mended(upTo: number)), at: mending, cause: cause)
        }
        awaitDiscovery(ofBackupFault: number, cause: cause)
    }

    /// What a fault of the backups struck.
    func words(for fault: BackupFault) -> String {
        let words =
            switch fault.name {
            case .jobFailing: "the process that dumps the database is killed each time"
            case .silentlyCorrupt: "dumps are made that cannot be restored"
            case .baseSilentlyCorrupt: "base backups are made that no database starts from"
            }
        guard fault.since > .zero else { return words }
        return words + ", as it has been for \(fault.since)"
            + (backups.afflictions.mending(of: fault).map { $0 <= now } ?? false
                ? " until somebody mended it" : "")
    }
}
