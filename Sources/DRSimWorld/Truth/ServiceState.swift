import DRSimTrace

/// What users of a service get at present: the segment of the served line it is on.
struct ServiceState: Hashable, Sendable {
    /// The segment in force.
    var segment: ServedSegment
    /// Numbers the segments, so that an announced crossing of an earlier one is ignored.
    var generation: Int32 = 0
    /// Whether the last fact about the service said that it is available.
    var isAvailable = true
    /// The last fact that changed the service; the cause of what time alone changes.
    var cause: FactID?
}
