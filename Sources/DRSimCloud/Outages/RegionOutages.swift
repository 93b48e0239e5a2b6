/// The outages of a region and of its zones, counted: faults may overlap, and what two of them
/// took down comes back with the later.
struct RegionOutages: Hashable, Sendable {
    private(set) var region = 0
    private(set) var zones: [Int]

    init(zoneCount: Int) {
        zones = Array(repeating: 0, count: zoneCount)
    }

    /// A region works while at least one of its zones does.
    var isUp: Bool { region == 0 && zones.contains(0) }

    func isUp(zone: Int) -> Bool { region == 0 && zones[zone] == 0 }

    mutating func add(_ outage: Outage, count: Int) {
        switch outage {
        case .ofRegion: region += count
        case .ofZone(let zone): zones[zone] += count
        }
        precondition(region >= 0 && !zones.contains { $0 < 0 }, "\(outage) ended once too often: \(self)")
    }

    /// What an outage takes down.
    enum Outage: Hashable, Sendable {
        case ofRegion
        case ofZone(Int)
    }
}
