import DRSimKernel
package import DRSimUnits

/// A node: what the API says about it, and what is true.
package struct Node: Hashable, Sendable {
    /// The node's name.
    package let name: String
    /// Its availability zone.
    package let zone: String
    /// Allocatable CPU in thousandths of a core.
    package let milliCPU: Int64
    /// Allocatable memory.
    package let memory: ByteCount
    let joined: Instant
    let stream: StreamName

    /// Whether it runs, in truth.
    package internal(set) var isRunning = true
    /// Whether the API says that it is ready.
    package internal(set) var isReady = true
    /// Whether it was deleted from the API.
    package internal(set) var isRemoved = false
    /// When the API last changed its mind about it.
    var readySince: Instant
    /// Counts what overtakes pending events about the node.
    var generation: Int32 = 0
    /// Counts stops, to key their draws.
    var outages: UInt32 = 0
    /// Requests of the pods bound to it.
    var usedMilliCPU: Int64 = 0
    var usedMemory = ByteCount.zero
    /// Images it has run before.
    var images: [StreamName] = []

    init(
        name: String, zone: String, milliCPU: Int64, memory: ByteCount, stream: StreamName, at now: Instant
    ) {
        (self.name, self.zone, self.milliCPU, self.memory) = (name, zone, milliCPU, memory)
        (self.stream, joined, readySince) = (stream, now, now)
    }

    /// Whether the scheduler may use it.
    var isSchedulable: Bool { isReady && !isRemoved }

    func fits(_ template: PodTemplate) -> Bool {
        usedMilliCPU + template.milliCPU <= milliCPU && usedMemory + template.memory <= memory
    }
}
