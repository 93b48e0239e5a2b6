import DRSimCloud
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

/// A cache of one region: what it holds helps, or does not yet, or is gone.
struct CacheState: Hashable, Sendable {
    let region: Int
    /// The cache's place in the plan.
    let cache: Int
    var condition = Condition.empty
    /// Counts what overtakes a warming that is under way, and keys its draws.
    var generation: Int32 = 0
    /// When what it held was lost first, and the fact that it was.
    var loss: Loss?

    /// The loss of what a cache held.
    struct Loss: Hashable, Sendable {
        let at: Instant
        let cause: FactID
    }

    enum Condition: Hashable, Sendable {
        /// No pod of it runs: it answers nobody.
        case down
        /// It answers, and holds nothing; nobody fills it.
        case empty
        /// Requests fill it.
        case warming
        /// It holds what is asked for.
        case warm
    }
}

/// What the caches of a region do for a service.
struct CacheService {
    /// How many times as much as usual a request costs.
    var load = 1.0
    /// Whether those it cannot do without answer.
    var isSufficient = true
}

extension World {
    /// What a region's caches do for each service: one that is down, not warm, or of another name than the
    /// pods are configured for is of no help.
    func cacheService(of region: Int, _ site: SiteServing) -> [CacheService] {
        let plan = blueprint.plan
        guard !plan.caches.isEmpty else { return plan.services.map { _ in CacheService() } }
        return plan.services.enumerated().map { index, service in
            var result = CacheService()
            for (number, cache) in plan.caches.enumerated() where service.caches.contains(cache.id) {
                let state = caches.first { $0.region == region && $0.cache == number }
                let isFound = site.services[index].caches.contains(number)
                if !isFound || state?.condition != .warm { result.load *= cache.missLoad }
                if cache.isRequired, !isFound || state?.condition == .down { result.isSufficient = false }
            }
            return result
        }
    }

    /// The caches as they are when a trial begins: warm where users are.
    mutating func openCaches() {
        for region in blueprint.regions.indices {
            for cache in blueprint.plan.caches.indices {
                caches.append(CacheState(region: region, cache: cache))
            }
        }
        for index in caches.indices {
            let (isUp, hasUsers) = presence(of: caches[index])
            caches[index].condition = !isUp ? .down : hasUsers ? .warm : .empty
        }
    }

    /// Follows the pods of the caches and the users: what was in a cache whose last pod is gone is lost, and
    /// one that is empty fills as soon as there are users.
    mutating func updateCaches(cause: FactID?) {
        for index in caches.indices {
            let (isUp, hasUsers) = presence(of: caches[index])
            switch (caches[index].condition, isUp) {
            case (.down, true):
                caches[index].condition = .empty
                if hasUsers { fill(index, cause: cause) }
            case (.empty, true) where hasUsers: fill(index, cause: cause)
            case (.empty, false), (.warming, false), (.warm, false):
                lose(index, to: .down, cause: cause)
            default: break
            }
        }
    }

    /// The fault that empties a cache at once.
    mutating func emptyCache(_ id: CacheID, in context: String, cause: FactID?) {
        let region = blueprint.region(context: context)
        for index in caches.indices
        where caches[index].region == region && blueprint.plan.caches[caches[index].cache].id == id
            && caches[index].condition != .down
        {
            lose(index, to: .empty, cause: cause)
        }
        mustEvaluate = true
    }

    /// A cache holds what is asked for, unless it was lost meanwhile.
    mutating func cacheWarms(_ index: Int, generation: Int32, cause: FactID?) {
        guard caches[index].generation == generation, caches[index].condition == .warming else { return }
        caches[index].condition = .warm
        mustEvaluate = true
        let cache = blueprint.plan.caches[caches[index].cache]
        record(
            Narrative(
                .cacheWarmed, cache.id.name,
                "\(cache.id) in \(region(of: index)) holds what is asked for again",
                source: "assumption:\(cache.warmUp)", actor: .platform, phase: .cacheWarmUp),
            cause: cause)
    }

    /// Whether the plan has a cache in a context's cluster that holds anything.
    func holdsAnything(_ id: CacheID, in context: String) -> Bool {
        caches.contains { state in
            blueprint.plan.caches[state.cache].id == id && state.region == blueprint.region(context: context)
                && state.condition != .down
        }
    }

    private func region(of index: Int) -> RegionID { blueprint.regions[caches[index].region].id }

    /// Whether a cache's pods run, and whether users come to its region.
    func presence(of state: CacheState) -> (isUp: Bool, hasUsers: Bool) {
        let deployment = blueprint.plan.caches[state.cache].deployment
        let region = blueprint.regions[state.region].cluster
        let pods = infrastructure.clusters[state.region].readyPods(
            deployment: deployment, namespace: region.namespace)
        let hasUsers =
            infrastructure.cloud.canTalk(.clients, to: .region(state.region))
            && blueprint.plan.services.contains { service in
                infrastructure.cloud.clients(of: service.host, at: now).contains { flow in
                    infrastructure.cloud.region(ofLoadBalancer: flow.target) == state.region
                        && max(flow.share, flow.finalShare) > .none
                }
            }
        return (pods > 0, hasUsers)
    }

    private mutating func lose(_ index: Int, to condition: CacheState.Condition, cause: FactID?) {
        let held = caches[index].condition == .warm || caches[index].condition == .warming
        caches[index].condition = condition
        caches[index].generation += 1
        guard held else { return }
        let cache = blueprint.plan.caches[caches[index].cache]
        let id = record(
            Narrative(
                .cacheLost, cache.id.name, "what \(cache.id) in \(region(of: index)) held is lost",
                source: cache.source, actor: .consequence, phase: .fault),
            cause: cause)
        caches[index].loss = caches[index].loss ?? .init(at: now, cause: id)
    }

    private mutating func fill(_ index: Int, cause: FactID?) {
        caches[index].condition = .warming
        caches[index].generation += 1
        let cache = blueprint.plan.caches[caches[index].cache]
        let time = blueprint.plan.quantity(of: cache.warmUp).span(
            draws, of: StreamName("cache \(region(of: index))/\(cache.id)"),
            ordinal: UInt32(caches[index].generation))
        schedule(
            .cacheWarms(Int32(index), generation: caches[index].generation), at: now + time, cause: cause)
    }
}
