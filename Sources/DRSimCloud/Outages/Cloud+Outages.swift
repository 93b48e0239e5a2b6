package import DRSimKernel
package import DRSimUnits

extension Cloud {
    /// Whether anything in the region answers: it is not lost, nor are all of its zones.
    package func isUp(region: Int) -> Bool { outages[region].isUp }

    /// Whether a zone answers: neither it nor its region is lost.
    package func isUp(region: Int, zone: Int) -> Bool { outages[region].isUp(zone: zone) }

    /// Whether the provider's API of a region answers; it shares the region's fate.
    package func isAPIUp(_ region: Int) -> Bool { isUp(region: region) }

    /// Whether records can be changed: the control plane shares the fate of its region and has faults of
    /// its own, the name servers answer all the same (C2).
    package var isDNSControlPlaneUp: Bool {
        isUp(region: configuration.dns.controlPlane) && dnsControlPlaneFaults == 0
    }

    /// The control plane of DNS is out while its region is not; a second fault is counted.
    package mutating func dnsControlPlaneLost(effects: inout CloudEffects) {
        dnsControlPlaneFaults += 1
        if dnsControlPlaneFaults == 1 { effects.record(.dnsControlPlaneLost) }
    }

    /// One fault of the control plane of DNS ends.
    package mutating func dnsControlPlaneReturned(effects: inout CloudEffects) {
        dnsControlPlaneFaults -= 1
        precondition(dnsControlPlaneFaults >= 0, "the control plane of DNS was mended once too often")
        if dnsControlPlaneFaults == 0 { effects.record(.dnsControlPlaneReturned) }
    }

    /// A region is lost with everything in it; a second loss at the same time is counted.
    package mutating func regionLost(
        _ region: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        change(.ofRegion, of: region, by: 1, at: now, draws: draws, effects: &effects)
    }

    /// One loss of a region ends; it works again when the last has, and its nodes with it.
    package mutating func regionReturned(
        _ region: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        change(.ofRegion, of: region, by: -1, at: now, draws: draws, effects: &effects)
    }

    /// A zone is lost with everything in it; its groups ask for nodes in the other zones.
    package mutating func zoneLost(
        _ region: Int, zone: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        change(.ofZone(zone), of: region, by: 1, at: now, draws: draws, effects: &effects)
    }

    /// One loss of a zone ends; it works again when the last has, and its nodes with it.
    ///
    /// Nodes that took their place and run already stay: letting them go would need the pods on
    /// them to be moved first, which the model leaves to people.
    package mutating func zoneReturned(
        _ region: Int, zone: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        change(.ofZone(zone), of: region, by: -1, at: now, draws: draws, effects: &effects)
    }

    private mutating func change(
        _ outage: RegionOutages.Outage, of region: Int, by count: Int, at now: Instant, draws: Draws,
        effects: inout CloudEffects
    ) {
        let before = outages[region]
        let hadStore = isObjectStoreUp(region)
        outages[region].add(outage, count: count)
        let after = outages[region]
        if case .ofZone(let zone) = outage, (before.zones[zone] == 0) != (after.zones[zone] == 0) {
            effects.record(
                after.zones[zone] == 0
                    ? .zoneReturned(region: region, zone: zone) : .zoneLost(region: region, zone: zone))
        }
        if before.isUp != after.isUp {
            effects.record(after.isUp ? .regionReturned(region) : .regionLost(region))
        }
        tellStore(of: region, wasUp: hadStore, at: now, draws: draws, effects: &effects)
        if before.isUp != after.isUp {
            tellHealthChecks(of: region, at: now, draws: draws, effects: &effects)
        }
        fleet.follow(conditions(of: region, at: now, draws: draws), of: region, effects: &effects)
    }
}

extension Cloud {
    /// Whether a site can reach another: both are up and the link between them is not cut in this
    /// direction; what comes back is not asked.
    package func isReachable(from source: Site, to target: Site) -> Bool {
        isUp(source) && isUp(target) && !links.isCut(from: source, to: target)
    }

    /// Whether two sites can talk: what is asked arrives, and so does the answer.
    package func canTalk(_ one: Site, to other: Site) -> Bool {
        isReachable(from: one, to: other) && !links.isCut(from: other, to: one)
    }

    /// How much worse than it should be the link between two sites is.
    package func quality(between one: Site, and other: Site) -> LinkQuality {
        links.quality(between: one, and: other)
    }

    /// Makes the link between two sites worse, or ends that; troubles of one link add up.
    package mutating func degrade(
        _ one: Site, _ other: Site, by quality: LinkQuality, isOn: Bool, effects: inout CloudEffects
    ) {
        links.trouble(quality, isOn: isOn, between: one, and: other)
        effects.record(.linkQualityChanged(one, other))
    }

    /// Cuts the link from one site to another, in this direction; a second cut is counted.
    package mutating func cut(
        _ source: Site, _ target: Site, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        guard links.add(1, from: source, to: target) else { return }
        effects.record(.linkCut(from: source, to: target))
        tellHealthChecks(along: source, target, at: now, draws: draws, effects: &effects)
    }

    /// Ends one cut of a link; it passes everything again when the last has ended.
    package mutating func heal(
        _ source: Site, _ target: Site, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        guard links.add(-1, from: source, to: target) else { return }
        effects.record(.linkHealed(from: source, to: target))
        resumeTransfers(at: now, draws: draws, effects: &effects)
        tellHealthChecks(along: source, target, at: now, draws: draws, effects: &effects)
    }

    /// A link changed: of those between users and a region, health checks see the region come or go.
    private mutating func tellHealthChecks(
        along source: Site, _ target: Site, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        switch source == .clients ? target : source {
        case .region(let region) where source == .clients || target == .clients:
            tellHealthChecks(of: region, at: now, draws: draws, effects: &effects)
        case .region, .third, .clients: break
        }
    }

    private func isUp(_ site: Site) -> Bool {
        switch site {
        case .region(let region): isUp(region: region)
        case .third, .clients: true
        }
    }
}
