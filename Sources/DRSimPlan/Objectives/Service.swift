package import DRSimUnits

/// A business service: what users lose when it fails.
package struct Service: Hashable, Sendable {
    /// The service's name.
    package var id: ServiceID
    /// The document's words for it.
    package var title: String
    /// Its tier.
    package var tier: Int
    /// Its share of revenue; the shares of all services sum to one.
    package var revenueShare: Share
    /// The public host name through which users reach it; an inner service names the host of the
    /// users it serves in the end.
    package var host: String
    /// The path its users ask for under that host; `nil` for an inner service, which no ingress routes.
    package var path: String?
    /// The deployments that must have ready pods, with the load they carry.
    package var workloads: [Workload]
    /// The stores it reads and writes; they must be reachable and writable from its region.
    package var stores: [StoreID]
    /// Services of the same region it cannot work without.
    package var needs: [ServiceID]
    /// Services of others it cannot work without, wherever it runs (F84).
    package var thirdParties: [ThirdPartyID]
    /// The caches of its region it uses.
    package var caches: [CacheID]
    /// How many queries it makes one after the other for an answer: where its database is in another region,
    /// each travels there and back (C14).
    package var serialQueries: Int
    /// Where the document names it.
    package var source: String

    /// A deployment a service runs on.
    package struct Workload: Hashable, Sendable {
        /// The deployment's name, the same in every region that has it.
        package var deployment: String
        /// How many pods' full capacity the peak hour takes.
        package var peakLoadPods: Double

        /// Creates a workload.
        package init(deployment: String, peakLoadPods: Double) {
            (self.deployment, self.peakLoadPods) = (deployment, peakLoadPods)
        }
    }

    /// Creates a service.
    package init(
        id: ServiceID, title: String, tier: Int, revenueShare: Share, host: String, path: String?,
        workloads: [Workload], stores: [StoreID], needs: [ServiceID], thirdParties: [ThirdPartyID] = [],
        caches: [CacheID] = [], serialQueries: Int = 1, source: String
    ) {
        (self.id, self.title, self.tier, self.revenueShare) = (id, title, tier, revenueShare)
        (self.host, self.path, self.workloads) = (host, path, workloads)
        (self.stores, self.needs, self.thirdParties, self.source) = (stores, needs, thirdParties, source)
        (self.caches, self.serialQueries) = (caches, serialQueries)
    }
}

/// A store of data with a recovery point of its own.
package struct Store: Hashable, Sendable {
    /// The store's name.
    package var id: StoreID
    /// What it holds.
    package var title: String
    /// What kind of store it is.
    package var kind: Kind
    /// The configuration key from which applications take its host, such as `DATABASE_HOST`; empty for a
    /// store that is no database.
    package var hostKey: String
    /// Where it is copied to again and again, beside all backups; `nil` for a store that is not.
    package var synchronisation: Synchronisation?
    /// Where the document names it.
    package var source: String

    /// The kinds of stores the world models.
    package enum Kind: String, CaseIterable, Sendable {
        /// PostgreSQL under an operator, with a write-ahead-log ledger.
        case postgres
        /// Files on volumes.
        case files
        /// The declared objects of the primary region's cluster.
        case configuration
        /// What is to stay secret, in the same place.
        case secrets
        /// What is held in memory, and gone with it.
        case cache
    }

    /// A copy that is brought up to date again and again.
    package struct Synchronisation: Hashable, Sendable {
        /// The region of the copy.
        package var region: RegionID
        /// How often it is brought up to date.
        package var every: Span

        /// Creates a synchronisation.
        package init(region: RegionID, every: Span) {
            (self.region, self.every) = (region, every)
        }
    }

    /// Creates a store.
    package init(
        id: StoreID, title: String, kind: Kind, hostKey: String, synchronisation: Synchronisation? = nil,
        source: String
    ) {
        (self.id, self.title, self.kind) = (id, title, kind)
        (self.hostKey, self.synchronisation, self.source) = (hostKey, synchronisation, source)
    }
}
