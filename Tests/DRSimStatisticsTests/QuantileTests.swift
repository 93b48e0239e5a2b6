import DRSimStatistics
import Testing

struct QuantileTests {
    @Test(arguments: [
        (0.5, 0.0), (0.9, 1.2815515655446004), (0.95, 1.6448536269514722),
        (0.975, 1.959963984540054), (0.995, 2.5758293035489004), (0.9995, 3.2905267314919255),
        (0.025, -1.959963984540054),
    ])
    func `normal quantiles agree with tables`(probability: Double, value: Double) {
        #expect(abs(Normal.quantile(probability) - value) < 1e-11)
        #expect(abs(Normal.cumulative(value) - probability) < 1e-14)
    }

    @Test(arguments: [
        (1, 12.706204736432095), (2, 4.302652729696142), (3, 3.182446305284263),
        (4, 2.7764451051977987), (9, 2.2621571628540993), (30, 2.0422724563012373),
        (99, 1.9842169515086827), (999, 1.9623414611334487),
    ])
    func `t quantiles at 97.5 percent agree with tables`(degrees: Int, value: Double) {
        #expect(abs(StudentT.quantile(0.975, degreesOfFreedom: degrees) - value) < 1e-10 * value)
        #expect(abs(StudentT.quantile(0.025, degreesOfFreedom: degrees) + value) < 1e-10 * value)
    }

    @Test func `the expansion for many degrees of freedom continues the exact sums`() {
        let exact = StudentT.quantile(0.975, degreesOfFreedom: 10_000)
        let expanded = StudentT.quantile(0.975, degreesOfFreedom: 10_001)
        #expect(expanded < exact)
        #expect(exact - expanded < 1e-7)
        #expect(StudentT.quantile(0.975, degreesOfFreedom: 1_000_000) > Normal.quantile(0.975))
    }

    @Test func `binomial probabilities survive many trials`() {
        let law = Binomial(trials: 1_000_000, probability: 0.5)
        #expect(abs(law.atMost(499_999) + law.atMost(500_000) - 1) < 1e-9)
        #expect(Binomial(trials: 3, probability: 0.5).atMost(1) == 0.5)
        #expect(Binomial(trials: 3, probability: 0).atMost(0) == 1)
        #expect(Binomial(trials: 3, probability: 1).atMost(2) == 0)
    }
}
