import DRSimStatistics
import Testing

/// What independent trials say of a figure, to be held against its closed form.
struct Estimate {
    let mean: Double
    let standardError: Double

    /// The mean of values, one a trial.
    init(_ values: [Double]) throws {
        let sample = Sample(values)
        mean = try #require(sample.mean)
        standardError = try #require(sample.standardError)
    }

    /// The share of trials in which something held; its error is that of the closed form.
    init(share hits: Int, of count: Int, expected: Double) {
        mean = Double(hits) / Double(count)
        standardError = (expected * (1 - expected) / Double(count)).squareRoot()
    }

    /// The estimate lies within four standard errors of a value; and it is sharp enough to tell that
    /// value from one that differs by a part of it.
    func expect(
        _ value: Double, tellingApart part: Double, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            abs(mean - value) <= 4 * standardError, "\(mean) ± \(standardError), expected \(value)",
            sourceLocation: sourceLocation)
        #expect(
            4 * standardError <= part * abs(value), "\(standardError) is too wide for \(value)",
            sourceLocation: sourceLocation)
    }
}
