package import DRSimCloud
package import DRSimPostgres

/// What stands for a dump's bytes wherever they go: on standard output, in a file, in an object store.
package struct DumpPayload: Hashable, Sendable {
    /// The dump.
    package let id: DumpID
    /// Whether it is a script for psql; otherwise an archive for pg_restore.
    package let isPlain: Bool

    private static let (plain, archive) = ("-- PostgreSQL database dump ", "PGDMP ")

    /// Creates a payload.
    package init(id: DumpID, isPlain: Bool) {
        (self.id, self.isPlain) = (id, isPlain)
    }

    /// Reads what `text` writes; `nil` for anything else.
    package init?(_ text: String) {
        for (prefix, isPlain) in [(Self.plain, true), (Self.archive, false)] where text.hasPrefix(prefix) {
            guard let number = Int(text.dropFirst(prefix.count).prefix { !$0.isWhitespace }) else {
                return nil
            }
            self.init(id: DumpID(number), isPlain: isPlain)
            return
        }
        return nil
    }

    /// Whether the `pg_dump` of a command line compresses what it prints.
    package static func isCompressed(by words: [String]) -> Bool {
        let arguments = words.drop { $0 != "pg_dump" }.dropFirst()
        return (try? PgDump(arguments: arguments))?.isCompressed ?? false
    }

    /// The dump's first line, which stands for all of it.
    package var text: String { "\(isPlain ? Self.plain : Self.archive)\(id.index)\n" }

    /// What stands for it in a file or an object: a number below zero, which no other owner of bytes gives.
    package var content: ObjectContent {
        ObjectContent(payload: Int64(-1 - (2 * id.index + (isPlain ? 0 : 1))))
    }

    /// Reads what `content` writes; `nil` for anything else.
    package init?(_ content: ObjectContent) {
        guard content.payload < 0, content.sealedWith == nil else { return nil }
        let number = Int(-1 - content.payload)
        self.init(id: DumpID(number / 2), isPlain: number.isMultiple(of: 2))
    }
}
