/// Paths as users type them, with `/` between the parts.
package enum FilePath {
    /// The path without `.`, without doubled or trailing slashes, and with `..` taken back where it can be.
    static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        if path.hasPrefix("/") { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// A path that is written relative to a file's folder.
    static func resolved(_ path: String, relativeToFile file: String) -> String {
        if path.hasPrefix("/") { return normalized(path) }
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        return normalized(folder.isEmpty && !file.hasPrefix("/") ? path : folder + "/" + path)
    }

    /// The file's name without its folder and ending.
    package static func stem(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    }
}
