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
        let used = present.filter(SiteServing.current(of: region, in: self).uses)
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
}
