import DRSimKubernetes
import DRSimPlan
import DRSimUnits

extension Reach {
    /// Why a service's users are not all served, in words; `nil` if they are.
    func shortfall(of index: Int) -> String? {
        let share = served(index).share
        guard share < .all else { return nil }
        let service = plan.services[index]
        return "\(service.id): \(share) of users served before anything has happened: "
            + reason(of: service, index)
    }

    private func reason(of service: Service, _ index: Int) -> String {
        let regions = regions(soughtBy: index)
        guard !regions.isEmpty else { return "no record leads \(service.host) to a load balancer" }
        for region in regions {
            if let reason = reason(of: service, index, in: region) { return reason }
        }
        return "some of them are sent to no load balancer"
    }

    private func reason(of service: Service, _ index: Int, in region: Int) -> String? {
        let site = plan.topology.regions[region]
        guard let reach = self[region] else { return "\(site.id) cannot be reached" }
        let needed = service.needs.first { id in
            plan.services.indices.contains { plan.services[$0].id == id && reach.capability[$0] == .none }
        }
        if let needed { return "it needs \(needed), which \(site.id) does not serve" }
        if !databaseStores[index].isEmpty, reach.databases[index].isEmpty {
            return "its pods in \(site.id) are configured for no database there that takes writes"
        }
        if !reach.isNear[index] {
            return
                "its \(service.serialQueries) queries for an answer travel from \(site.id) to the database "
                + "of another region, one after the other"
        }
        if !reach.hasCaches[index] { return "a cache that it needs does not answer in \(site.id)" }
        if !reach.site.services[index].isRouted {
            return "no ingress of \(site.cluster.name) leads \(service.host)\(service.path ?? "") to one of "
                + "its deployments, with a certificate for the name"
        }
        for (workload, item) in service.workloads.enumerated() {
            let pods = reach.site.services[index].readyPods[workload]
            if pods == 0 { return "no pod of \(item.deployment) is ready in \(site.id)" }
            if reach.servedShare(by: workload, of: service, index) < .all {
                return "\(pods) ready pods of \(item.deployment) in \(site.id) are too few for this hour"
            }
        }
        return reach.capability[index] < .all ? "what it needs is served in part" : nil
    }
}
