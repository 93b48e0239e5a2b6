import Foundation
import Yams

/// What became of an item of the plan document.
enum Fate: Equatable {
    /// A file of the package has it, at a place in it if one is named.
    case place(path: String, anchor: String?)
    /// It is left out, for a reason.
    case notModelled(reason: String)

    private static let notModelled = "not modelled: "

    /// Reads `PATH#ANCHOR` or `not modelled: WHY`; inside of a group also `/POINTER` into the
    /// group's file, or `same` for the item's own pointer.
    init(_ text: String, in file: String = "", at pointer: String = "") {
        if text.hasPrefix(Self.notModelled) {
            self = .notModelled(reason: String(text.dropFirst(Self.notModelled.count)))
        } else if text == "same" || text.hasPrefix("/") {
            self = .place(path: Self.expanded(file), anchor: text == "same" ? pointer : text)
        } else {
            let halves = text.split(separator: "#", maxSplits: 1).map(String.init)
            self = .place(path: Self.expanded(halves.first ?? ""), anchor: halves.count > 1 ? halves[1] : nil)
        }
    }

    /// `plan/` stands for the plan's folder.
    private static func expanded(_ path: String) -> String {
        path.hasPrefix("plan/") ? "scenarios/itdo-erp/" + path.dropFirst(5) : path
    }

    /// Whether what it points to is there; what points nowhere is.
    func exists() throws -> Bool {
        guard case .place(let path, let anchor) = self else { return true }
        let url = Package.root.appending(path: path)
        guard !path.isEmpty, FileManager.default.fileExists(atPath: url.path()) else { return false }
        guard let anchor else { return true }
        if path.hasSuffix(".yaml") { return try node() != nil }
        return try String(contentsOf: url, encoding: .utf8).contains(anchor)
    }

    /// The node a pointer into a YAML file leads to.
    func node() throws -> Node? {
        guard case .place(let path, let anchor?) = self else { return nil }
        let text = try String(contentsOf: Package.root.appending(path: path), encoding: .utf8)
        let parts = anchor.split(separator: "/").map { String($0).pointerUnescaped }
        return try Yams.compose_all(yaml: text).lazy.compactMap { $0.node(at: parts[...]) }.first
    }
}

extension Node {
    private static let names = ["id", "name", "number", "signal", "disaster"]

    /// The node at a path; an item of a list goes by its name or its position.
    fileprivate func node(at path: ArraySlice<String>) -> Node? {
        guard let part = path.first else { return self }
        switch self {
        case .mapping: return self[part]?.node(at: path.dropFirst())
        case .sequence(let items):
            let named = items.first { item in Self.names.contains { item[$0]?.string == part } }
            let placed = Int(part).flatMap { items.indices.contains($0) ? items[$0] : nil }
            return (named ?? placed)?.node(at: path.dropFirst())
        default: return nil
        }
    }
}
