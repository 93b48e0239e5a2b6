package import DRSimUnits

extension PostgresSystem {
    /// The database in which a store is written at present: the one it was written in before, while
    /// that still accepts writes or no other does.
    package func home(of store: StoreID, after earlier: DatabaseID?) -> DatabaseID? {
        let writers = databases.indices.filter { index in
            databases[index].spec.store == store && databases[index].isWritable
        }
        if let earlier, writers.isEmpty || writers.contains(earlier.index) { return earlier }
        return writers.first.map { DatabaseID($0) }
    }

    /// Whether a database in another region that follows this one runs and receives what is written; while
    /// nothing is written, that it runs is enough, however far it had come.
    package func isCopiedAcrossRegions(_ home: DatabaseID) -> Bool {
        databases.indices.contains { index in
            let copy = databases[index]
            guard copy.source == home, copy.spec.site != self[home].spec.site, copy.isRunning else {
                return false
            }
            return isReceiving(index) || !self[home].isWritable
        }
    }
}
