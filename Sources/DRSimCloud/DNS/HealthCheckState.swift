import DRSimKernel
import DRSimUnits

/// A health check: what is true of its target, and what it believes (C5).
struct HealthCheckState: Hashable, Sendable {
    let name: String
    let target: String
    let check: DNSRecord.HealthCheck
    private let stream: StreamName
    /// Whether the target is up.
    private(set) var isUp = true
    /// What the check has decided.
    var isHealthy = true
    /// Numbers what it saw, so that a decision that was overtaken is ignored.
    private(set) var generation: Int32 = 0

    /// The check of a record that has one.
    init?(_ record: DNSRecord) {
        guard let check = record.healthCheck else { return nil }
        (name, target, self.check) = (record.name, record.target, check)
        // Of a name with one check its own name keys the draws; of several, each has its own luck.
        let suffix = record.weight == nil ? "" : " \(record.setIdentifier)"
        stream = StreamName("health check \(record.name)\(suffix)")
    }

    /// Sees its target come or go; answers when it will decide, if that is news. The decision falls after
    /// the last of the looks it takes, and where in the interval the change fell is luck.
    mutating func see(isUp: Bool, at now: Instant, draws: Draws) -> Instant? {
        guard isUp != self.isUp else { return nil }
        self.isUp = isUp
        generation += 1
        guard isUp != isHealthy else { return nil }
        let phase = draws.uniform(
            entity: stream, purpose: StreamName("phase"), ordinal: UInt32(generation))
        let looks = Double(check.threshold) + phase
        return now + Span.rounding(seconds: check.interval.inSeconds * looks)
    }
}

extension Cloud {
    /// Health checks look from where users are: they see the load balancer of a region come or go with it,
    /// and with the link to it.
    mutating func tellHealthChecks(
        of region: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        let host = DNSName.normalised(configuration.regions[region].loadBalancer)
        zone.endpointChanged(
            host, isUp: canTalk(.clients, to: .region(region)), at: now, draws: draws, effects: &effects)
    }
}
