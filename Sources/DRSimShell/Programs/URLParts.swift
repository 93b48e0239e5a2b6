/// Scheme, host, port and path of a URL.
struct URLParts: Hashable, Sendable {
    let isSecure: Bool
    let host: String
    let port: Int
    let path: String

    /// Reads `https://host:port/path?query`, without a scheme as `http`.
    init(_ text: String) throws(CommandFailure) {
        let halves = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        let scheme = halves.count == 2 ? halves[0].lowercased() : "http"
        guard scheme == "http" || scheme == "https" else {
            throw CommandFailure(1, "curl: (1) Protocol \"\(scheme)\" not supported")
        }
        isSecure = scheme == "https"
        let rest = halves.last ?? ""
        guard !text.contains(where: \.isWhitespace) else {
            throw CommandFailure(3, "curl: (3) URL rejected: Malformed input to a URL function")
        }
        let place = rest.prefix { $0 != "/" && $0 != "?" }
        // Nobody here asks who calls.
        let authority = place.split(separator: "@", omittingEmptySubsequences: false).last ?? place
        host = String(authority.prefix { $0 != ":" })
        guard !host.isEmpty else {
            throw CommandFailure(3, "curl: (3) URL rejected: No host part in the URL")
        }
        let suffix = authority.dropFirst(host.count + 1)
        guard suffix.isEmpty || UInt16(suffix) != nil else {
            throw CommandFailure(
                3, "curl: (3) URL rejected: Port number was not a decimal number between 0 and 65535")
        }
        port = Int(suffix) ?? (isSecure ? 443 : 80)
        let path = rest.dropFirst(place.count).prefix { $0 != "?" }
        self.path = path.isEmpty ? "/" : String(path)
    }
}
