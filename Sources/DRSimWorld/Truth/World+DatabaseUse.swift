import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits

extension World {
    /// The database of a region that applications write to: of several one that their pods are configured
    /// for, if any run, and of these one that takes writes.
    func productionDatabase(in region: Int) -> DatabaseID? {
        let system = infrastructure.databases
        let present = system.databases.indices.filter {
            system.databases[$0].spec.site == region && !system.databases[$0].isRemoved
        }.map { DatabaseID($0) }
        guard present.count > 1 else { return present.first }
        let users = blueprint.plan.services.filter { !$0.stores.isEmpty && !$0.workloads.isEmpty }
        let used = present.filter { database in users.contains { isUsed(database, by: $0, in: region) } }
        let chosen = used.isEmpty ? present : used
        return chosen.first(where: system.isWritable) ?? chosen.first
    }

    /// Whether no database that applications write to holds a damage.
    var isSoundDataServed: Bool {
        blueprint.regions.indices.allSatisfy { region in
            guard let database = productionDatabase(in: region),
                infrastructure.databases.isWritable(database)
            else { return true }
            return infrastructure.databases.soundShare(of: database) == .all
        }
    }

    /// Whether a service's pods in a region are configured for a database.
    private func isUsed(_ database: DatabaseID, by service: Service, in region: Int) -> Bool {
        let namespace = blueprint.regions[region].cluster.namespace
        let keys = blueprint.plan.stores.filter { service.stores.contains($0.id) }.map(\.hostKey)
        return keys.allSatisfy {
            infrastructure.clusters[region].leads(
                service, $0, to: infrastructure.databases[database].spec, from: namespace)
        }
    }
}
