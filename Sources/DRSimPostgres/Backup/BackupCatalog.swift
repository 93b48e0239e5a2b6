/// The copies that were made of databases, whether they still can be read or not.
package struct BackupCatalog: Hashable, Sendable {
    /// Base backups, in the order in which they were begun.
    package internal(set) var base: [BaseBackup] = []
    /// Dumps, in the order in which they were complete.
    package internal(set) var dumps: [DatabaseDump] = []

    /// A dump by its id.
    package subscript(id: DumpID) -> DatabaseDump { dumps[id.index] }
}
