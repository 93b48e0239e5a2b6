import DRSimDocument
import DRSimFiles

/// Everything that is wrong with the files that were to be read, each error once.
struct InputErrors: Error, Hashable {
    /// The errors as people read them, in reading order.
    private(set) var items: [String] = []

    var isEmpty: Bool { items.isEmpty }

    /// No error yet.
    init() {}

    /// The errors of one reading.
    init(_ diagnostics: [Diagnostic], sources: SourceTexts) {
        let renderer = DiagnosticRenderer(sources: sources)
        diagnostics.forEach { add(renderer.text(of: $0)) }
    }

    /// A file or folder that is not there, or is not what it should be, and what to do about it.
    init(missing path: String, help: String? = nil) {
        self.init(.unreadableFile, "there is no file or folder \(path)", help: help)
    }

    /// Something wrong that has no place in a file.
    init(_ code: Diagnostic.Code, _ message: String, help: String?) {
        self.init([Diagnostic(code, message, at: nil, help: help)], sources: SourceTexts())
    }

    /// Adds what another reading found; scenarios that share a plan share its errors.
    mutating func add(_ other: InputErrors) {
        other.items.forEach { add($0) }
    }

    private mutating func add(_ item: String) {
        if !items.contains(item) { items.append(item) }
    }

    /// The errors, one below the other.
    var text: String { items.map { $0 + "\n" }.joined() }

    /// How many there are: `1 error`, `3 errors`.
    var summary: String { items.count == 1 ? "1 error" : "\(items.count) errors" }
}
