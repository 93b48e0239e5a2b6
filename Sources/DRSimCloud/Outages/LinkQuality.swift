package import DRSimUnits

/// How much worse a link is than it should be.
package struct LinkQuality: Hashable, Sendable {
    /// What there and back takes longer.
    package var latency: Span
    /// The share of packets that is lost and sent again.
    package var loss: Share

    /// Creates a quality.
    package init(latency: Span, loss: Share) {
        (self.latency, self.loss) = (latency, loss)
    }

    /// Nothing is worse than it should be.
    package static let sound = LinkQuality(latency: .zero, loss: .none)

    /// What two troubles of one link come to.
    func adding(_ other: LinkQuality) -> LinkQuality {
        LinkQuality(
            latency: latency + other.latency, loss: (loss.rest * other.loss.rest).rest)
    }

    /// How many bytes a second one connection carries over a link of this round trip when it is sound:
    /// what congestion control leaves of it where packets are lost (Mathis and others, 1997: a segment
    /// each round trip, divided by the root of two thirds of the loss); `nil` where the loss sets no bound.
    package func bytesPerSecond(roundTrip: Span) -> Int64? {
        guard loss > .none else { return nil }
        let seconds = max((roundTrip + latency).inSeconds, 0.001)
        let rate = Self.segment / (seconds * (loss.fraction * 2 / 3).squareRoot())
        return Int64(rate.rounded(.toNearestOrEven))
    }

    /// The payload of a packet between regions, whose links carry 1 500 bytes.
    private static let segment = 1_460.0
}
