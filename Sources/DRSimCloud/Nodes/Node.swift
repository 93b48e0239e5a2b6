package import DRSimUnits

/// A virtual machine of a node group.
package struct Node: Hashable, Sendable {
    /// The node's host name in its region.
    package let name: String
    /// The index of its region.
    package let region: Int
    /// The index of its zone.
    package let zone: Int
    /// Allocatable CPU in thousandths of a core.
    package let milliCPU: Int64
    /// Allocatable memory.
    package let memory: ByteCount
    /// What the node is doing.
    package internal(set) var state: State

    /// The index of its group.
    let group: Int
    /// How many faults of its own keep it down.
    var faults = 0

    /// What a node is doing.
    package enum State: Hashable, Sendable {
        /// Asked for and not ready.
        case starting
        /// Asked for and refused for want of capacity; it is asked for again.
        case refused
        /// Ready.
        case running
        /// Down; it may come back.
        case stopped
        /// Terminated, or never came; it does not come back.
        case gone
    }

    /// Whether it runs or is about to: what a group counts against its desired size.
    var isAlive: Bool { state == .starting || state == .refused || state == .running }
    /// Whether it is down by a fault of its own, so that its group replaces it for good.
    var isBroken: Bool { state == .stopped && faults > 0 }

    /// The host name of the `ordinal`-th node of a zone, after its address in the network 10.0.0.0/8:
    /// one octet for the region, one for the zone, one for the node.
    static func name(region: Int, zone: Int, ordinal: Int, regionName: String) -> String {
        // 97 and 250 have no common factor: 250 nodes in a row have different last octets, and
        // they do not look counted.
        let third = zone * 16 + ordinal / 250
        let fourth = 4 + (ordinal * 97 + zone * 31) % 250
        return "ip-10-\(region)-\(third)-\(fourth).\(regionName).compute.internal"
    }
}
