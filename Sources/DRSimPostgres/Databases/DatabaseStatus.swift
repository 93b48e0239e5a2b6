/// What the operator reports of a database.
package struct DatabaseStatus: Hashable, Sendable {
    /// The operator's words for what the database is at.
    package let phase: String
    /// The pod that is primary.
    package let currentPrimary: String?
    /// The pod that is to be primary; `pending` while one is elected (A6).
    package let targetPrimary: String?
    /// How many instances there are.
    package let instances: Int
    /// How many of them answer.
    package let readyInstances: Int
}

extension PostgresSystem {
    /// What the operator reports of a database at present.
    package func status(_ id: DatabaseID) -> DatabaseStatus {
        let database = self[id]
        let current = database.primary.map { database.instances[$0].pod }
        return DatabaseStatus(
            phase: database.phase, currentPrimary: current, targetPrimary: database.target ?? current,
            instances: database.instances.count,
            readyInstances: database.instances.indices.count(where: database.isLive))
    }
}

extension Database {
    fileprivate var phase: String {
        switch transition {
        case .failingOver: "Failing over"
        case .restarting: "Primary instance is being restarted in-place"
        case .switchingOver: "Switchover in progress"
        case .promoting: "Promoting to primary cluster"
        case .demoting: "Demoting to replica cluster"
        case nil where birth != nil: "Setting up primary"
        case nil where primaryStop == .diskFull: "Not enough disk space"
        case nil:
            instances.indices.allSatisfy(isLive)
                ? "Cluster in healthy state" : "Waiting for the instances to become active"
        }
    }

    fileprivate var target: String? {
        switch transition {
        case .failingOver: "pending"
        case .switchingOver(let ordinal): instances[ordinal].pod
        case .restarting, .promoting, .demoting, nil: nil
        }
    }
}
