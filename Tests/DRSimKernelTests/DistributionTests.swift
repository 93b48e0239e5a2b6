import DRSimKernel
import DRSimUnits
import Foundation
import Testing

/// A distribution with its closed forms.
struct ClosedForm: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let distribution: Distribution
    let mean: Double
    let variance: Double
    let cumulative: @Sendable (Double) -> Double

    static let all = [
        uniform(low: -2, high: 6), exponential(mean: 1_800), lognormal(p50: 30, p95: 90),
        lognormal(p50: 0.4, p95: 0.5), triangular(low: 5, mode: 10, high: 30),
        triangular(low: 0, mode: 0, high: 1), triangular(low: 0, mode: 1, high: 1),
    ]

    static func uniform(low: Double, high: Double) -> ClosedForm {
        ClosedForm(
            testDescription: "uniform", distribution: .uniform(low: low, high: high),
            mean: (low + high) / 2, variance: (high - low) * (high - low) / 12,
            cumulative: { ($0 - low) / (high - low) })
    }

    static func exponential(mean: Double) -> ClosedForm {
        ClosedForm(
            testDescription: "exponential", distribution: .exponential(mean: mean), mean: mean,
            variance: mean * mean, cumulative: { -Foundation.expm1(-$0 / mean) })
    }

    static func lognormal(p50: Double, p95: Double) -> ClosedForm {
        let (mu, sigma) = (Foundation.log(p50), Foundation.log(p95 / p50) / 1.644_853_626_951_472_7)
        let mean = Foundation.exp(mu + sigma * sigma / 2)
        return ClosedForm(
            testDescription: "lognormal", distribution: .lognormal(p50: p50, p95: p95), mean: mean,
            variance: mean * mean * Foundation.expm1(sigma * sigma),
            cumulative: { Foundation.erfc((mu - Foundation.log($0)) / sigma / 2.squareRoot()) / 2 })
    }

    static func triangular(low: Double, mode: Double, high: Double) -> ClosedForm {
        let squares = low * low + mode * mode + high * high
        return ClosedForm(
            testDescription: "triangular \(low) \(mode) \(high)",
            distribution: .triangular(low: low, mode: mode, high: high), mean: (low + mode + high) / 3,
            variance: (squares - low * mode - low * high - mode * high) / 18,
            cumulative: { x in
                x < mode
                    ? (x - low) * (x - low) / (high - low) / (mode - low)
                    : 1 - (high - x) * (high - x) / (high - low) / (high - mode)
            })
    }
}

struct DistributionTests {
    static let drawCount = 20_000

    static func draws(_ distribution: Distribution) -> [Double] {
        let quantity = Quantity("tested", distribution)
        return (0..<UInt32(drawCount)).map {
            quantity.value(Draws(seed: 2_026, trial: 0), of: StreamName("sample"), ordinal: $0)
        }
    }

    @Test(arguments: ClosedForm.all)
    func `inverts the distribution function`(form: ClosedForm) {
        for u in stride(from: 0.001, to: 1, by: 0.001) {
            #expect(abs(form.cumulative(form.distribution.quantile(u)) - u) < 1e-12)
        }
    }

    @Test(arguments: ClosedForm.all)
    func `never falls and never leaves the reals`(form: ClosedForm) {
        let points = [0x1p-53, 1e-9] + stride(from: 0.01, to: 1, by: 0.01) + [1 - 1e-9, 1 - 0x1p-53]
        let values = points.map(form.distribution.quantile)
        #expect(values.allSatisfy { $0.isFinite })
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test(arguments: ClosedForm.all)
    func `has its mean and variance within 4 standard errors`(form: ClosedForm) {
        let count = Double(Self.drawCount)
        let centred = Self.draws(form.distribution).map { $0 - form.mean }
        let mean = centred.reduce(0, +) / count
        #expect(abs(mean) < 4 * (form.variance / count).squareRoot())
        let squares = centred.map { $0 * $0 }
        let variance = squares.reduce(0, +) / count
        let spread = squares.map { ($0 - variance) * ($0 - variance) }.reduce(0, +) / count
        #expect(abs(variance - form.variance) < 4 * (spread / count).squareRoot())
    }

    @Test(arguments: [(30.0, 90.0), (0.4, 0.5), (7, 7), (1, 1_000)])
    func `a lognormal passes through its two points`(p50: Double, p95: Double) {
        let distribution = Distribution.lognormal(p50: p50, p95: p95)
        #expect(distribution.quantile(0.5) == p50)
        #expect(abs(distribution.quantile(0.95) / p95 - 1) < 1e-14)
    }

    @Test(arguments: [0x1p-53, 0.3, 1 - 0x1p-53])
    func `a constant, and bounds that meet, leave nothing to luck`(u: Double) {
        #expect(Distribution.constant(60).quantile(u) == 60)
        #expect(Distribution.uniform(low: 3, high: 3).quantile(u) == 3)
        #expect(Distribution.triangular(low: 3, mode: 3, high: 3).quantile(u) == 3)
    }

    @Test func `a mixture of constants takes each part by its weight`() {
        let distribution = Distribution.mixture([
            .init(weight: 0.25, distribution: .constant(1)), .init(weight: 0.5, distribution: .constant(2)),
            .init(weight: 0.25, distribution: .constant(3)),
        ])
        let values = [0.1, 0.249, 0.25, 0.5, 0.749, 0.75, 0.9].map(distribution.quantile)
        #expect(values == [1, 1, 2, 2, 2, 3, 3])
    }

    @Test func `a mixture has the weighted distribution function within 4 standard errors`() {
        let parts = [
            (0.2, ClosedForm.exponential(mean: 60)), (0.7, .lognormal(p50: 30, p95: 90)),
            (0.1, .exponential(mean: 1_000)),
        ]
        let distribution = Distribution.mixture(
            parts.map { .init(weight: $0.0, distribution: $0.1.distribution) })
        let values = Self.draws(distribution)
        for x in [1.0, 10, 30, 60, 200, 1_000, 3_000] {
            let expected = parts.map { $0.0 * $0.1.cumulative(x) }.reduce(0, +)
            let seen = Double(values.count { $0 <= x }) / Double(values.count)
            let error = (expected * (1 - expected) / Double(values.count)).squareRoot()
            #expect(abs(seen - expected) < 4 * error)
        }
    }

    @Test(arguments: [0x1p-53, 0.1 - 0x1p-56, 0.1, 0.3, 0.6, 1 - 0x1p-53])
    func `a mixture stretches its ends and seams to finite values`(u: Double) {
        let part = Distribution.exponential(mean: 1)
        let distribution = Distribution.mixture(
            [0.1, 0.2, 0.7].map { .init(weight: $0, distribution: part) })
        #expect(distribution.quantile(u).isFinite)
        #expect(distribution.quantile(u) > 0)
    }

    /// A hash of 140 000 drawn values: equal in debug and release, with and without FMA.
    @Test func `draws the same bits in every build`() {
        let bits = ClosedForm.all.flatMap { Self.draws($0.distribution).map(\.bitPattern) }
        let hash = bits.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ $1) &* 0x100_0000_01b3 }
        #expect(hash == 0xd13b_1e7c_9b92_887a)
    }

    @Test func `refuses a number that is no uniform draw`() async {
        await #expect(processExitsWith: .failure) { _ = Distribution.constant(1).quantile(0) }
        await #expect(processExitsWith: .failure) { _ = Distribution.mixture([]).quantile(0.5) }
    }
}
