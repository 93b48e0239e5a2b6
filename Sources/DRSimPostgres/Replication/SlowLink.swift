import DRSimUnits

/// A link between two sites that is worse than it should be, for what is streamed over it.
struct SlowLink: Hashable, Sendable {
    let one: Int
    let other: Int
    /// How much later everything arrives.
    let delay: Span
    /// How much gets through; `nil` where there is no bound.
    let bytesPerSecond: Int64?
    /// Where each replica cluster behind the link was when it became so slow.
    var starts: [Start] = []

    /// Where a receiver was at an instant: from there on it goes as fast as the link lets it.
    struct Start: Hashable, Sendable {
        let receiver: Int
        let at: Instant
        let position: ByteCount
    }

    /// Whether it is between two sites.
    func joins(_ site: Int, _ another: Int) -> Bool {
        (one, other) == (site, another) || (other, one) == (site, another)
    }
}
