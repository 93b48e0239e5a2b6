import DRSimDocument
import OrderedCollections

/// The files of a plan folder, read into one positioned tree with a section for each.
struct PlanFolder {
    /// What may as well stand in several files of a folder of its name.
    private static let assumptionFile = "assumptions.yaml"
    /// The files that stand for one section each.
    private static let sections: OrderedDictionary<String, String> = [
        "plan.yaml": "plan", "business-impact.yaml": "business_impact",
        "incident-classification.yaml": "incident_classes", "topology.yaml": "topology",
        "services.yaml": "services", "controller.yaml": "controller", "people.yaml": "people",
        "backups.yaml": "backups", assumptionFile: "assumptions",
        "success-metrics.yaml": "success_metrics",
    ]
    /// The files a plan folder may leave out.
    private static let optionalSections: OrderedDictionary<String, String> = [
        "storage.yaml": "storage", "verification.yaml": "verification",
    ]

    private static let allSections = sections.merging(optionalSections) { one, _ in one }

    let path: String
    /// The tree; sections whose files could not be read are missing.
    private(set) var tree: DocumentNode
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var sources = SourceTexts()
    /// Sections of which at least one file could not be read.
    private(set) var unreadSections: OrderedSet<String> = []

    /// Reads a folder; what is wrong with it as a whole is said where a scenario mentions it.
    init(path: String, mention: PlanMention? = nil) {
        self.path = path
        tree = DocumentNode(.mapping([:]), at: SourcePosition(file: path, line: 1, column: 1))
        if let mention { sources.add(mention.sources) }
        let refusals = PlanPlace(written: path).refusal.map { [$0] } ?? Self.linkRefusals(in: path)
        guard refusals.isEmpty else {
            diagnostics = refusals.map { Self.diagnostic($0, mention) }
            unreadSections = OrderedSet(Self.sections.values + ["runbooks", "manifests", "files"])
            return
        }
        let files = FileText.files(below: path)
        let misnamed = reportMissing(among: files, mention)
        var entries: OrderedDictionary<String, DocumentNode> = [:]
        for (name, section) in Self.allSections where Self.isThere(name, among: files) {
            entries[section] = name == Self.assumptionFile ? readAssumptions(files) : readSection(name)
        }
        entries["runbooks"] = readRunbooks(files)
        entries["manifests"] = readManifests(files)
        entries["files"] = readOperatorFiles(files)
        for file in files where !misnamed.contains(file) { checkIsKnown(file) }
        tree.content = .mapping(
            entries.mapValues { DocumentNode.Entry(keyPosition: $0.position, value: $0) })
    }

    /// Whether a folder is a plan's, if perhaps not a whole one.
    static func isPlan(_ path: String) -> Bool {
        sections.keys.contains { FileText.isFile("\(path)/\($0)") }
    }

    /// What lies behind a link would be read as if it were not there.
    private static func linkRefusals(in path: String) -> [ScalarError] {
        FileText.linkedFolders(below: path).map { link in
            ScalarError(
                .unreadableFile, "\(path)/\(link) is a link to a folder, which is not followed",
                help: "put the folder itself there")
        }
    }

    private static func diagnostic(_ error: ScalarError, _ mention: PlanMention?) -> Diagnostic {
        Diagnostic(
            error.code, error.message, at: mention?.position, length: mention?.width ?? 1, help: error.help)
    }

    private mutating func readSection(_ name: String) -> DocumentNode? {
        let node = documents(of: name) { (reader) throws(Diagnostic) in [try reader.document()] }?.first
        if node == nil { unreadSections.append(Self.allSections[name] ?? name) }
        return node
    }

    /// One error for all files that are not there; answers those that seem to be one of them under another
    /// name.
    private mutating func reportMissing(among files: [String], _ mention: PlanMention?) -> [String] {
        let missing = Self.sections.filter { !Self.isThere($0.key, among: files) }
        guard !missing.isEmpty else { return [] }
        unreadSections.formUnion(missing.values)
        let strays = files.filter { !isKnown($0) }
        let meant = missing.keys.compactMap { name in
            Suggestion.nearest(to: name, among: strays).map { (name: name, stray: $0) }
        }
        let names = missing.keys.joined(separator: ", ")
        let error = ScalarError(
            .unreadableFile, "the plan folder \(path) has no \(names)",
            help: meant.first.map { "did you mean it where there is \($0.stray)?" })
        diagnostics.append(Self.diagnostic(error, mention))
        return meant.map(\.stray)
    }

    private static func isThere(_ name: String, among files: [String]) -> Bool {
        files.contains { $0 == name || (name == assumptionFile && isAssumptions($0)) }
    }

    /// The assumptions of all files, as one list.
    private mutating func readAssumptions(_ files: [String]) -> DocumentNode? {
        var lists: [DocumentNode] = []
        for file in files where Self.isAssumptions(file) {
            let read = documents(of: file) { (reader) throws(Diagnostic) in
                let list = try reader.document()
                guard list.items != nil else { throw FieldReader.notAList(list) }
                return [list]
            }
            if read == nil { unreadSections.append("assumptions") }
            lists += read ?? []
        }
        return lists.first.map { DocumentNode(.sequence(lists.flatMap { $0.items ?? [] }), at: $0.position) }
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
                let text = try FileText.read(name, into: &sources)
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
            return try read(YAMLReader(try FileText.read(name, into: &sources), file: name))
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    private func place(of name: String) -> SourcePosition {
        SourcePosition(file: "\(path)/\(name)", line: 1, column: 1)
    }

    private static func isRunbook(_ file: String) -> Bool { isYAML(file, in: "runbooks") }

    private static func isAssumptions(_ file: String) -> Bool {
        file == assumptionFile || isYAML(file, in: "assumptions")
    }

    private static func isYAML(_ file: String, in folder: String) -> Bool {
        file.hasPrefix(folder + "/") && file.hasSuffix(".yaml") && file.split(separator: "/").count == 2
    }

    private static func isOperatorFile(_ file: String) -> Bool { file.hasPrefix("files/") }

    /// A file of YAML that nothing reads is a slip of the name, not a comment.
    private mutating func checkIsKnown(_ file: String) {
        guard !isKnown(file) else { return }
        diagnostics.append(
            Diagnostic(
                .unknownKey, "the file \(path)/\(file) is no part of a plan folder", at: place(of: file),
                help: Suggestion.nearest(to: file, among: Self.allSections.keys).map { "did you mean \($0)?" }
                    ?? "manifests stand in manifests/installed/CONTEXT, manifests/document/CONTEXT or "
                    + "manifests/git/PATH and end in .yaml; what commands name stands in files"))
    }

    private func isKnown(_ file: String) -> Bool {
        let isOverlay = file.hasPrefix("overlays/") && file.hasSuffix(".yaml")
        return !(file.hasSuffix(".yaml") || file.hasSuffix(".yml")) || isOverlay
            || Self.allSections[file] != nil || file == FindingReader.fileName || Self.isRunbook(file)
            || Self.isAssumptions(file)
            || ManifestHome(file) != nil || Self.isOperatorFile(file)
    }
}
