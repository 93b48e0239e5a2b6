import DRSimUnits

/// A statement of SQL, as far as a database without tables can answer it: what operators ask of an
/// instance's health, and whether it takes writes.
struct PsqlStatement: Hashable, Sendable {
    private let text: String
    private let words: [String]

    /// The instance that is asked.
    struct Instance: Hashable, Sendable {
        let isWritable: Bool
        /// How far it has written or received.
        let position: ByteCount
        /// Whether what it holds can be read at all.
        var isReadable = true
    }

    init(_ text: String) {
        let bare = text.prefix { $0 != ";" }
        words = bare.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        self.text = bare.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What the instance answers.
    func run(
        on instance: Instance, style: PsqlTable.Style, at now: CalendarTime
    ) throws(CommandFailure) -> CommandResult {
        switch words.first {
        case nil: return .success("")
        case _ where !instance.isReadable:
            throw CommandFailure(1, "ERROR:  relation does not exist\nLINE 1: \(text)\n        ^")
        case "select", "show":
            guard let table = try table(of: instance, at: now) else {
                throw .notSimulated("psql -c \"\(text)\"")
            }
            return .success(table.text(style))
        case "insert", "update", "delete", "create", "drop", "alter", "truncate":
            guard instance.isWritable else {
                throw CommandFailure(1, "ERROR:  cannot execute \(verb) in a read-only transaction")
            }
            // Rows are not modelled: what is typed by hand is accepted and adds nothing to the log.
            return .success(verb + (Self.rowCounts[verb] ?? "") + "\n")
        case let word?:
            throw CommandFailure(1, "ERROR:  syntax error at or near \"\(word)\"\nLINE 1: \(text)\n        ^")
        }
    }

    /// How PostgreSQL names the kind of statement: `INSERT`, `CREATE TABLE`.
    private var verb: String {
        let isData = ["insert", "update", "delete"].contains(words[0])
        return words.prefix(isData ? 1 : 2).joined(separator: " ").uppercased()
    }

    /// What PostgreSQL says of the rows a statement touched.
    private static let rowCounts = ["INSERT": " 0 1", "UPDATE": " 1", "DELETE": " 1"]

    /// The answer to a question that is simulated; `nil` to any other.
    private func table(of instance: Instance, at now: CalendarTime) throws(CommandFailure) -> PsqlTable? {
        let timestamp = "\(now)".replacing("T", with: " ").replacing("Z", with: "+00")
        switch words.joined(separator: " ") {
        case "select 1": return PsqlTable("?column?", "1", isNumber: true)
        case "select pg_is_in_recovery()":
            return PsqlTable("pg_is_in_recovery", instance.isWritable ? "f" : "t")
        case "select now()": return PsqlTable("now", timestamp)
        case "select current_timestamp, pg_is_in_recovery()":
            return PsqlTable([
                .init(name: "current_timestamp", value: timestamp),
                .init(name: "pg_is_in_recovery", value: instance.isWritable ? "f" : "t"),
            ])
        case "select current_timestamp": return PsqlTable("current_timestamp", timestamp)
        case "show transaction_read_only":
            return PsqlTable("transaction_read_only", instance.isWritable ? "off" : "on")
        case "select pg_last_wal_replay_lsn()":
            return PsqlTable(
                "pg_last_wal_replay_lsn", instance.isWritable ? "" : Self.location(instance.position))
        case "select pg_current_wal_lsn()":
            guard instance.isWritable else {
                throw CommandFailure(
                    1,
                    "ERROR:  recovery is in progress\n"
                        + "HINT:  WAL control functions cannot be executed during recovery.")
            }
            return PsqlTable("pg_current_wal_lsn", Self.location(instance.position))
        default: return nil
        }
    }

    /// A position in the write-ahead log as PostgreSQL writes it: two halves in hexadecimal.
    private static func location(_ position: ByteCount) -> String {
        let (high, low) = (position.bytes >> 32, position.bytes & 0xffff_ffff)
        return String(high, radix: 16, uppercase: true) + "/" + String(low, radix: 16, uppercase: true)
    }
}
