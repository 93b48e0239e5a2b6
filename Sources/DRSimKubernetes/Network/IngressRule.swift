import DRSimDocument

/// An ingress as requests are routed by it: decoded once each time the object changes.
struct IngressRule: Sendable {
    let reference: ObjectReference
    let paths: [Path]
    /// The hosts of each certificate.
    let certificates: [[String]]
    /// The secret that holds each of them.
    let secrets: [String]
    let fixedAnswers: [FixedAnswer]
    /// Whether external-dns keeps its records; an annotation that names another controller has it look away.
    let isPublished: Bool

    /// One path of one host.
    struct Path: Sendable {
        let host: String
        let path: String
        let isExact: Bool
        let service: String

        /// How well a request's path matches, more for longer; `nil` if it does not.
        func rank(_ request: String) -> Int? {
            if isExact { return request == path ? 2 * path.utf8.count + 1 : nil }
            if path == "/" || request == path { return 2 * path.utf8.count }
            let prefix = path.hasSuffix("/") ? path : path + "/"
            return request.hasPrefix(prefix) ? 2 * path.utf8.count : nil
        }
    }

    init(_ object: StoredObject) {
        reference = object.reference
        let spec = object.value["spec"] ?? [:]
        paths = (spec["rules"]?.array ?? []).flatMap { rule in
            (rule[path: "http", "paths"]?.array ?? []).map { entry in
                Path(
                    host: rule["host"]?.string ?? "*", path: entry["path"]?.string ?? "/",
                    isExact: entry["pathType"] == "Exact",
                    service: entry[path: "backend", "service", "name"]?.string ?? "")
            }
        }
        let entries = spec["tls"]?.array ?? []
        certificates = entries.map { entry in (entry["hosts"]?.array ?? []).compactMap(\.string) }
        secrets = entries.map { $0["secretName"]?.string ?? "" }
        fixedAnswers = FixedAnswer.all(in: object.value)
        let keeper = object.value[path: "metadata", "annotations", Self.keeperAnnotation]?.string
        isPublished = keeper == nil || keeper == "dns-controller"
    }

    private static let keeperAnnotation = "external-dns.alpha.kubernetes.io/controller"

    /// The hosts of the certificate that names a host; `nil` if none does.
    func certificate(for host: String) -> [String]? {
        certificates.first { $0.contains { Self.matches($0, host) } }
    }

    /// Whether a pattern such as `*.example.com` names the host; the star stands for one label.
    static func matches(_ pattern: String, _ host: String) -> Bool {
        guard pattern.hasPrefix("*") else { return pattern == host }
        if pattern == "*" { return true }
        let rest = host.drop { $0 != "." }
        return rest == pattern.dropFirst()
    }
}

/// A `location` of a snippet annotation that answers by itself, whatever the backend does (F55).
struct FixedAnswer: Hashable, Sendable {
    let path: String
    let status: Int

    static let annotation = "nginx.ingress.kubernetes.io/server-snippet"

    static func all(in object: JSONValue) -> [FixedAnswer] {
        guard let snippet = object[path: "metadata", "annotations", annotation]?.string else { return [] }
        let words = snippet.split { " \n\t{};".contains($0) }
        var (answers, location): ([FixedAnswer], String?) = ([], nil)
        for (word, next) in zip(words, words.dropFirst()) {
            if word == "location" { location = String(next) }
            if word == "return", let path = location, let status = Int(next) {
                answers.append(FixedAnswer(path: path, status: status))
            }
        }
        return answers
    }
}
