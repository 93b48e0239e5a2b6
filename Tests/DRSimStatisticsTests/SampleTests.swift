import DRSimStatistics
import Testing

struct SampleTests {
    @Test(arguments: [(0.0, 1.0), (0.25, 3.25), (0.5, 5.5), (0.95, 9.55), (1.0, 10.0)])
    func `quantiles lie on straight lines between the values`(probability: Double, value: Double) {
        let sample = Sample([10, 3, 5, 1, 7, 9, 2, 8, 4, 6])
        #expect(sample.quantile(probability).map { abs($0 - value) < 1e-12 } == true)
    }

    @Test func `mean, deviation and standard error follow their formulas`() throws {
        let sample = Sample([2, 4, 4, 4, 5, 5, 7, 9])
        #expect(sample.mean == 5)
        #expect(try abs(#require(sample.standardDeviation) - (32.0 / 7).squareRoot()) < 1e-15)
        #expect(try abs(#require(sample.standardError) - (32.0 / 56).squareRoot()) < 1e-15)
    }

    @Test func `too few values give no figure`() {
        #expect(Sample([]).mean == nil)
        #expect(Sample([]).quantile(0.5) == nil)
        #expect(Sample([3]).standardDeviation == nil)
        #expect(Sample([3]).quantile(0.95) == 3)
    }

    @Test func `the interval of a quantile is made of the sample's own values`() {
        let sample = Sample((1...1_000).map(Double.init))
        let interval = sample.quantileInterval(0.95)
        #expect(interval.lower == 936)
        #expect(interval.upper == 964)
        #expect(Sample([1, 2, 3]).quantileInterval(0.95).upper == nil)
    }
}
