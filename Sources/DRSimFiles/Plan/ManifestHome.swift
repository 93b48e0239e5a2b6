import DRSimDocument
import OrderedCollections

/// Where a manifest's file stands in the plan folder, which says what the manifest is for.
struct ManifestHome {
    private let origin: String
    private let placeKey: String
    private let place: String

    /// Takes a path relative to the plan folder; `nil` for a file that is no manifest.
    init?(_ file: String) {
        let parts = file.split(separator: "/").map(String.init)
        guard file.hasSuffix(".yaml"), parts.count >= 4, parts[0] == "manifests" else { return nil }
        origin = parts[1]
        switch origin {
        case "installed", "document": (placeKey, place) = ("context", parts[2])
        case "git": (placeKey, place) = ("path", parts[2..<(parts.count - 1)].joined(separator: "/"))
        default: return nil
        }
    }

    /// The manifest as an item of the list `manifests`.
    func entry(of manifest: DocumentNode) -> DocumentNode {
        func entry(_ node: DocumentNode) -> DocumentNode.Entry {
            DocumentNode.Entry(keyPosition: manifest.position, value: node)
        }
        func text(_ text: String) -> DocumentNode {
            DocumentNode(.scalar(.init(text: text, isQuoted: false)), at: manifest.position)
        }
        let entries: OrderedDictionary<String, DocumentNode.Entry> = [
            "origin": entry(text(origin)), placeKey: entry(text(place)), "manifest": entry(manifest),
        ]
        return DocumentNode(.mapping(entries), at: manifest.position)
    }
}
