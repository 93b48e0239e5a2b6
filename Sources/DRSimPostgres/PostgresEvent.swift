/// Something that happens to a database by itself, asked for earlier by the system.
///
/// Generations make events harmless that something overtook: one of an earlier generation than its
/// database's present one is ignored.
package enum PostgresEvent: Hashable, Sendable {
    /// The operator has elected and promoted a standby.
    case failoverEnds(database: Int32, generation: Int32)
    /// A planned change of primary is through.
    case switchoverEnds(database: Int32, instance: Int32, generation: Int32)
    /// A replica cluster has left recovery and accepts writes.
    case promotionEnds(database: Int32, generation: Int32)
    /// An instance that had failed follows the primary again.
    case instanceRejoins(database: Int32, instance: Int32, generation: Int32)
}
