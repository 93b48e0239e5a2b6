import DRSimUnits

/// A statement of SQL, as far as a database without tables can answer it: what operators ask of an
/// instance's health, and whether it takes writes.
struct PsqlStatement: Hashable, Sendable {
    private let text: String
    private let words: [String]
    /// Whether others follow it.
    private let isOneOfSeveral: Bool

    /// The instance that is asked.
    struct Instance: Hashable, Sendable {
        let isWritable: Bool
        /// How far it has written or received.
        let position: ByteCount
        /// Whether what it holds can be read at all.
        var isReadable = true
    }

    init(_ text: String) {
        let statements = text.split(separator: ";")
            .map { $0.split(whereSeparator: \.isWhitespace) }.filter { !$0.isEmpty }
        isOneOfSeveral = statements.count > 1
        self.text = statements.map { $0.joined(separator: " ") }.joined(separator: "; ")
        words = statements.first?.map { $0.lowercased() } ?? []
    }

    /// What the instance answers.
    func run(
        on instance: Instance, style: PsqlTable.Style, at now: CalendarTime
    ) throws(CommandFailure) -> CommandResult {
        guard let first = words.first else { return .success("") }
        guard !isOneOfSeveral else { throw notSimulated }
        let isChange = PsqlVocabulary.leastWords[first] != nil
        guard isChange || ["select", "show"].contains(first) else {
            guard PsqlVocabulary.isStatement(first) else {
                throw CommandFailure(
                    1, "ERROR:  syntax error at or near \"\(first)\"\nLINE 1: \(text)\n        ^")
            }
            throw notSimulated
        }
        if let least = PsqlVocabulary.leastWords[first], words.count < least {
            throw CommandFailure(
                1,
                "ERROR:  syntax error at end of input\nLINE 1: \(text)\n"
                    + String(repeating: " ", count: "LINE 1: ".count + text.count) + "^")
        }
        guard instance.isReadable else { throw unreadable }
        guard isChange else {
            guard let table = try table(of: instance, at: now) else { throw notSimulated }
            return .success(table.text(style))
        }
        guard let tag = PsqlVocabulary.tag(of: words) else { throw notSimulated }
        guard instance.isWritable else {
            throw CommandFailure(1, "ERROR:  cannot execute \(tag) in a read-only transaction")
        }
        // Rows are not modelled: what is typed by hand is accepted and adds nothing to the log.
        return .success(tag + (Self.rowCounts[tag] ?? "") + "\n")
    }

    private var notSimulated: CommandFailure { .notSimulated("psql -c \"\(text)\"") }

    /// What is said where nothing can be read: a table that is named is not there, and without one what every
    /// query looks into is no page of a table.
    private var unreadable: CommandFailure {
        guard let name = PsqlVocabulary.relation(in: words) else {
            return CommandFailure(1, "ERROR:  invalid page in block 0 of relation base/16384/1249")
        }
        return CommandFailure(
            1, "ERROR:  relation \"\(name)\" does not exist\nLINE 1: \(text)\n        ^")
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
