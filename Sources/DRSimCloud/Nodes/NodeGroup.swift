import DRSimKernel
import DRSimUnits

/// A managed group of like nodes: what it shall have and how often it asked for more.
struct NodeGroup: Hashable, Sendable {
    let name: String
    let region: Int
    let milliCPU: Int64
    let memory: ByteCount
    let reserved: Int
    var sizes: NodeGroupSizes
    /// The stream from which the group's start times are drawn.
    let stream: StreamName
    /// How many nodes it asked for during the trial; the ordinal of the next draw.
    var launches: UInt32 = 0

    init(_ group: CloudConfiguration.NodeGroup, region: Int, regionName: String) {
        (name, self.region, sizes) = (group.name, region, group.sizes)
        (milliCPU, memory, reserved) = (group.milliCPU, group.memory, group.reserved)
        stream = StreamName("node group \(regionName)/\(group.name)")
    }
}

/// A node group as the provider's API describes it.
package struct NodeGroupDescription: Hashable, Sendable {
    /// The group's name.
    package let name: String
    /// Its sizes.
    package let sizes: NodeGroupSizes
    /// How many of its nodes run.
    package let running: Int
    /// How many were asked for and are not ready.
    package let starting: Int
    /// How many were refused for want of capacity and are asked for again.
    package let refused: Int
}
