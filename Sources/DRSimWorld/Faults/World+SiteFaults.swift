import DRSimCloud
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// What a fault of a place strikes if it strikes now; `nil` if there is nothing.
    func resolve(_ fault: SiteFault) -> SiteTarget? {
        switch fault {
        case .regionOutage(let region): return blueprint.region(region).map { .region($0) }
        case .zoneOutage(let selector): return resolve(selector)
        case .nodeLoss(let selector): return resolve(selector)
        case .partition(let one, let other):
            guard let first = blueprint.region(one), let second = blueprint.region(other) else { return nil }
            let (here, there) = (Site.region(first), Site.region(second))
            return .links([.init(from: here, to: there), .init(from: there, to: here)])
        case .oneWayCut(let from, let to):
            guard let source = site(of: from), let target = site(of: to) else { return nil }
            return .links([.init(from: source, to: target)])
        case .linkDegradation(let one, let other, let latency, let loss):
            guard let first = blueprint.region(one), let second = blueprint.region(other) else { return nil }
            return .degraded(
                .init(from: .region(first), to: .region(second)), LinkQuality(latency: latency, loss: loss))
        case .greyFailure(.region(let region), let share):
            return blueprint.region(region).map { .grey(GreyArea(region: $0, zone: nil, share: share)) }
        case .greyFailure(.zone(let zone), let share):
            guard case .zone(let region, let index) = resolve(.named(zone)) else { return nil }
            return .grey(GreyArea(region: region, zone: index, share: share))
        }
    }

    private func site(of place: SiteFault.Place) -> Site? {
        switch place {
        case .region(let region): blueprint.region(region).map { .region($0) }
        case .third: .third
        case .clients: .clients
        }
    }

    private func resolve(_ selector: SiteFault.ZoneSelector) -> SiteTarget? {
        switch selector {
        case .named(let zone):
            for (region, site) in blueprint.regions.enumerated() {
                if let index = site.zones.firstIndex(of: zone) { return .zone(region: region, zone: index) }
            }
            return nil
        case .ofPrimary(let context):
            guard let place = primaryPlace(of: context), let zone = place.zone else { return nil }
            return .zone(region: place.region, zone: zone)
        case .withoutPrimary(let context):
            guard let place = primaryPlace(of: context) else { return nil }
            let zones = blueprint.regions[place.region].zones.indices
            return zones.first { $0 != place.zone }.map { .zone(region: place.region, zone: $0) }
        case .ofOperator(let context):
            guard let (region, node) = operatorPlace(of: context) else { return nil }
            let zone = blueprint.regions[region].zones.firstIndex { $0.name == node.zone }
            return zone.map { .zone(region: region, zone: $0) }
        }
    }

    private func resolve(_ selector: SiteFault.NodeSelector) -> SiteTarget? {
        switch selector {
        case .named(let name):
            return infrastructure.cloud.region(ofNode: name).map { .node(region: $0, name: name) }
        case .ofPrimary(let context):
            guard let place = primaryPlace(of: context), let node = place.node else { return nil }
            return .node(region: place.region, name: node)
        case .ofOperator(let context):
            return operatorPlace(of: context).map { .node(region: $0.region, name: $0.node.name) }
        }
    }

    /// Where the operator of the databases of a context's cluster runs.
    private func operatorPlace(of context: String) -> (region: Int, node: DRSimKubernetes.Node)? {
        guard let region = blueprint.region(context: context),
            let node = infrastructure.clusters[region].operatorNode
        else { return nil }
        return (region, node)
    }

    /// Breaks a place, or lets it work again.
    mutating func apply(_ target: SiteTarget, isStriking: Bool, cause: FactID?) {
        if case .grey(let area) = target {
            faults.greyAreas.set(area, isOn: isStriking)
            mustEvaluate = true
            return
        }
        changeCloud(cause: cause) { [now, draws] cloud, effects in
            switch (target, isStriking) {
            case (.region(let region), true):
                cloud.regionLost(region, at: now, draws: draws, effects: &effects)
            case (.region(let region), false):
                cloud.regionReturned(region, at: now, draws: draws, effects: &effects)
            case (.zone(let region, let zone), true):
                cloud.zoneLost(region, zone: zone, at: now, draws: draws, effects: &effects)
            case (.zone(let region, let zone), false):
                cloud.zoneReturned(region, zone: zone, at: now, draws: draws, effects: &effects)
            case (.node(_, let name), true):
                cloud.stopNode(name, at: now, draws: draws, effects: &effects)
            case (.node(_, let name), false):
                cloud.returnNode(name, at: now, draws: draws, effects: &effects)
            case (.links(let links), true):
                for link in links {
                    cloud.cut(link.from, link.to, at: now, draws: draws, effects: &effects)
                }
            case (.links(let links), false):
                for link in links {
                    cloud.heal(link.from, link.to, at: now, draws: draws, effects: &effects)
                }
            case (.degraded(let link, let quality), _):
                cloud.degrade(link.from, link.to, by: quality, isOn: isStriking, effects: &effects)
            case (.grey, _): break
            }
        }
    }

    /// Changes the cloud and absorbs what comes of it.
    mutating func changeCloud(
        cause: FactID?, _ body: (inout Cloud, inout CloudEffects) -> Void
    ) {
        var effects = CloudEffects()
        body(&infrastructure.cloud, &effects)
        absorb(effects, cause: cause)
    }

    /// What happened to a place, as a clause.
    func words(for target: SiteTarget) -> String {
        switch target {
        case .region(let region): return "region \(blueprint.regions[region].id) is lost"
        case .zone(let region, let zone): return "zone \(blueprint.regions[region].zones[zone]) is lost"
        case .node(_, let name): return "node \(name) is lost"
        case .links(let links):
            guard let link = links.first else { return "no link is cut" }
            let (from, to) = (words(for: link.from), words(for: link.to))
            return links.count > 1
                ? "\(from) and \(to) are cut off from each other" : "nothing passes from \(from) to \(to)"
        case .degraded(let link, let quality):
            let loss = quality.loss > .none ? " and loses \(quality.loss)" : ""
            return "the link between \(words(for: link.from)) and \(words(for: link.to)) takes "
                + "\(quality.latency) longer there and back\(loss)"
        case .grey(let area):
            let region = blueprint.regions[area.region]
            let place = area.zone.map { "zone \(region.zones[$0])" } ?? "region \(region.id)"
            return "\(area.share) of the requests fail in \(place), unseen by any check"
        }
    }

    private func words(for site: Site) -> String {
        switch site {
        case .region(let region): blueprint.regions[region].id.name
        case .third: "the third place"
        case .clients: "users"
        }
    }
}
