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
        guard isDevice || FileManager.default.isWritableFile(atPath: folder) else {
            throw .broken("cannot write \(path): the folder \(folder) is read-only")
        }
    }

    /// The file itself, behind symbolic links.
    private var target: URL { URL(filePath: path).resolvingSymlinksInPath() }

    /// What is known of the file that stands there; nothing where none does.
    private var standing: [FileAttributeKey: Any]? {
        try? FileManager.default.attributesOfItem(atPath: target.path)
    }

    private var isDevice: Bool {
        (standing?[.type] as? FileAttributeType).map { $0 != .typeRegular } ?? false
    }

    /// Writes the text to a file beside it and puts that in its place, behind a symbolic link too and with
    /// the rights the old one had; a device or a pipe is written to as it stands.
    func write(_ text: String) throws(CommandFailure) {
        do {
            if isDevice {
                let handle = try FileHandle(forWritingTo: target)
                defer { try? handle.close() }
                try handle.write(contentsOf: Data(text.utf8))
            } else {
                let rights = standing?[.posixPermissions]
                try Data(text.utf8).write(to: target, options: .atomic)
                if let rights {
                    try FileManager.default.setAttributes(
                        [.posixPermissions: rights], ofItemAtPath: target.path)
                }
            }
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
