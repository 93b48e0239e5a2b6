import Foundation

/// A file a result is written to: whole or not at all.
struct OutputFile {
    let path: String

    /// Finds out before the work begins whether the file can be written.
    func check() throws(CommandFailure) {
        let folder = path.contains("/") ? (path as NSString).deletingLastPathComponent : "."
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw .broken("cannot write \(path): there is no folder \(folder)")
        }
        guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue
        else { throw .broken("cannot write \(path): it is a folder") }
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw .broken("cannot write \(path): the folder \(folder) is read-only")
        }
    }

    /// Writes the text to a file beside it and puts that in its place.
    func write(_ text: String) throws(CommandFailure) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .broken("cannot write \(path): \(error.localizedDescription)")
        }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ folder: String) throws(CommandFailure) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .broken("cannot make the folder \(folder): \(error.localizedDescription)")
        }
    }
}
