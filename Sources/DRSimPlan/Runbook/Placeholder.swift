/// A `${NAME}` in a command: what a step before it captured, or what was known when the procedure began.
package enum Placeholder {
    /// A value that is known when people begin a procedure.
    package enum Known: String, CaseIterable, Sendable {
        /// The last moment before the damage, as a database takes a recovery target.
        case recoveryTarget = "recovery_target"
    }

    /// A piece of a text.
    package enum Piece: Hashable, Sendable {
        case text(String)
        case name(String)
    }

    /// The pieces of a text; `${` without a name and a brace behind it is text.
    package static func pieces(of text: String) -> [Piece] {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text.isEmpty ? [] : [.text(text)] }
        var (pieces, plain, rest) = ([Piece](), "", text[...])
        while let character = rest.first {
            if let name = name(at: rest) {
                if !plain.isEmpty { pieces.append(.text(plain)) }
                pieces.append(.name(name))
                (plain, rest) = ("", rest.dropFirst(name.count + 3))
            } else {
                plain.append(character)
                rest = rest.dropFirst()
            }
        }
        return plain.isEmpty ? pieces : pieces + [.text(plain)]
    }

    /// The names in a text, in order.
    package static func names(in text: String) -> [String] {
        pieces(of: text).compactMap { piece in
            if case .name(let name) = piece { name } else { nil }
        }
    }

    /// Whether a word can be a name: lower-case letters, digits and underscores.
    package static func isName(_ word: some StringProtocol) -> Bool {
        !word.isEmpty && word.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
    }

    private static func name(at text: Substring) -> String? {
        guard text.hasPrefix("${"), let end = text.firstIndex(of: "}") else { return nil }
        let word = text[..<end].dropFirst(2)
        return isName(word) ? String(word) : nil
    }
}
