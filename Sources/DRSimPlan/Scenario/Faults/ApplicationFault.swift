package import DRSimUnits

/// A fault of the business applications, or of what they are asked for and lean on.
package enum ApplicationFault: Hashable, Sendable {
    /// Users ask for so many times as much.
    case loadSurge(factor: Double)
    /// A third party's service does not answer, wherever it is asked from (F84).
    case thirdPartyOutage(ThirdPartyID)
    /// A new image is rolled out that does not work in a share of its pods; the end of the fault rolls back.
    case badDeploy(Workload, symptom: Symptom, share: Share)
    /// Each pod takes more and more memory until the kernel kills it.
    case memoryLeak(Workload)
    /// Every pod ends, and ends again as soon as it is started.
    case crashLoop(Workload)
    /// All that a cache of a context's region holds is gone at once, as when somebody flushes it.
    case cacheLoss(CacheID, context: String)

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case loadSurge = "load_surge"
        case thirdPartyOutage = "third_party_outage"
        case badDeploy = "bad_deploy"
        case memoryLeak = "memory_leak"
        case crashLoop = "crash_loop"
        case cacheLoss = "cache_loss"
    }

    /// A deployment of the business namespace of a context's cluster.
    package struct Workload: Hashable, Sendable {
        /// The context.
        package var context: String
        /// The deployment.
        package var deployment: String

        /// Creates a workload.
        package init(context: String, deployment: String) {
            (self.context, self.deployment) = (context, deployment)
        }
    }

    /// How a bad image shows.
    package enum Symptom: String, CaseIterable, Sendable {
        /// Its pods never pass their readiness probes.
        case neverReady = "never_ready"
        /// Its pods pass their probes, and crash for good when they have worked for a while.
        case crash
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .loadSurge: .loadSurge
        case .thirdPartyOutage: .thirdPartyOutage
        case .badDeploy: .badDeploy
        case .memoryLeak: .memoryLeak
        case .crashLoop: .crashLoop
        case .cacheLoss: .cacheLoss
        }
    }
}
