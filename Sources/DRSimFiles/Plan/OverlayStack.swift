import DRSimDocument
import OrderedCollections

/// The overlays to lay over a plan, each after what it extends and none twice.
struct OverlayStack {
    private let folder: String
    private var trees: OrderedDictionary<String, DocumentNode> = [:]
    private(set) var settings: [Setting] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var sources = SourceTexts()

    init(folder: String) {
        self.folder = folder
    }

    /// The names of a plan folder's overlays; one in a folder of its own is called `folder/name`.
    static func names(in folder: String) -> [String] {
        FileText.files(below: folder + "/overlays").filter { $0.hasSuffix(".yaml") }
            .map { String($0.dropLast(5)) }
    }

    /// Adds an overlay by name or path.
    mutating func add(_ name: String) {
        let path = name.hasSuffix(".yaml") ? FilePath.normalized(name) : path(ofName: name)
        guard FileText.isFile(path) else {
            diagnostics.append(
                Diagnostic(
                    .unreadableFile, "there is no overlay \(name): cannot read \(path)", at: nil,
                    help: Suggestion.help(for: name, among: Self.names(in: folder))))
            return
        }
        guard trees[path] == nil else {
            diagnostics.append(
                Diagnostic(
                    .overlay, "the overlay \(name) is in the stack already and would change nothing", at: nil,
                    help: "one that is named, or extended by another that is named, is laid over once"))
            return
        }
        add(path: path, extendedBy: [])
    }

    /// Adds a setting of the command line.
    mutating func add(setting text: String, number: Int) {
        let file = "--set #\(number)"
        sources[file] = text
        do throws(Diagnostic) {
            settings.append(try Setting(text, file: file))
        } catch {
            diagnostics.append(error)
        }
    }

    /// The sections that something is laid over.
    var sections: [String] {
        let overlaid = trees.values.flatMap { tree -> [String] in
            guard case .mapping(let entries) = tree.content else { return [] }
            return Array(entries.keys)
        }
        return overlaid + settings.compactMap { $0.path.segments.first?.name }
    }

    /// Lays everything over a tree, if all of it could be read.
    func apply(to merge: inout OverlayMerge, settingsMayBeIdle: Bool) {
        precondition(diagnostics.isEmpty, "\(diagnostics.count) overlays could not be read")
        for tree in trees.values { merge.apply(tree) }
        for setting in settings { merge.set(setting.path, to: setting.value, mayBeIdle: settingsMayBeIdle) }
    }

    private func path(ofName name: String) -> String { OverlayList.path(of: name, in: folder) }

    private mutating func add(path: String, extendedBy chain: [NameReference]) {
        guard trees[path] == nil else { return }
        do throws(Diagnostic) {
            let text = try FileText.read(path, into: &sources)
            let header = try OverlayHeader(try YAMLReader(text, file: path).document())
            diagnostics += TreeShape.plan.duplicates(in: header.tree)
            if let base = header.extends { extend(path, by: base, chain) }
            trees[path] = header.tree
        } catch {
            diagnostics.append(error)
        }
    }

    private mutating func extend(_ path: String, by base: OverlayHeader.Base, _ chain: [NameReference]) {
        let isPath = base.name.hasSuffix(".yaml")
        let target =
            isPath ? FilePath.resolved(base.name, relativeToFile: path) : self.path(ofName: base.name)
        let reference = NameReference(
            kind: .overlay, name: OverlayList.name(of: target, in: folder), position: base.node.position,
            width: base.node.width, owner: OverlayList.name(of: path, in: folder))
        if chain.contains(where: { $0.owner == reference.name }) || reference.owner == reference.name {
            diagnostics += CycleFinder(chain + [reference]).diagnostics()
        } else if !FileText.isFile(target) {
            diagnostics += [reference.diagnostic(known: Self.names(in: folder))].compactMap(\.self)
        } else {
            add(path: target, extendedBy: chain + [reference])
        }
    }
}
