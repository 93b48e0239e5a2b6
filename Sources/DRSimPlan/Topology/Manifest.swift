package import DRSimDocument

/// A Kubernetes manifest of the plan and what is done with it.
package struct Manifest: Hashable, Sendable {
    /// Where the manifest belongs.
    package var origin: Origin
    /// The object.
    package var object: JSONValue
    /// Where it was read.
    package var position: SourcePosition

    /// Where a manifest belongs.
    package enum Origin: Hashable, Sendable {
        /// It runs in this context's cluster when the trial starts (`manifests/installed/<context>/`).
        case installed(context: String)
        /// It is the document's own, submitted where a level calls for it (`manifests/document/<context>/`).
        case document(context: String)
        /// Git holds it under this path, for Argo CD (`manifests/git/<path>/`).
        case git(path: String)
    }

    /// Creates a manifest.
    package init(origin: Origin, object: JSONValue, position: SourcePosition) {
        (self.origin, self.object, self.position) = (origin, object, position)
    }
}
