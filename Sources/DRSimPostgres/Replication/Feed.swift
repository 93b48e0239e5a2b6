/// Where new data of an instance come from.
enum Feed: Hashable {
    /// From nowhere: it is down, or cut off.
    case nothing
    /// It is the primary of a database of its own.
    case writes
    /// It follows the primary of its database, an instance by its number.
    case primary(Int)
    /// It is the designated primary of a replica cluster.
    case source(DatabaseID)
}

extension PostgresSystem {
    /// Where new data of an instance come from at present.
    func feed(of ordinal: Int, in index: Int) -> Feed {
        let database = databases[index]
        guard database.isLive(ordinal), let primary = database.primary, database.isLive(primary) else {
            return .nothing
        }
        guard ordinal == primary else { return .primary(primary) }
        guard let source = database.source else { return .writes }
        return streams(from: source.index, to: index) ? .source(source) : .nothing
    }

    /// Whether an instance receives or writes.
    func isFed(_ ordinal: Int, in index: Int) -> Bool { feed(of: ordinal, in: index) != .nothing }

    /// Whether a replica cluster receives from its source.
    func isReceiving(_ index: Int) -> Bool {
        guard databases[index].isReplica, let primary = databases[index].primary else { return false }
        return isFed(primary, in: index)
    }

    /// A connection needs both directions.
    func streams(from source: Int, to receiver: Int) -> Bool {
        let (one, other) = (databases[source].spec.site, databases[receiver].spec.site)
        return databases[source].isPrimaryLive && !isCut[one][other] && !isCut[other][one]
    }
}
