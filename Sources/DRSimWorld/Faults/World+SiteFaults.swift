import DRSimCloud
import DRSimKernel
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
            return .links([.init(from: first, to: second), .init(from: second, to: first)])
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
        }
    }

    private func resolve(_ selector: SiteFault.NodeSelector) -> SiteTarget? {
        switch selector {
        case .named(let name):
            return infrastructure.cloud.region(ofNode: name).map { .node(region: $0, name: name) }
        case .ofPrimary(let context):
            guard let place = primaryPlace(of: context), let node = place.node else { return nil }
            return .node(region: place.region, name: node)
        }
    }

    /// Breaks a place, or lets it work again.
    mutating func apply(_ target: SiteTarget, isStriking: Bool, cause: FactID?) {
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
                for link in links { cloud.cut(.region(link.from), .region(link.to), effects: &effects) }
            case (.links(let links), false):
                for link in links {
                    cloud.heal(
                        .region(link.from), .region(link.to), at: now, draws: draws, effects: &effects)
                }
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
            let ends = links.map { (blueprint.regions[$0.from].id, blueprint.regions[$0.to].id) }
            guard let (from, to) = ends.first else { return "no link is cut" }
            return "\(from) and \(to) are cut off from each other"
        }
    }
}
