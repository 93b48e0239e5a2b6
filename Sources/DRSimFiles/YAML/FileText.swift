import DRSimDocument
import Foundation

/// Reads files as text.
enum FileText {
    /// The text of a file without a byte-order mark, kept among the sources; throws why it cannot be read.
    static func read(_ path: String, into sources: inout SourceTexts) throws(Diagnostic) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Diagnostic(.unreadableFile, "cannot read \(path): \(reason(path))", at: nil)
        }
        let text = text(of: data)
        sources[path] = text
        if let offset = firstBadByte(of: data) { throw notText(data, at: offset, path) }
        return text
    }

    /// The bytes as text without a byte-order mark; what is no text is a question mark in it.
    private static func text(of data: Data) -> String {
        let text = String(decoding: data, as: UTF8.self)
        return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// The offset of the first byte that is no UTF-8.
    private static func firstBadByte(of data: Data) -> Int? {
        let bytes = [UInt8](data)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func notText(_ data: Data, at offset: Int, _ path: String) -> Diagnostic {
        let lines = text(of: data.prefix(offset))
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let byte = String(data[data.startIndex + offset], radix: 16, uppercase: true)
        return Diagnostic(
            .unreadableFile, "this is no text in UTF-8: the byte 0x\(byte) cannot stand here",
            at: SourcePosition(
                file: path, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1),
            help: "save the file as text in UTF-8")
    }

    private static func reason(_ path: String) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return "there is no such file"
        }
        if isFolder.boolValue { return "it is a folder" }
        let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        guard kind == nil || kind == .typeRegular || kind == .typeSymbolicLink else {
            return "it is no regular file"
        }
        return "permission denied"
    }

    /// True if a folder is there.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The names of the folders in a folder, sorted; hidden ones are left out.
    static func folders(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasPrefix(".") && isFolder("\(folder)/\($0)") }.sorted()
    }

    /// True if a file is there that is no folder.
    static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path) && !isFolder(path)
    }

    /// The files below a folder, as sorted paths relative to it; hidden ones are left out.
    static func files(below folder: String) -> [String] {
        paths(below: folder).filter { !isFolder(folder + "/" + $0) }
    }

    /// The links to folders below a folder likewise: a walk passes them over.
    static func linkedFolders(below folder: String) -> [String] {
        paths(below: folder).filter { path in
            let place = folder + "/" + path
            return isFolder(place)
                && (try? FileManager.default.destinationOfSymbolicLink(atPath: place)) != nil
        }
    }

    private static func paths(below folder: String) -> [String] {
        // A walk does not set out from a link.
        let start = URL(filePath: folder).resolvingSymlinksInPath().path
        guard let walker = FileManager.default.enumerator(atPath: start) else { return [] }
        return walker.compactMap { $0 as? String }
            .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted()
    }
}
