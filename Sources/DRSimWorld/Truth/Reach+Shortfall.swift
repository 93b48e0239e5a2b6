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
        if let needed = needs(of: index).first(where: { share(of: $0, in: region) == .none }) {
            return "it needs \(plan.services[needed].id), which \(site.id) does not serve"
        }
        if !service.stores.isEmpty, !hasDatabase(index, in: region) {
            return "its pods in \(site.id) are configured for no database there that takes writes"
        }
        if !isRouted(service, in: region) {
            return "no ingress of \(site.cluster.name) leads \(service.host)\(service.path ?? "") to one of "
                + "its deployments, with a certificate for the name"
        }
        for workload in service.workloads {
            let pods = readyPods(of: workload, in: region)
            if pods == 0 { return "no pod of \(workload.deployment) is ready in \(site.id)" }
            if servedShare(by: workload, of: index, in: region) < .all {
                return "\(pods) ready pods of \(workload.deployment) in \(site.id) are too few for this hour"
            }
        }
        return share(of: index, in: region) < .all ? "what it needs is served in part" : nil
    }
}
