/// The five kinds of disaster the plan's classifier can name; raw values are the document's.
package enum DisasterType: String, CaseIterable, Hashable, Sendable {
    /// A zone is lost.
    case azFailure = "az_failure"
    /// A region is lost.
    case regionFailure = "region_failure"
    /// The primary database is lost, a standby is not.
    case databaseFailure = "database_failure"
    /// Too few pods are ready.
    case applicationFailure = "application_failure"
    /// Named by the document and returned by no rule of its classifier.
    case securityIncident = "security_incident"
}

/// The seven signals of the plan's health checks, in the order in which they are taken.
package enum HealthSignal: String, CaseIterable, Hashable, Sendable {
    case primaryDatabase = "primary_database"
    case replicaDatabase = "replica_database"
    case applicationPods = "application_pods"
    case ingressController = "ingress_controller"
    case dnsResolution = "dns_resolution"
    case storageSystems = "storage_systems"
    case networkConnectivity = "network_connectivity"
}
