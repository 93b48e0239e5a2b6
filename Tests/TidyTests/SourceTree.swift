import Foundation

/// The package's own files, read as text: style is a test.
struct SourceTree {
    /// A source file: its path below the package's root, and its lines.
    struct File: Sendable {
        let path: String
        let lines: [String]

        /// The target's name: the folder below `Sources` or `Tests`.
        var target: String { String(path.split(separator: "/")[1]) }
        var name: String { String(path.split(separator: "/").last ?? "") }
    }

    /// The package's root, found from this file's place.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// There is nothing where there should be files: a check of nothing must not pass.
    struct Empty: Error {
        let folder: String
    }

    /// Files with an ending below a folder of the package, sorted by path; throws if there are none.
    static func files(below folder: String, ending: String) throws -> [File] {
        let base = root.appending(path: folder)
        guard let walker = FileManager.default.enumerator(atPath: base.path) else {
            throw Empty(folder: folder)
        }
        let found = try walker.compactMap { $0 as? String }
            .filter { $0.hasSuffix(ending) && !$0.contains(".build") }
            .sorted()
            .map { path in
                let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
                return File(path: "\(folder)/\(path)", lines: text.components(separatedBy: "\n"))
            }
        if found.isEmpty { throw Empty(folder: folder) }
        return found
    }

    /// All Swift files of `Sources`.
    static func sources() throws -> [File] { try files(below: "Sources", ending: ".swift") }

    /// All Swift files of `Tests`.
    static func tests() throws -> [File] { try files(below: "Tests", ending: ".swift") }
}
