import DRSimKernel
import DRSimUnits

/// What the nodes of a region meet there at an instant.
struct FleetConditions {
    let outages: RegionOutages
    /// Whether the provider has too few machines for all who ask.
    let isCapacityShort: Bool
    let now: Instant
    let draws: Draws
    let timings: CloudTimings

    private static let refusal = StreamName("capacity refused")

    /// Whether the provider refuses a launch while capacity is short.
    func refuses(_ group: StreamName, _ ordinal: UInt32) -> Bool {
        draws.uniform(entity: group, purpose: Self.refusal, ordinal: ordinal) < timings.capacity.refusal
    }
}

extension Cloud {
    /// What the nodes of a region meet now.
    func conditions(of region: Int, at now: Instant, draws: Draws) -> FleetConditions {
        FleetConditions(
            outages: outages[region], isCapacityShort: capacityShortages[region] > 0, now: now, draws: draws,
            timings: timings)
    }
}
