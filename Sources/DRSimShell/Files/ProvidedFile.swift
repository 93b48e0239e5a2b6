package import DRSimDocument

/// A file that has long been where commands are typed, such as a change of records or manifests to apply.
package struct ProvidedFile: Hashable, Sendable {
    /// Its path, as a command line names it.
    package let path: String
    /// What stands in it.
    package let text: String
    /// The objects in it, where it is written in YAML.
    package let documents: [JSONValue]?

    /// Creates a file.
    package init(path: String, text: String, documents: [JSONValue]? = nil) {
        (self.path, self.text, self.documents) = (path, text, documents)
    }

    /// The objects in it as kubectl reads them; `nil` for a text that is neither YAML nor JSON.
    var objects: [JSONValue]? { documents ?? (try? JSONValue(parsing: text)).map { [$0] } }
}
