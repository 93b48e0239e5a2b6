import DRSimTemplates
import Foundation

/// A folder a template is written to: all of its files, or none.
struct TemplateFolder {
    let path: String

    /// Writes the files into a folder beside it, and puts that in its place when it is whole.
    func write(_ files: [TemplateFile], isForced: Bool) throws(CommandFailure) {
        let entries = try entries()
        guard entries.isEmpty || isForced else {
            throw .usage(
                "the folder \(path) is not empty",
                help: "name one that is not there yet, or write into it with --force")
        }
        let target = URL(filePath: path).standardizedFileURL
        let parent = target.deletingLastPathComponent()
        try OutputFile.makeFolder(parent.path)
        let draft = parent.appending(path: ".\(target.lastPathComponent).drsim-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: draft) }
        do {
            for file in files { try Self.write(file, below: draft) }
            if FileManager.default.fileExists(atPath: target.path) {
                try Self.moveEntries(of: draft, to: target)
            } else {
                try FileManager.default.moveItem(at: draft, to: target)
            }
        } catch {
            throw .broken("cannot write to \(path): \(error.localizedDescription)")
        }
    }

    /// What the folder holds; nothing if it is not there.
    private func entries() throws(CommandFailure) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { throw .usage("\(path) is a file, not a folder") }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .broken("cannot look into \(path): \(error.localizedDescription)")
        }
    }

    private static func write(_ file: TemplateFile, below folder: URL) throws {
        let place = folder.appending(path: file.path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: place)
    }

    /// Moves what a folder holds into one that is there: files take the place of those of their names,
    /// folders are joined.
    private static func moveEntries(of source: URL, to target: URL) throws {
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: source.path).sorted() {
            let (from, to) = (source.appending(path: name), target.appending(path: name))
            var (isFolder, isThere): (ObjCBool, ObjCBool) = (false, false)
            _ = manager.fileExists(atPath: from.path, isDirectory: &isFolder)
            guard manager.fileExists(atPath: to.path, isDirectory: &isThere) else {
                try manager.moveItem(at: from, to: to)
                continue
            }
            if isFolder.boolValue, isThere.boolValue {
                try moveEntries(of: from, to: to)
            } else {
                try Data(contentsOf: from).write(to: to, options: .atomic)
            }
        }
    }
}
