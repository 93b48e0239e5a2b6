import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

/// Where a store is written, and whether a region's loss would leave a copy.
struct ProtectionState: Hashable, Sendable {
    let store: StoreID
    /// The database it was written in last.
    var home: DatabaseID?
    var isProtected: Bool
}

extension World {
    /// Notes for each store whether what is written to it reaches another region, as the trial starts.
    mutating func openProtection() {
        var stores: [StoreID] = []
        for database in infrastructure.databases.databases where !stores.contains(database.spec.store) {
            stores.append(database.spec.store)
        }
        protection = stores.map { store in
            let home = infrastructure.databases.home(of: store, after: nil)
            let isProtected = home.map(infrastructure.databases.isCopiedAcrossRegions) ?? false
            trace.protection.append(
                ProtectionSegment(store: store, from: now, isProtected: isProtected, cause: nil))
            return ProtectionState(store: store, home: home, isProtected: isProtected)
        }
    }

    /// Notes a change of that.
    mutating func evaluateProtection(cause: FactID?) {
        for index in protection.indices {
            let databases = infrastructure.databases
            protection[index].home = databases.home(
                of: protection[index].store, after: protection[index].home)
            let isProtected = protection[index].home.map(databases.isCopiedAcrossRegions) ?? false
            guard isProtected != protection[index].isProtected else { continue }
            protection[index].isProtected = isProtected
            let store = protection[index].store
            let id = record(
                Narrative(
                    isProtected ? .protectionRestored : .protectionLost, store.name,
                    isProtected
                        ? "\(store): what is written reaches another region again"
                        : "\(store): what is written reaches no other region",
                    source: "A13", actor: .consequence, phase: .protection),
                cause: cause)
            trace.protection.append(
                ProtectionSegment(store: store, from: now, isProtected: isProtected, cause: id))
            if !isProtected { alertUnprotected(store, cause: id) }
        }
    }

    /// Tells people that a store has no copy elsewhere, where the plan has anything look for that (F83).
    /// While users are not served, or production is brought back, they know.
    private mutating func alertUnprotected(_ store: StoreID, cause: FactID?) {
        guard blueprint.plan.people.conduct.watchesProtection, !isControl, isTierOneServed,
            !playbookDesk.wayBack.isUnderWay
        else { return }
        for channel in blueprint.plan.controller.alertChannels {
            _ = send(
                "alert \(store) unprotected", kinds: (.alertSent, .alertLost), through: channel,
                audience: .responders, source: "F83", cause: cause)
        }
    }
}
