import Yams

/// The leaves of the document's YAML.
extension PlanDocument {
    /// A YAML document of the plan: a configuration file, or a manifest by kind and name.
    struct YAMLGroup {
        let name: String
        let leaves: [(pointer: String, value: String)]
    }

    /// All leaves as `GROUP POINTER`.
    var leaves: [String] {
        get throws {
            try yamlGroups.flatMap { group in group.leaves.map { "\(group.name) \($0.pointer)" } }
        }
    }

    /// The YAML documents: those of the YAML blocks and the manifest that the backup's code writes.
    var yamlGroups: [YAMLGroup] {
        get throws {
            let texts = blocks(in: "yaml").map { $0.map(\.text).joined(separator: "\n") }
            return try (texts + [manifestInCode]).flatMap { text in
                try Yams.compose_all(yaml: text).map { root in
                    YAMLGroup(name: Self.name(of: root, in: text), leaves: root.leaves(at: ""))
                }
            }
        }
    }

    /// The manifest inside the code, its placeholders taken for words.
    private var manifestInCode: String {
        let code = lines(in: "python").map(\.text)
        guard let start = code.firstIndex(where: { $0.hasPrefix("apiVersion:") }) else { return "" }
        return code[start...].prefix { !$0.hasPrefix("\"\"\"") }
            .map { $0.replacing(#/\{(\w+)\}/#) { $0.1 } }.joined(separator: "\n")
    }

    private static func name(of root: Node, in text: String) -> String {
        if let kind = root["kind"]?.string { return "\(kind) \(root["metadata"]?["name"]?.string ?? "")" }
        let title = text.prefix { $0 != "\n" }
        return String(title.split(separator: "/").last ?? title)
    }
}

extension Node {
    /// The scalars below the node with their JSON pointers.
    func leaves(at pointer: String) -> [(pointer: String, value: String)] {
        switch self {
        case .mapping(let mapping):
            mapping.flatMap { $0.value.leaves(at: "\(pointer)/\(($0.key.string ?? "").pointerEscaped)") }
        case .sequence(let items):
            items.enumerated().flatMap { $0.element.leaves(at: "\(pointer)/\($0.offset)") }
        case .scalar(let scalar): [(pointer, scalar.string)]
        default: []
        }
    }
}

extension String {
    /// The text as a part of a JSON pointer (RFC 6901).
    var pointerEscaped: String { replacing("~", with: "~0").replacing("/", with: "~1") }

    /// The part of a JSON pointer as text.
    var pointerUnescaped: String { replacing("~1", with: "/").replacing("~0", with: "~") }
}
