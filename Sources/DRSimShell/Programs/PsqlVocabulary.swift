/// The words of SQL, as far as statements are told from what PostgreSQL would not understand.
enum PsqlVocabulary {
    /// The words with which statements begin that change something, and how many each has at least.
    static let leastWords = [
        "alter": 4, "create": 3, "delete": 3, "drop": 3, "insert": 4, "truncate": 2, "update": 4,
    ]

    /// Whether a word begins a statement of PostgreSQL, or a command of psql itself.
    static func isStatement(_ word: String) -> Bool {
        let letters = word.prefix { $0.isLetter }
        return word.hasPrefix("\\") || word.hasPrefix("(") || word.hasPrefix("--") || word.hasPrefix("/*")
            || otherStatements.contains(letters) || leastWords[String(letters)] != nil
            || ["select", "show"].contains(letters)
    }

    /// How PostgreSQL names the kind of a change: `INSERT`, `CREATE TABLE`; `nil` for kinds that are not
    /// simulated.
    static func tag(of words: [String]) -> String? {
        switch words[0] {
        case "insert", "update", "delete": words[0].uppercased()
        case "truncate": "TRUNCATE TABLE"
        case "create", "drop", "alter":
            objects.contains(words[1]) ? words.prefix(2).joined(separator: " ").uppercased() : nil
        default: nil
        }
    }

    /// The table or view that has to be there; `nil` where none is named.
    static func relation(in words: [String]) -> String? {
        let markers = words[0] == "create" ? ["on"] : ["from", "into", "on", "table", "truncate", "update"]
        let marked = zip(words, words.dropFirst()).first { marker, word in
            markers.contains(marker) && !markers.contains(word) && !["if", "only"].contains(word)
        }
        return marked.map { String($0.1.prefix { $0 != "(" && $0 != "," }) }
    }

    private static let objects = ["database", "index", "schema", "sequence", "table", "view"]

    private static let otherStatements = """
        abort analyze begin call checkpoint close cluster comment commit copy deallocate declare \
        discard do end execute explain fetch grant import listen load lock merge move notify prepare \
        reassign refresh reindex release reset revoke rollback savepoint security set start table \
        unlisten vacuum values with
        """.split(separator: " ")
}
