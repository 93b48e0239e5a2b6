/// Where requests to a service go, and how many of them arrive.
package struct ServiceTarget: Hashable, Sendable {
    /// The service's namespace.
    package let namespace: String
    /// The service's name.
    package let service: String
    /// What stands behind it.
    package let backend: Backend
    /// How many pods the API calls ready: requests are spread over these.
    package let endpoints: Int
    /// How many of them answer.
    package let serving: Int

    /// What stands behind a service.
    package enum Backend: Hashable, Sendable {
        /// The pods of a deployment of the service's namespace.
        case deployment(String)
        /// The instances of a database cluster of the namespace; `role` is the one the service
        /// selects (`primary`, `replica`), `nil` for all.
        case databaseCluster(String, role: String?)
        /// A host name outside of the cluster.
        case externalName(String)
        /// Its selector matches nothing that is there.
        case nothing
    }
}
