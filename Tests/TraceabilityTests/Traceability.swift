import Foundation
import Yams

/// `docs/traceability.yaml`: where each item of the plan document went.
struct Traceability {
    /// An item and what is said of it.
    struct Entry {
        let name: String
        let fate: Fate
        /// Whether the item is said to stand there unchanged.
        var isSame = false
    }

    private let sections: [String: [Entry]]

    init() throws {
        let text = try String(
            contentsOf: Package.root.appending(path: "docs/traceability.yaml"), encoding: .utf8)
        var sections: [String: [Entry]] = [:]
        for (section, items) in try Yams.compose(yaml: text)?.mapping ?? [:] {
            sections[section.string ?? ""] = Self.entries(of: items)
        }
        self.sections = sections
    }

    func entries(_ items: PlanItems) -> [Entry] { sections[items.rawValue] ?? [] }

    /// Sections that hold no kind of items.
    var unknownSections: [String] {
        sections.keys.filter { PlanItems(rawValue: $0) == nil }.sorted()
    }

    /// A section is a list of items, or of groups of them that share a file.
    private static func entries(of section: Node) -> [Entry] {
        (section.mapping ?? [:]).flatMap { key, value -> [Entry] in
            let name = key.string ?? ""
            guard let group = value.mapping else {
                return [Entry(name: name, fate: Fate(value.string ?? ""))]
            }
            let file = group["in"]?.string ?? ""
            return group.filter { $0.key != "in" }.map { key, value in
                let pointer = key.string ?? ""
                let text = value.string ?? ""
                return Entry(
                    name: "\(name) \(pointer)", fate: Fate(text, in: file, at: pointer),
                    isSame: text == "same")
            }
        }
    }
}
