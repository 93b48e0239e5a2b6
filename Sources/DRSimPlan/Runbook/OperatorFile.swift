package import DRSimDocument

/// A file that lies where people and the controller type their commands.
package struct OperatorFile: Hashable, Sendable {
    /// Its path as commands name it.
    package var path: String
    /// What stands in it.
    package var text: String
    /// The documents in it, if it is one of YAML; `nil` for any other.
    package var documents: [JSONValue]?

    /// Creates a file.
    package init(path: String, text: String, documents: [JSONValue]? = nil) {
        (self.path, self.text, self.documents) = (path, text, documents)
    }
}
