package import DRSimDocument
import OrderedCollections
import Yams

/// Reads YAML text into positioned trees.
///
/// Scalars keep their text. Anchors, aliases and tags are not part of the formats; the first two are
/// refused before the parser sees them, for it hangs on some of them.
package struct YAMLReader {
    /// Nesting deeper than this is refused.
    package static let deepest = 100

    let file: String
    private let text: String

    /// Prepares to read a text that is reported under a file's name.
    package init(_ text: String, file: String) {
        (self.text, self.file) = (text, file)
    }

    /// The one document of the text; throws why it cannot be read.
    package func document() throws(Diagnostic) -> DocumentNode {
        let all = try documents()
        guard let first = all.first else {
            throw Diagnostic(.syntax, "the file is empty", at: SourcePosition(file: file, line: 1, column: 1))
        }
        if all.count > 1 {
            throw Diagnostic(
                .syntax, "a second document begins here, but this file can have only one", at: all[1].position
            )
        }
        return first
    }

    /// All documents of the text, without empty ones; throws why they cannot be read.
    package func documents() throws(Diagnostic) -> [DocumentNode] {
        try documentsOrNull().filter { !$0.isNull }
    }

    /// All documents of the text, a plain `null` among them.
    func documentsOrNull() throws(Diagnostic) -> [DocumentNode] {
        var scanner = AnchorScanner(text)
        if let found = scanner.firstFinding() { throw diagnostic(of: found) }
        return try compose().map { (node) throws(Diagnostic) in try tree(node, depth: 0) }
    }

    private func compose() throws(Diagnostic) -> [Node] {
        do {
            let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
            var nodes: [Node] = []
            while let node = try parser.nextRoot() { nodes.append(node) }
            return nodes
        } catch {
            throw YAMLFailure(error, text: text, file: file).diagnostic
        }
    }

    private func diagnostic(of found: AnchorScanner.Finding) -> Diagnostic {
        let place = SourcePosition(file: file, line: found.line, column: found.column)
        guard found.kind != .deepNesting else { return .nestedTooDeeply(at: place) }
        let (what, sign) = found.kind == .alias ? ("an alias", "*") : ("an anchor", "&")
        return Diagnostic(
            .anchorOrAlias, "\(what) is not part of the format", at: place, length: found.width,
            help: "write the value out, or put text that starts with `\(sign)` in quotes")
    }
}

extension Diagnostic {
    /// Deeper than any file needs, and than the stack of whoever reads it can take.
    static func nestedTooDeeply(at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            .syntax, "nested more than \(YAMLReader.deepest) levels deep", at: position,
            help: "write it flatter, or close what was opened before")
    }
}

extension YAMLReader {
    private func tree(_ node: Node, depth: Int) throws(Diagnostic) -> DocumentNode {
        let position = position(of: node)
        if depth >= Self.deepest { throw Diagnostic.nestedTooDeeply(at: position) }
        switch node {
        case .scalar(let scalar):
            return DocumentNode(.scalar(try self.scalar(scalar)), at: position, width: width(scalar))
        case .sequence(let items):
            try checkTag(items.tag, ["", "tag:yaml.org,2002:seq"], at: position)
            let nodes = try items.map { (item) throws(Diagnostic) in try tree(item, depth: depth + 1) }
            return DocumentNode(.sequence(nodes), at: position)
        case .mapping(let pairs):
            try checkTag(pairs.tag, ["", "tag:yaml.org,2002:map"], at: position)
            return DocumentNode(.mapping(try entries(pairs, depth: depth)), at: position)
        case .alias: throw Diagnostic(.anchorOrAlias, "an alias is not part of the format", at: position)
        }
    }

    private func entries(
        _ pairs: Node.Mapping, depth: Int
    ) throws(Diagnostic) -> OrderedDictionary<String, DocumentNode.Entry> {
        var entries: OrderedDictionary<String, DocumentNode.Entry> = [:]
        for (key, value) in pairs {
            guard case .scalar(let scalar) = key else {
                throw Diagnostic(.syntax, "a key must be a single word or text", at: position(of: key))
            }
            entries[scalar.string] = DocumentNode.Entry(
                keyPosition: position(of: key), value: try tree(value, depth: depth + 1))
        }
        return entries
    }

    private func scalar(_ scalar: Node.Scalar) throws(Diagnostic) -> DocumentNode.Scalar {
        try checkTag(scalar.tag, ["", "!", "tag:yaml.org,2002:str"], at: position(of: .scalar(scalar)))
        let isTagged = scalar.tag.rawValue == "tag:yaml.org,2002:str"
        return DocumentNode.Scalar(text: scalar.string, isQuoted: scalar.style != .plain || isTagged)
    }

    private func checkTag(_ tag: Tag, _ allowed: [String], at position: SourcePosition) throws(Diagnostic) {
        guard allowed.contains(tag.rawValue) else {
            throw Diagnostic(.syntax, "the tag `\(tag.rawValue)` is not part of the format", at: position)
        }
    }

    private func position(of node: Node) -> SourcePosition {
        SourcePosition(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// How wide the scalar is where it stands, as far as that can be told from its value.
    private func width(_ scalar: Node.Scalar) -> Int {
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: scalar.string.width + 2
        case .literal, .folded: 1
        default: scalar.string.width
        }
    }
}
