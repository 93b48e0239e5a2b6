import DRSimStatistics
import Testing

struct PoissonRateTests {
    /// Garwood's limits for a mean, from tables of the chi-square distribution.
    @Test(arguments: [
        (0, 0.0, 3.6889), (1, 0.0253, 5.5716), (5, 1.6235, 11.6683), (10, 4.7954, 18.3904),
        (100, 81.3640, 121.6266),
    ])
    func `the interval of a count is Garwood's`(events: Int, low: Double, high: Double) {
        let limits = PoissonRate(events: events, over: 1).garwood()
        #expect(abs(limits.lowerBound - low) < 5e-4)
        #expect(abs(limits.upperBound - high) < 5e-4)
    }

    @Test func `rate and interval count by the exposure`() {
        let rate = PoissonRate(events: 10, over: 4)
        #expect(rate.rate == 2.5)
        #expect(abs(rate.garwood().upperBound - 18.3904 / 4) < 2e-4)
    }

    @Test func `more confidence asks for a wider interval`() {
        let rate = PoissonRate(events: 3, over: 1)
        #expect(rate.garwood(confidence: 0.99).upperBound > rate.garwood(confidence: 0.9).upperBound)
        #expect(rate.garwood(confidence: 0.99).lowerBound < rate.garwood(confidence: 0.9).lowerBound)
    }
}
