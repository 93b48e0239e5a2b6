package import DRSimPlan

/// What one round of the seven health checks said; the controller's belief, not the truth.
///
/// Ingress and storage are looked at and decide nothing, as in the document (F29).
package struct HealthSnapshot: Hashable, Sendable {
    /// Whether the production database's primary answers.
    package var primaryDatabaseHealthy: Bool
    /// Whether its standby answers.
    package var replicaDatabaseHealthy: Bool
    /// Ready pods in percent of the desired ones, 0 to 100.
    package var applicationHealthyPercentage: Double
    /// Whether the ingress controller answers.
    package var ingressHealthy: Bool
    /// Whether the primary region reaches the other one.
    package var crossRegionHealthy: Bool
    /// Whether the storage systems answer.
    package var storageHealthy: Bool
    /// Whether the controller reaches the primary region.
    package var networkHealthy: Bool

    /// Creates a snapshot from what the checks said.
    package init(
        primaryDatabaseHealthy: Bool, replicaDatabaseHealthy: Bool,
        applicationHealthyPercentage: Double, ingressHealthy: Bool, crossRegionHealthy: Bool,
        storageHealthy: Bool, networkHealthy: Bool
    ) {
        self.primaryDatabaseHealthy = primaryDatabaseHealthy
        self.replicaDatabaseHealthy = replicaDatabaseHealthy
        self.applicationHealthyPercentage = applicationHealthyPercentage
        self.ingressHealthy = ingressHealthy
        self.crossRegionHealthy = crossRegionHealthy
        self.storageHealthy = storageHealthy
        self.networkHealthy = networkHealthy
    }

    /// Everything answers and every pod is ready.
    package static let allHealthy = HealthSnapshot(
        primaryDatabaseHealthy: true, replicaDatabaseHealthy: true, applicationHealthyPercentage: 100,
        ingressHealthy: true, crossRegionHealthy: true, storageHealthy: true, networkHealthy: true)

    /// What the document's checks answer whatever happens: healthy, with 80 % of the pods (L840-893).
    package static let constant = HealthSnapshot(
        primaryDatabaseHealthy: true, replicaDatabaseHealthy: true, applicationHealthyPercentage: 80,
        ingressHealthy: true, crossRegionHealthy: true, storageHealthy: true, networkHealthy: true)

    /// The same snapshot with one check answering unhealthy, as one that raised or hung may count.
    package func failing(_ signal: HealthSignal) -> HealthSnapshot {
        var snapshot = self
        switch signal {
        case .primaryDatabase: snapshot.primaryDatabaseHealthy = false
        case .replicaDatabase: snapshot.replicaDatabaseHealthy = false
        case .applicationPods: snapshot.applicationHealthyPercentage = 0
        case .ingressController: snapshot.ingressHealthy = false
        case .dnsResolution: snapshot.crossRegionHealthy = false
        case .storageSystems: snapshot.storageHealthy = false
        case .networkConnectivity: snapshot.networkHealthy = false
        }
        return snapshot
    }

    /// The same snapshot with what one check said in another.
    package func taking(_ signal: HealthSignal, from other: HealthSnapshot) -> HealthSnapshot {
        var snapshot = self
        switch signal {
        case .primaryDatabase: snapshot.primaryDatabaseHealthy = other.primaryDatabaseHealthy
        case .replicaDatabase: snapshot.replicaDatabaseHealthy = other.replicaDatabaseHealthy
        case .applicationPods: snapshot.applicationHealthyPercentage = other.applicationHealthyPercentage
        case .ingressController: snapshot.ingressHealthy = other.ingressHealthy
        case .dnsResolution: snapshot.crossRegionHealthy = other.crossRegionHealthy
        case .storageSystems: snapshot.storageHealthy = other.storageHealthy
        case .networkConnectivity: snapshot.networkHealthy = other.networkHealthy
        }
        return snapshot
    }
}
