import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Breaks a database, or lets it work again: only the last of several faults of a kind that ends does.
    mutating func apply(_ fault: DatabaseFault, to id: DatabaseID, isStriking: Bool, cause: FactID?) {
        let isOver = !isStriking && !faults.activeTargets.contains(.database(fault, id))
        switch fault {
        // It is the operator's to restart what crashed or hangs, so there is nothing to end.
        case .crash where isStriking: stopPrimary(of: id, reason: .crash, cause: cause)
        case .hang where isStriking: stopPrimary(of: id, reason: .hang, cause: cause)
        case .crashLoop where isStriking || isOver:
            changeDatabases(cause: cause) { [now, draws] databases, effects in
                databases.crashLoop(id, isOn: isStriking, at: now, draws: draws, effects: &effects)
            }
        case .walDiskFull where isStriking || isOver:
            changeDatabases(cause: cause) { [now, draws] databases, effects in
                databases.diskFull(id, isOn: isStriking, at: now, draws: draws, effects: &effects)
            }
        case .archiveBroken where isStriking || isOver:
            changeDatabases(cause: cause) { [now, draws] databases, effects in
                databases.archiveBroken(id, isStriking, at: now, draws: draws, effects: &effects)
            }
        case .operatorLost, .controlPlaneDown:
            updateControlPlane(of: infrastructure.databases[id].spec.site, cause: cause)
        case .lagSurge:
            infrastructure.databases.addLag(addedLag(to: id), to: id, at: now, draws: draws)
        // Data that were spoilt stay so: what is good again is another history.
        case .damage(let damage, _) where isStriking: spoil(id, damage, cause: cause)
        default: break
        }
    }

    private mutating func stopPrimary(of id: DatabaseID, reason: StopReason, cause: FactID?) {
        guard let primary = infrastructure.databases[id].primary else { return }
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.instanceStopped(
                id, ordinal: primary, reason: reason, at: now, draws: draws, effects: &effects)
        }
    }

    private mutating func spoil(_ id: DatabaseID, _ damage: DataDamage, cause: FactID?) {
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.spoil(
                id, by: Damage.Kind(damage.kind), share: damage.share, isSilent: damage.isSilent, at: now,
                draws: draws, effects: &effects)
        }
    }

    /// The worst of the surges that are on.
    private func addedLag(to id: DatabaseID) -> Span {
        faults.activeTargets.reduce(.zero) { worst, target in
            guard case .database(.lagSurge(_, let lag), id) = target else { return worst }
            return max(worst, lag)
        }
    }

    /// What happened to a database, as a sentence.
    func words(for fault: DatabaseFault, of id: DatabaseID, _ lasting: String) -> String {
        let name = infrastructure.databases[id].spec.name
        switch fault {
        case .crash: return "the primary of \(name) crashes"
        case .hang: return "the primary of \(name) hangs"
        case .crashLoop: return "\(name) crashes at every start\(lasting)"
        case .lagSurge(_, let lag): return "whatever receives from \(name) falls \(lag) behind\(lasting)"
        case .walDiskFull: return "the primary of \(name) has no room for its write-ahead log\(lasting)"
        case .archiveBroken: return "the log of \(name) reaches no archive\(lasting)"
        case .operatorLost: return "the operator of \(name) does not work\(lasting)"
        case .controlPlaneDown: return "the API server of \(fault.context) does not answer\(lasting)"
        case .damage(let damage, _):
            switch damage.kind {
            case .corruption:
                return "data of \(name) are corrupted\(damage.isSilent ? ", and nothing says so" : "")"
            case .deletion: return "data of \(name) are deleted by mistake"
            case .migration: return "a bad migration is run on \(name)"
            }
        }
    }

    /// The database of a context's cluster that applications write to.
    func primaryDatabase(of context: String) -> DatabaseID? {
        blueprint.region(context: context).flatMap { productionDatabase(in: $0) }
    }

    /// Where the primary of a context's database runs.
    func primaryPlace(of context: String) -> (region: Int, zone: Int?, node: String?)? {
        guard let id = primaryDatabase(of: context) else { return nil }
        let database = infrastructure.databases[id]
        let cluster = infrastructure.clusters[database.spec.site]
        guard let primary = database.primary,
            let pod = cluster.pod(named: database.instances[primary].pod, namespace: database.spec.namespace),
            let node = cluster.node(of: pod)
        else { return nil }
        let zone = blueprint.regions[database.spec.site].zones.firstIndex { $0.name == node.zone }
        return (database.spec.site, zone, node.name)
    }
}

extension Damage.Kind {
    /// The kind of a scenario's damage.
    fileprivate init(_ kind: DataDamage.Kind) {
        self =
            switch kind {
            case .corruption: .corruption
            case .deletion: .deletion
            case .migration: .migration
            }
    }
}
