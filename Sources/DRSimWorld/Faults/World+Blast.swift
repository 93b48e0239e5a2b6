import DRSimCloud
import DRSimKernel
import DRSimKubernetes
import DRSimPeople
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Breaks what a fault struck, or lets it work again.
    mutating func apply(_ target: FaultBoard.Target, isStriking: Bool, cause: FactID?) {
        switch target {
        case .region(let region):
            changeCloud(cause: cause) { [now, draws] cloud, effects in
                isStriking
                    ? cloud.regionLost(region, at: now, draws: draws, effects: &effects)
                    : cloud.regionReturned(region, at: now, draws: draws, effects: &effects)
            }
        case .zone(let region, let zone):
            changeCloud(cause: cause) { [now, draws] cloud, effects in
                isStriking
                    ? cloud.zoneLost(region, zone: zone, at: now, draws: draws, effects: &effects)
                    : cloud.zoneReturned(region, zone: zone, at: now, draws: draws, effects: &effects)
            }
        case .node(_, let name):
            changeCloud(cause: cause) { [now, draws] cloud, effects in
                isStriking
                    ? cloud.stopNode(name, at: now, draws: draws, effects: &effects)
                    : cloud.returnNode(name, at: now, draws: draws, effects: &effects)
            }
        case .regions(let one, let other):
            changeCloud(cause: cause) { cloud, effects in
                for (from, to) in [(one, other), (other, one)] {
                    isStriking
                        ? cloud.cut(.region(from), .region(to), effects: &effects)
                        : cloud.heal(.region(from), .region(to), effects: &effects)
                }
            }
        case .database(let index): crash(DatabaseID(index), isStriking: isStriking, cause: cause)
        case .signals(let signals):
            faults.setFalseAlarm(signals, isOn: isStriking)
            mustEvaluate = true
        case .role(let role):
            changePeople(cause: cause) { [now, draws] people, effects in
                people.setAbsent(role, isStriking, at: now, draws: draws, effects: &effects)
            }
        case .nothing: break
        }
    }

    /// Changes the cloud and absorbs what comes of it.
    private mutating func changeCloud(
        cause: FactID?, _ body: (inout Cloud, inout CloudEffects) -> Void
    ) {
        var effects = CloudEffects()
        body(&infrastructure.cloud, &effects)
        absorb(effects, cause: cause)
    }

    /// A primary's process crashes; it is the operator's to restart it, so there is nothing to end.
    private mutating func crash(_ id: DatabaseID, isStriking: Bool, cause: FactID?) {
        guard isStriking, let primary = infrastructure.databases[id].primary else { return }
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.instanceStopped(
                id, ordinal: primary, reason: .crash, at: now, draws: draws, effects: &effects)
        }
    }

    /// The database of a context's cluster that applications write to.
    func primaryDatabase(of context: String) -> Int? {
        guard let region = blueprint.region(context: context) else { return nil }
        return productionDatabase(in: region)?.index
    }

    /// The first database of a region.
    func productionDatabase(in region: Int) -> DatabaseID? {
        infrastructure.databases.databases.firstIndex { $0.spec.site == region }.map { DatabaseID($0) }
    }

    /// Where the primary of a context's database runs.
    func primaryPlace(of context: String) -> (region: Int, zone: Int?, node: String?)? {
        guard let index = primaryDatabase(of: context) else { return nil }
        let database = infrastructure.databases.databases[index]
        let cluster = infrastructure.clusters[database.spec.site]
        guard let primary = database.primary,
            let pod = cluster.pod(named: database.instances[primary].pod, namespace: database.spec.namespace),
            let node = cluster.node(of: pod)
        else { return nil }
        let zone = blueprint.regions[database.spec.site].zones.firstIndex { $0.name == node.zone }
        return (database.spec.site, zone, node.name)
    }

    /// The sentence that says what a fault struck.
    func sentence(_ fault: Fault, target: FaultBoard.Target) -> String {
        let lasting = fault.duration.map { " for \($0)" } ?? " for ever"
        switch target {
        case .region(let region): return "region \(blueprint.regions[region].id) is lost\(lasting)"
        case .zone(let region, let zone):
            return "zone \(blueprint.regions[region].zones[zone]) is lost\(lasting)"
        case .node(_, let name): return "node \(name) is lost\(lasting)"
        case .regions(let one, let other):
            let (first, second) = (blueprint.regions[one].id, blueprint.regions[other].id)
            return "\(first) and \(second) are cut off from each other\(lasting)"
        case .database(let index):
            return "the primary of \(infrastructure.databases.databases[index].spec.name) crashes"
        case .signals(let signals):
            let names = signals.map(\.rawValue).joined(separator: ", ")
            return "health checks raise a false alarm\(lasting): \(names)"
        case .role(let role): return "\(role) does not answer\(lasting)"
        case .nothing: return "\(fault.kind.name) finds nothing to strike"
        }
    }
}
