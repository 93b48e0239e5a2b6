import DRSimDocument
import OrderedCollections

/// The files of a plan folder, read into one positioned tree with a section for each.
struct PlanFolder {
    /// The files that stand for one section each.
    static let sections: OrderedDictionary<String, String> = [
        "plan.yaml": "plan", "business-impact.yaml": "business_impact",
        "incident-classification.yaml": "incident_classes", "topology.yaml": "topology",
        "services.yaml": "services", "controller.yaml": "controller", "people.yaml": "people",
        "backups.yaml": "backups", "assumptions.yaml": "assumptions",
        "success-metrics.yaml": "success_metrics", "storage.yaml": "storage",
    ]
    /// The files a plan may do without.
    private static let optionalFiles = ["storage.yaml"]

    /// The files a plan folder may leave out.
    static let optionalSections: OrderedDictionary<String, String> = ["verification.yaml": "verification"]

    let path: String
    /// The tree; sections whose files could not be read are missing.
    private(set) var tree: DocumentNode
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var sources = SourceTexts()
    /// Sections of which at least one file could not be read.
    private(set) var unreadSections: OrderedSet<String> = []

    /// Reads a folder.
    init(path: String) {
        self.path = path
        tree = DocumentNode(.mapping([:]), at: SourcePosition(file: path, line: 1, column: 1))
        guard FileText.isFolder(path) else {
            diagnostics.append(Diagnostic(.unreadableFile, "there is no plan folder \(path)", at: nil))
            unreadSections = ["plan"]
            return
        }
        guard Self.sections.keys.contains(where: { FileText.isFile("\(path)/\($0)") }) else {
            diagnostics.append(
                Diagnostic(
                    .unreadableFile, "\(path) is no plan folder: it has no plan.yaml", at: nil,
                    help: "`drsim init FOLDER` writes a plan that runs"))
            unreadSections = OrderedSet(Self.sections.values + ["runbooks", "manifests", "files"])
            return
        }
        var entries = Self.sections.keys.reduce(into: OrderedDictionary<String, DocumentNode>()) {
            entries, name in
            entries[Self.sections[name] ?? name] = readSection(name)
        }
        let files = FileText.files(below: path)
        for (name, section) in Self.optionalSections where files.contains(name) {
            entries[section] = readSection(name)
        }
        entries["runbooks"] = readRunbooks(files)
        entries["manifests"] = readManifests(files)
        entries["files"] = readOperatorFiles(files)
        files.forEach { checkIsKnown($0) }
        tree.content = .mapping(
            entries.mapValues { DocumentNode.Entry(keyPosition: $0.position, value: $0) })
    }

    private mutating func readSection(_ name: String) -> DocumentNode? {
        if Self.optionalFiles.contains(name), !FileText.isFile("\(path)/\(name)") { return nil }
        let node = documents(of: name) { (reader) throws(Diagnostic) in [try reader.document()] }?.first
        if node == nil {
            unreadSections.append(Self.sections[name] ?? Self.optionalSections[name] ?? name)
        }
        return node
    }

    private mutating func readRunbooks(_ files: [String]) -> DocumentNode {
        var runbooks: [DocumentNode] = []
        for file in files where Self.isRunbook(file) {
            let read = documents(of: file) { (reader) throws(Diagnostic) in [try reader.document()] }
            if read == nil { unreadSections.append("runbooks") }
            runbooks += read ?? []
        }
        return DocumentNode(.sequence(runbooks), at: place(of: "runbooks"))
    }

    private mutating func readManifests(_ files: [String]) -> DocumentNode {
        var manifests: [DocumentNode] = []
        for file in files {
            guard let home = ManifestHome(file) else { continue }
            let read = documents(of: file) { (reader) throws(Diagnostic) in try reader.documents() }
            if read == nil { unreadSections.append("manifests") }
            manifests += (read ?? []).map { home.entry(of: $0) }
        }
        return DocumentNode(.sequence(manifests), at: place(of: "manifests"))
    }

    /// What stands below `files` lies where commands are typed, under its path from there.
    private mutating func readOperatorFiles(_ files: [String]) -> DocumentNode {
        var items: [DocumentNode] = []
        for file in files where Self.isOperatorFile(file) {
            do throws(Diagnostic) {
                let name = "\(path)/\(file)"
                let text = try FileText.read(name)
                sources[name] = text
                items.append(Self.item(path: String(file.dropFirst("files/".count)), text: text, of: name))
            } catch {
                diagnostics.append(error)
                unreadSections.append("files")
            }
        }
        return DocumentNode(.sequence(items), at: place(of: "files"))
    }

    private static func item(path: String, text: String, of file: String) -> DocumentNode {
        let place = SourcePosition(file: file, line: 1, column: 1)
        func entry(_ text: String) -> DocumentNode.Entry {
            let node = DocumentNode(.scalar(.init(text: text, isQuoted: true)), at: place)
            return DocumentNode.Entry(keyPosition: place, value: node)
        }
        return DocumentNode(.mapping(["path": entry(path), "text": entry(text)]), at: place)
    }

    private mutating func documents(
        of file: String, _ read: (YAMLReader) throws(Diagnostic) -> [DocumentNode]
    ) -> [DocumentNode]? {
        let name = "\(path)/\(file)"
        do throws(Diagnostic) {
            let text = try FileText.read(name)
            sources[name] = text
            return try read(YAMLReader(text, file: name))
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    private func place(of name: String) -> SourcePosition {
        SourcePosition(file: "\(path)/\(name)", line: 1, column: 1)
    }

    private static func isRunbook(_ file: String) -> Bool {
        file.hasPrefix("runbooks/") && file.hasSuffix(".yaml") && file.split(separator: "/").count == 2
    }

    private static func isOperatorFile(_ file: String) -> Bool { file.hasPrefix("files/") }

    /// A file of YAML that nothing reads is a slip of the name, not a comment.
    private mutating func checkIsKnown(_ file: String) {
        let isOverlay = file.hasPrefix("overlays/") && file.hasSuffix(".yaml")
        if file == FindingReader.fileName { return }
        guard file.hasSuffix(".yaml") || file.hasSuffix(".yml"), Self.sections[file] == nil, !isOverlay,
            Self.optionalSections[file] == nil, !Self.isRunbook(file), ManifestHome(file) == nil,
            !Self.isOperatorFile(file)
        else { return }
        diagnostics.append(
            Diagnostic(
                .unknownKey, "the file \(path)/\(file) is no part of a plan folder", at: nil,
                help: Suggestion.nearest(to: file, among: Self.sections.keys).map { "did you mean \($0)?" }
                    ?? "manifests stand in manifests/installed/CONTEXT, manifests/document/CONTEXT or "
                    + "manifests/git/PATH and end in .yaml; what commands name stands in files"))
    }
}
