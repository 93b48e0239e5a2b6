import DRSimDocument
import OrderedCollections
import Testing

/// The merge by itself; `DRSimFilesTests` has it at work on plan folders.
struct OverlayMergeTests {
    private static let shape = TreeShape(
        keyedLists: [["people"]: ItemKey(.init("name")), ["people", "phones"]: ItemKey(.init("kind"))],
        choices: [["pet"]: ["cat", "dog"]])

    /// A tree of JSON, every node of which stands in a file of this name.
    private static func tree(_ json: String, file: String) throws -> DocumentNode {
        node(try JSONValue(parsing: json), at: SourcePosition(file: file, line: 1, column: 1))
    }

    private static func node(_ value: JSONValue, at place: SourcePosition) -> DocumentNode {
        switch value {
        case .object(let members):
            DocumentNode(
                .mapping(members.mapValues { .init(keyPosition: place, value: node($0, at: place)) }),
                at: place)
        case .array(let items): DocumentNode(.sequence(items.map { node($0, at: place) }), at: place)
        case .string(let text): DocumentNode(.scalar(.init(text: text, isQuoted: true)), at: place)
        default: DocumentNode(.scalar(.init(text: value.text(), isQuoted: false)), at: place)
        }
    }

    private static func merge(_ base: String, _ overlay: String) throws -> OverlayMerge {
        var merge = OverlayMerge(base: try tree(base, file: "base"), shape: shape)
        merge.apply(try tree(overlay, file: "overlay"))
        return merge
    }

    @Test(arguments: [
        (#"{"a":1,"b":{"c":2}}"#, #"{"b":{"c":3,"d":4}}"#, #"{"a":1,"b":{"c":3,"d":4}}"#),
        (#"{"a":[1,2]}"#, #"{"a":[3]}"#, #"{"a":[3]}"#),
        (#"{"a":1,"b":2}"#, #"{"a":null}"#, #"{"b":2}"#),
        (#"{"a":null}"#, #"{"a":{"b":1}}"#, #"{"a":{"b":1}}"#),
        (
            #"{"people":[{"name":"x","age":1},{"name":"y"}]}"#,
            #"{"people":[{"name":"x","age":2},{"name":"z"}]}"#,
            #"{"people":[{"age":2,"name":"x"},{"name":"y"},{"name":"z"}]}"#
        ),
        (
            #"{"people":[{"name":"x","phones":[{"kind":"home","n":1}]}]}"#,
            #"{"people":[{"name":"x","phones":[{"kind":"home","n":2},{"kind":"work","$before":"home"}]}]}"#,
            #"{"people":[{"name":"x","phones":[{"kind":"work"},{"kind":"home","n":2}]}]}"#
        ),
        (
            #"{"people":[{"name":"x"},{"name":"y"}]}"#, #"{"people":[{"name":"x","$remove":true}]}"#,
            #"{"people":[{"name":"y"}]}"#
        ),
        (
            #"{"people":[]}"#, #"{"people":[{"name":"x","$after":"y"},{"name":"y"}]}"#,
            #"{"people":[{"name":"x"},{"name":"y"}]}"#
        ),
        (#"{"pet":{"cat":1,"name":"m"}}"#, #"{"pet":{"dog":2}}"#, #"{"pet":{"dog":2,"name":"m"}}"#),
        (#"{"pet":{"cat":1}}"#, #"{"pet":{"cat":null,"dog":2}}"#, #"{"pet":{"dog":2}}"#),
    ]) func `merges`(base: String, overlay: String, merged: String) throws {
        let merge = try Self.merge(base, overlay)
        #expect(merge.tree.canonicalText == merged)
    }

    @Test func `lets every node keep the place that set it`() throws {
        let merge = try Self.merge(#"{"a":{"b":1,"c":2}}"#, #"{"a":{"c":3}}"#)
        #expect(merge.diagnostics == [])
        #expect(merge.tree["a"]?.position.file == "base")
        #expect(merge.tree["a"]?["b"]?.position.file == "base")
        #expect(merge.tree["a"]?["c"]?.position.file == "overlay")
    }

    @Test(arguments: [
        (#"{"a":1}"#, #"{"a":1}"#, Diagnostic.Code.overlay), (#"{"a":1}"#, #"{"b":null}"#, .overlay),
        (#"{"a":1}"#, #"{"a":[1]}"#, .wrongType), (#"{"a":[1]}"#, #"{"a":{"b":1}}"#, .wrongType),
        (#"{"a":{"b":1}}"#, #"{"a":2}"#, .wrongType),
        (#"{"people":[]}"#, #"{"people":[{"age":1}]}"#, .missingKey),
        (#"{"people":[]}"#, #"{"people":[{"name":"x","$remove":true}]}"#, .overlay),
        (#"{"people":[{"name":"x"}]}"#, #"{"people":[{"name":"x","$after":"x"}]}"#, .overlay),
    ]) func `says what is wrong with an overlay`(base: String, overlay: String, code: Diagnostic.Code) throws
    {
        #expect(try Self.merge(base, overlay).diagnostics.map(\.code) == [code])
    }

    @Test func `remembers what it removed and added`() throws {
        let merge = try Self.merge(
            #"{"a":1,"people":[{"name":"x"},{"name":"y"}]}"#,
            #"{"a":null,"people":[{"name":"x","$remove":true},{"name":"z"}]}"#)
        let base = SourcePosition(file: "base", line: 1, column: 1)
        let overlay = SourcePosition(file: "overlay", line: 1, column: 1)
        #expect(merge.trail.removal(of: "a", from: base) == overlay)
        #expect(merge.trail.removedItems.map(\.name) == ["x"])
        #expect(merge.trail.addition(at: overlay)?.known == ["y"])
        #expect(merge.trail.files == ["overlay"])
    }

    @Test func `names all items twice in a keyed list`() throws {
        let tree = try Self.tree(
            #"{"people":[{"name":"x","phones":[{"kind":"a"},{"kind":"a"}]},{"name":"x"}]}"#, file: "f")
        #expect(
            Self.shape.duplicates(in: tree).map(\.message) == ["`x` is there twice", "`a` is there twice"])
    }
}
