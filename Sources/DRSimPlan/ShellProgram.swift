package import DRSimUnits

/// The programs of the simulated shell. A plan can say how long one takes to answer; one without such an
/// assumption answers at once.
package enum ShellProgram: String, CaseIterable, Sendable {
    case kubectl, aws, argocd, curl, psql, tar

    /// The assumption of its latency.
    package var latency: AssumptionID { AssumptionID("command_\(rawValue)") }
}
