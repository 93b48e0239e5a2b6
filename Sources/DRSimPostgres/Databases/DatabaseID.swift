/// Names a database cluster by its index in the system.
package struct DatabaseID: Hashable, Sendable {
    /// The index.
    package let index: Int

    /// Creates an id.
    package init(_ index: Int) {
        self.index = index
    }
}
