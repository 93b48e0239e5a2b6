import DRSimTrace
import DRSimUnits

/// How many of one service's users were served over a trial.
///
/// Users left unserved by segments that go back to no fault, such as the one a trial opens with, are
/// not the disaster's and count for nothing.
struct ServedCurve {
    /// A segment and when the next one takes over.
    private struct Piece {
        let segment: ServedSegment
        let end: Instant
        let isOfDisaster: Bool
    }

    private var pieces: [Piece] = []

    /// Adds the next segment, which holds until `end`.
    mutating func append(_ segment: ServedSegment, until end: Instant, isOfDisaster: Bool) {
        guard segment.from < end else { return }
        pieces.append(Piece(segment: segment, end: end, isOfDisaster: isOfDisaster))
    }

    /// The stretches in which the disaster made the service unavailable, by segments that count.
    func outages(where counts: (ServedSegment) -> Bool = { _ in true }) -> [ServiceScore.Outage] {
        var outages: [ServiceScore.Outage] = []
        for piece in pieces where piece.isOfDisaster && counts(piece.segment) {
            guard let part = piece.segment.unavailablePart(until: piece.end) else { continue }
            if let last = outages.indices.last, outages[last].to == part.lowerBound {
                outages[last].to = part.upperBound
            } else {
                outages.append(ServiceScore.Outage(from: part.lowerBound, to: part.upperBound))
            }
        }
        return outages
    }

    /// The segment that holds at an instant.
    func segment(at instant: Instant) -> ServedSegment? {
        pieces.last { $0.segment.from <= instant && instant < $0.end }?.segment
    }

    /// The smallest share of users served.
    var minimumShare: Share {
        pieces.filter(\.isOfDisaster).reduce(Share.all) { smallest, piece in
            min(smallest, piece.segment.share(at: piece.segment.from), piece.segment.share(at: piece.end))
        }
    }

    /// The time users went unserved: the integral of their share over time, in half millionths of a
    /// millisecond.
    ///
    /// Exact for segments that run their course; one that is cut short is rounded to the next half
    /// millionth.
    var unservedTime: Int64 {
        pieces.filter(\.isOfDisaster).reduce(0) { $0 + Self.unservedTime(of: $1) }
    }

    private static func unservedTime(of piece: Piece) -> Int64 {
        let segment = piece.segment
        let turn = min(max(segment.until, segment.from), piece.end)
        let level = 2 * segment.finalShare.rest.partsPerMillion * (piece.end - turn).milliseconds
        guard turn > segment.from else { return level }
        let (passed, whole) = (
            (turn - segment.from).milliseconds, (segment.until - segment.from).milliseconds
        )
        let change = Int128((segment.finalShare - segment.share).partsPerMillion)
        let gained = change * Int128(passed) * Int128(passed) / Int128(whole)
        return level + 2 * segment.share.rest.partsPerMillion * passed - Int64(gained)
    }
}
