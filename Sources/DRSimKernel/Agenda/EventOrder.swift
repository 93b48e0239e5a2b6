/// What decides between events of one instant, before the order in which they were scheduled.
///
/// Lane and entity belong to the event, so that one scheduled late sorts like one scheduled early:
/// a poll that was leapt to finds the same neighbours as one that was ticked to.
public struct EventOrder: Hashable, Sendable {
    /// The subsystem's turn within an instant: lower lanes are handled first.
    public let lane: UInt8
    /// The thing the event happens to, in the low 20 bits.
    public let entity: UInt32

    /// The number of entities a lane can tell apart.
    @inlinable
    public static var entityLimit: UInt32 { 1 << 20 }

    /// Creates an order; the entity lies below `entityLimit`.
    @inlinable
    public init(lane: UInt8, entity: UInt32) {
        precondition(entity < Self.entityLimit, "entity \(entity) of lane \(lane) needs more than 20 bits")
        (self.lane, self.entity) = (lane, entity)
    }
}
