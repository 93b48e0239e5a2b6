/// The name of a stream of draws, or of a part of one, reduced to 64 bits.
///
/// A draw is keyed by the names of what it is about, never by the order in which things were
/// created, so adding a part to a plan moves no other part's luck. Reduce names once, when a plan
/// is loaded: the text is not kept.
package struct StreamName: Hashable, Sendable {
    /// The 64-bit FNV-1a hash of the text's UTF-8 bytes.
    package let hash: UInt64

    /// Reduces a name by FNV-1a (Fowler, Noll, Vo; parameters of RFC 9923).
    package init(_ text: String) {
        hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
    }
}
