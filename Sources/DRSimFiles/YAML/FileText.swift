import DRSimDocument
import Foundation

/// Reads files as text.
enum FileText {
    /// The text of a file without a byte-order mark; throws why it cannot be read.
    static func read(_ path: String) throws(Diagnostic) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Diagnostic(.unreadableFile, "cannot read \(path): \(reason(path))", at: nil)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Diagnostic(.unreadableFile, "cannot read \(path): it is not text in UTF-8", at: nil)
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func reason(_ path: String) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return "there is no such file"
        }
        return isFolder.boolValue ? "it is a folder" : "permission denied"
    }

    /// True if a folder is there.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// True if a file is there that is no folder.
    static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path) && !isFolder(path)
    }

    /// The files below a folder, as sorted paths relative to it; hidden ones are left out.
    static func files(below folder: String) -> [String] {
        guard let walker = FileManager.default.enumerator(atPath: folder) else { return [] }
        return walker.compactMap { $0 as? String }
            .filter { path in
                !path.split(separator: "/").contains { $0.hasPrefix(".") } && !isFolder(folder + "/" + path)
            }
            .sorted()
    }
}
