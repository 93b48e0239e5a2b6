/// What an assumption measures: its unit, and the range its numbers lie in.
package enum AssumptionMeasure: CaseIterable, Sendable {
    /// How long something takes.
    case duration
    /// How likely something is.
    case probability
    /// Which part of a whole.
    case share
    /// How many times as much something is.
    case factor
    /// How fast bytes go somewhere.
    case rate
    /// How much room something takes.
    case size

    /// What its numbers count.
    package var unit: Assumption.Unit {
        switch self {
        case .duration: .seconds
        case .probability, .share, .factor: .number
        case .rate: .bytesPerSecond
        case .size: .bytes
        }
    }

    /// What its numbers can be: a duration as long as a trial at most, and never a rate at which nothing
    /// moves.
    package var range: ClosedRange<Double> {
        switch self {
        case .duration: 0...3_653 * 86_400
        case .probability, .share: 0...1
        case .factor: 0.001...1_000
        case .rate: 1...1e12
        case .size: 1...1e15
        }
    }

    /// The measure and its range in words.
    package var words: String {
        switch self {
        case .duration: "a duration, ten years (3653d) at most"
        case .probability: "a probability, between 0 and 1"
        case .share: "a share of a whole, between 0 and 1"
        case .factor: "a factor, between 0.001 and 1000"
        case .rate: "a rate, between 1B and 1TB a second"
        case .size: "a size, between 1B and 1000TB"
        }
    }

    /// Whether no draw may be above the range: one above is not a rare one but none at all.
    package var isPartOfOne: Bool { self == .probability || self == .share }
}
