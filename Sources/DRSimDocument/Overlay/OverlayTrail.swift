/// What overlays did to a tree, so that an error in the merged tree can say whose doing it is.
package struct OverlayTrail: Sendable {
    /// The overlays' files, in the order in which they were laid on.
    package var files: [String] = []
    /// Keys that were removed.
    package var removals: [Removal] = []
    /// Items that were removed from keyed lists.
    package var removedItems: [RemovedItem] = []
    /// Items that were added to keyed lists.
    package var additions: [Addition] = []

    /// A key that an overlay removed.
    package struct Removal: Hashable, Sendable {
        /// The key.
        package var key: String
        /// Where the mapping it was removed from stands.
        package var mapping: SourcePosition
        /// Where the overlay says so.
        package var position: SourcePosition

        /// Creates a removal.
        package init(key: String, mapping: SourcePosition, position: SourcePosition) {
            (self.key, self.mapping, self.position) = (key, mapping, position)
        }
    }

    /// An item that an overlay removed from a keyed list.
    package struct RemovedItem: Hashable, Sendable {
        /// The item's name.
        package var name: String
        /// Where the overlay says so.
        package var position: SourcePosition

        /// Creates a removal.
        package init(name: String, position: SourcePosition) {
            (self.name, self.position) = (name, position)
        }
    }

    /// An item that an overlay added to a keyed list.
    package struct Addition: Hashable, Sendable {
        /// The item's name.
        package var name: String
        /// Where it stands.
        package var position: SourcePosition
        /// The names the list had before: the item may be a misspelt one of these.
        package var known: [String]

        /// Creates an addition.
        package init(name: String, position: SourcePosition, known: [String]) {
            (self.name, self.position, self.known) = (name, position, known)
        }
    }

    /// A trail of nothing.
    package init() {}

    /// Where a key of the mapping at a place was removed.
    package func removal(of key: String, from mapping: SourcePosition) -> SourcePosition? {
        removals.last { $0.key == key && $0.mapping == mapping }?.position
    }

    /// The addition of the item at a place.
    package func addition(at position: SourcePosition) -> Addition? {
        additions.last { $0.position == position }
    }
}
