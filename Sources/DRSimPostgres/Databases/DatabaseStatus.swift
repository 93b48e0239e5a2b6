/// What the operator reports of a database.
package struct DatabaseStatus: Hashable, Sendable {
    /// The operator's words for what the database is at.
    package let phase: String
    /// The pod that is primary.
    package let currentPrimary: String?
    /// The pod that is to be primary.
    package let targetPrimary: String?
    /// How many instances there are.
    package let instances: Int
    /// How many of them run.
    package let readyInstances: Int
}

extension PostgresSystem {
    /// What the operator reports of a database at present.
    package func status(_ id: DatabaseID) -> DatabaseStatus {
        let database = databases[id.index]
        let ready = database.instances.count(where: \.isRunning)
        let current = database.primary.map { database.instances[$0].pod }
        let (phase, target): (String, String?) =
            switch database.transition {
            case .failingOver: ("Failing over", "pending")
            case .switchingOver(let instance): ("Switchover in progress", database.instances[instance].pod)
            case .promoting: ("Promoting to primary cluster", current)
            case nil:
                (
                    ready == database.instances.count
                        ? "Cluster in healthy state" : "Waiting for the instances to become active", current
                )
            }
        return DatabaseStatus(
            phase: phase, currentPrimary: current, targetPrimary: target, instances: database.instances.count,
            readyInstances: ready)
    }
}
