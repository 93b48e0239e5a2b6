package import GRDB

/// The store's format: what marks a file as ours, and how an older one becomes a current one.
///
/// A migration that was published is never edited: a change of the format is a new one.
package enum Schema {
    /// `DRSI`, which marks the file for `file(1)` and for us.
    static let applicationID = 0x4452_5349

    /// The format this code writes; stands in the file as `user_version`.
    static let version = 6

    /// The changes of the format, in order.
    package static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 results of trials") { db in
            try db.execute(sql: SchemaOfResults.tables)
            try db.execute(sql: SchemaOfResults.views)
            try mark(db, version: 1)
        }
        migrator.registerMigration("2 handling and verification") { db in
            try db.execute(sql: SchemaOfHandling.tables)
            try db.execute(sql: SchemaOfHandling.views)
            try mark(db, version: 2)
        }
        migrator.registerMigration("3 settings") { db in
            try db.execute(sql: SchemaOfSettings.tables)
            try SchemaOfSettings.fill(db)
            try db.execute(sql: SchemaOfSettings.views)
            try mark(db, version: 3)
        }
        migrator.registerMigration("4 ways back") { db in
            try db.execute(sql: SchemaOfFailback.tables)
            try db.execute(sql: SchemaOfFailback.views)
            try mark(db, version: 4)
        }
        migrator.registerMigration("5 ways back that were overtaken") { db in
            try db.execute(sql: SchemaOfOvertaking.change)
            try mark(db, version: 5)
        }
        migrator.registerMigration("6 losses nobody knows") { db in
            try db.execute(sql: SchemaOfOpenLosses.change)
            try mark(db, version: 6)
        }
        return migrator
    }

    /// How a file stands to this code.
    enum Standing: Hashable {
        case current, older, empty, foreign
        case newer(version: Int)
    }

    static func standing(of db: Database) throws -> Standing {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard id == applicationID else {
            // A process that was killed in its first moments leaves the migrator's own table.
            let tables = "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '%grdb_migrations%'"
            let isEmpty = try id == 0 && version == 0 && Int.fetchOne(db, sql: tables) == 0
            return isEmpty ? .empty : .foreign
        }
        if try version > Self.version || migrator.hasBeenSuperseded(db) { return .newer(version: version) }
        return version == Self.version ? .current : .older
    }

    private static func mark(_ db: Database, version: Int) throws {
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }
}
