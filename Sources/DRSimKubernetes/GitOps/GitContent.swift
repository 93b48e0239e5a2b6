package import DRSimDocument
package import OrderedCollections

/// What a Git repository holds at a commit: the objects under each path.
package struct GitContent: Hashable, Sendable {
    /// Counts the commits.
    package var revision: Int
    /// The objects, by the path of their folder; Argo CD applies them in their order.
    package var folders: OrderedDictionary<String, [JSONValue]>

    /// Creates the content of a repository.
    package init(revision: Int = 1, folders: OrderedDictionary<String, [JSONValue]> = [:]) {
        (self.revision, self.folders) = (revision, folders)
    }
}
