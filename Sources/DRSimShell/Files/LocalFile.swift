package import DRSimCloud
package import DRSimUnits

/// A file where commands are typed: of what is in it only the size and the owner's number are known.
package struct LocalFile: Hashable, Sendable {
    /// How large it is.
    package var size: ByteCount
    /// What is in it.
    package var content: ObjectContent
    /// When it was written.
    package var writtenAt: Instant

    /// Creates a file.
    package init(size: ByteCount, content: ObjectContent, writtenAt: Instant) {
        (self.size, self.content, self.writtenAt) = (size, content, writtenAt)
    }
}

/// The path of a file as commands are given it; all commands are typed in the root folder.
struct LocalPath: Hashable, Sendable {
    /// The absolute path, without steps.
    let absolute: String
    /// Whether a folder is meant: the path ends in a slash, or in a step.
    let isFolder: Bool

    init(_ text: String) {
        let steps = text.split(separator: "/").filter { $0 != "." }
        absolute = "/" + steps.joined(separator: "/")
        isFolder = text.isEmpty || text.hasSuffix("/") || text.hasSuffix("/.") || text == "."
    }

    /// The path as the cloud's command line prints it: relative to where it was typed.
    var printed: String {
        let relative = absolute.dropFirst()
        return relative.contains("/") ? String(relative) : "./\(relative)"
    }

    /// The last step.
    var name: String { absolute.split(separator: "/").last.map(String.init) ?? "" }

    /// A path below this one.
    func appending(_ path: String) -> LocalPath {
        LocalPath(absolute == "/" ? "/\(path)" : "\(absolute)/\(path)")
    }
}
