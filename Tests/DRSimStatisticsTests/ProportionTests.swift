import DRSimStatistics
import Testing

struct ProportionTests {
    /// Wilson and Clopper–Pearson limits as SciPy computes them.
    struct Limits: Sendable {
        var (successes, trials) = (0, 0)
        var wilson: ClosedRange<Double> = 0...1
        var exact: ClosedRange<Double> = 0...1
        var tolerance = 5e-6
    }

    static let limits = [
        Limits(successes: 990, trials: 1_000, wilson: 0.98169...0.99456, exact: 0.98169...0.99519),
        Limits(successes: 9_500, trials: 10_000, wilson: 0.94555...0.95410, exact: 0.94555...0.95419),
        Limits(successes: 1_000, trials: 1_000, wilson: 0.99617...1, exact: 0.99632...1),
        Limits(
            successes: 188, trials: 200, wilson: 0.89806831...0.96534781,
            exact: 0.89753817...0.96861605, tolerance: 5e-9),
    ]

    @Test(arguments: limits)
    func `both intervals agree with SciPy`(_ limits: Limits) {
        let share = Proportion(successes: limits.successes, of: limits.trials)
        for (ours, theirs) in [(share.wilson(), limits.wilson), (share.clopperPearson(), limits.exact)] {
            #expect(abs(ours.lowerBound - theirs.lowerBound) < limits.tolerance)
            #expect(abs(ours.upperBound - theirs.upperBound) < limits.tolerance)
        }
    }

    @Test func `no miss in 200 trials bounds the rate of misses at one and a half percent`() {
        let misses = Proportion(successes: 0, of: 200)
        #expect(abs(misses.clopperPearson(confidence: 0.9).upperBound - 0.014867039) < 5e-10)
        #expect(misses.clopperPearson().lowerBound == 0)
        #expect(misses.wilson().lowerBound == 0)
    }

    @Test(arguments: [1, 2, 10, 59, 1_000])
    func `an interval of misses mirrors that of successes`(trials: Int) {
        for successes in [0, trials / 3, trials] {
            let hits = Proportion(successes: successes, of: trials)
            let misses = Proportion(successes: trials - successes, of: trials)
            #expect(abs(hits.wilson().lowerBound - (1 - misses.wilson().upperBound)) < 1e-12)
            #expect(
                abs(hits.clopperPearson().lowerBound - (1 - misses.clopperPearson().upperBound)) < 1e-12)
        }
    }

    @Test(arguments: 1...40)
    func `the exact interval covers at least as often as it says`(trials: Int) {
        for probability in [0.05, 0.3, 0.5, 0.9] {
            let law = Binomial(trials: trials, probability: probability)
            var coverage = 0.0
            for successes in 0...trials {
                let interval = Proportion(successes: successes, of: trials).clopperPearson()
                guard interval.contains(probability) else { continue }
                coverage += law.atMost(successes) - law.atMost(successes - 1)
            }
            #expect(coverage >= 0.95 - 1e-12)
        }
    }
}
