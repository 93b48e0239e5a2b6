/// A fault of the failover controller's own process.
package enum ControlFault: Hashable, Sendable {
    /// The process is down for as long as the fault lasts.
    case outage
    /// The process is killed and comes back as soon as it has started again.
    case restart

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case outage = "controller_outage"
        case restart = "controller_restart"
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .outage: .outage
        case .restart: .restart
        }
    }
}
