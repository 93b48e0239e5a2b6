/// A fault of the database that applications write to in a region; `context` names the region's
/// Kubernetes cluster.
package enum DatabaseFault: Hashable, Sendable {
    /// The primary's postgres process crashes.
    case crash(context: String)

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case crash = "database_crash"
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .crash: .crash
        }
    }

    /// The context of the cluster whose database breaks.
    package var context: String {
        switch self {
        case .crash(let context): context
        }
    }
}
