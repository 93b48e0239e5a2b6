/// Something that happens to a database by itself, asked for earlier by the system.
///
/// Generations make events harmless that something overtook: one of another generation than the
/// present one is void.
package enum PostgresEvent: Hashable, Sendable {
    /// What the operator of a database was busy with is done.
    case transitionEnds(database: Int32, generation: Int32)
    /// An instance has given up what the primary does not have, and follows it.
    case instanceRejoins(database: Int32, instance: Int32, generation: Int32)
    /// A base backup is through.
    case backupEnds(backup: Int32)
    /// The first instance of a new database has got further.
    case bootstrapAdvances(database: Int32, generation: Int32)
}
