package import DRSimDocument

/// A file of manifests beside the shell, for `kubectl apply -f`.
package struct ManifestFile: Hashable, Sendable {
    /// Its path, as a command line names it.
    package let path: String
    /// The objects in it.
    package let documents: [JSONValue]

    /// Creates a file.
    package init(path: String, documents: [JSONValue]) {
        (self.path, self.documents) = (path, documents)
    }
}
