import DRSimPlan

/// Tells from a snapshot which kind of disaster it shows, in the document's order (L661-682).
///
/// The first rule that matches wins: databases before pods, pods before the network. No rule
/// answers `security_incident` (F6).
package enum DisasterClassifier {
    /// The share of ready pods in percent below which the applications count as failed (L672).
    static let leastHealthyPercentage = 50.0

    /// The disaster a snapshot shows, or `nil` where no rule matches.
    package static func classify(_ snapshot: HealthSnapshot) -> Classification? {
        if !snapshot.primaryDatabaseHealthy {
            return snapshot.replicaDatabaseHealthy
                ? Classification(disaster: .databaseFailure, rule: .primaryDatabaseDown)
                : Classification(disaster: .regionFailure, rule: .bothDatabasesDown)
        }
        if snapshot.applicationHealthyPercentage < leastHealthyPercentage {
            return Classification(disaster: .applicationFailure, rule: .podsMissing)
        }
        if !snapshot.networkHealthy {
            return snapshot.crossRegionHealthy
                ? Classification(disaster: .azFailure, rule: .networkDown)
                : Classification(disaster: .regionFailure, rule: .networkAndCrossRegionDown)
        }
        return nil
    }
}
