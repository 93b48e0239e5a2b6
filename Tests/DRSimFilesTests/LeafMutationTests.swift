import DRSimDocument
import DRSimFiles
import Testing

/// Whatever stands where a value of a plan stood, and whatever becomes of a key: it is read, or refused at
/// its place and not many times over.
struct LeafMutationTests {
    /// A change of one file of the shop: what stands at a place, and what comes there.
    private struct Change: CustomStringConvertible {
        let file: String
        let place: SourcePosition
        let width: Int
        let text: String
        /// Whether it cannot be: a key that nothing reads, or a list or a mapping where a value stood.
        let isWrong: Bool

        var description: String { "\(file):\(place.line):\(place.column): \(text)" }

        /// The file's text with the change.
        func applied(to original: String) -> String {
            var lines = original.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
            let start = place.column - 1
            lines[place.line - 1].replaceSubrange(start..<start + width, with: Array(text))
            return lines.map { String($0) }.joined(separator: "\n")
        }
    }

    private static let names = ["-1", "99999999999999999999", "1e400", "999999d", "zzz"]
    private static let values = names + ["[]", "{}", "\"\"", "null"]

    /// Every value of a tree replaced by each of the values, and every key misspelt.
    private static func changes(of node: DocumentNode, in file: String) -> [Change] {
        switch node.content {
        case .scalar:
            return values.map { text in
                Change(
                    file: file, place: node.position, width: node.width, text: text,
                    isWrong: ["[]", "{}"].contains(text))
            }
        case .sequence(let items): return items.flatMap { changes(of: $0, in: file) }
        case .mapping(let entries):
            return entries.flatMap { key, entry in
                let width = key.unicodeScalars.count
                let slip = Change(
                    file: file, place: entry.keyPosition, width: width, text: key + "x", isWrong: true)
                return [slip] + changes(of: entry.value, in: file)
            }
        }
    }

    @Test(arguments: PlanFixture.shop.keys.sorted()) func `refuses at its place what cannot be`(
        file: String
    ) throws {
        let original = try #require(PlanFixture.shop[file])
        let documents = try YAMLReader(original, file: file).documents()
        let changes = documents.flatMap { Self.changes(of: $0, in: file) }
        // Of a long file every so many; an odd step comes past every value.
        for index in stride(from: 0, to: changes.count, by: changes.count / 40 | 1) {
            let change = changes[index]
            var fixture = PlanFixture()
            fixture.files[file] = change.applied(to: original)
            let result = try fixture.read()
            #expect(result.diagnostics.allSatisfy { $0.position != nil }, "\(change)")
            // What an object of Kubernetes may hold is not the plan's to say.
            if change.isWrong, !file.hasPrefix("manifests/") {
                let places = result.diagnostics.compactMap(\.position)
                #expect(
                    places.contains { $0.file.hasSuffix(file) && $0.line == change.place.line }, "\(change)")
            }
            // What is read as another name is missed wherever the old one is used.
            guard !Self.names.contains(change.text) else { continue }
            #expect(result.diagnostics.count <= 3, "\(change): \(result.diagnostics.map(\.summary))")
        }
    }
}
