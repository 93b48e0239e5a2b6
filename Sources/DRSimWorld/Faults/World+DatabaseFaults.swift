import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Breaks a database, or lets it work again.
    mutating func apply(_ fault: DatabaseFault, to id: DatabaseID, isStriking: Bool, cause: FactID?) {
        switch fault {
        case .crash: crash(id, isStriking: isStriking, cause: cause)
        }
    }

    /// A primary's process crashes; it is the operator's to restart it, so there is nothing to end.
    private mutating func crash(_ id: DatabaseID, isStriking: Bool, cause: FactID?) {
        guard isStriking, let primary = infrastructure.databases[id].primary else { return }
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.instanceStopped(
                id, ordinal: primary, reason: .crash, at: now, draws: draws, effects: &effects)
        }
    }

    /// What happened to a database, as a sentence.
    func words(for fault: DatabaseFault, of id: DatabaseID, _ lasting: String) -> String {
        let name = infrastructure.databases[id].spec.name
        return switch fault {
        case .crash: "the primary of \(name) crashes"
        }
    }

    /// The database of a context's cluster that applications write to.
    func primaryDatabase(of context: String) -> DatabaseID? {
        blueprint.region(context: context).flatMap { productionDatabase(in: $0) }
    }

    /// The first database of a region.
    func productionDatabase(in region: Int) -> DatabaseID? {
        infrastructure.databases.databases.firstIndex { $0.spec.site == region }.map { DatabaseID($0) }
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
