import DRSimUnits
import Testing

struct ShareTests {
    @Test(arguments: [
        (0, "0%"), (1_000_000, "100%"), (500_000, "50%"), (125_000, "12.5%"), (333_333, "33.33%"),
        (10_500, "1.05%"), (49, "0%"), (50, "0.01%"), (999_950, "100%"), (999_949, "99.99%"),
    ])
    func `is written as a percentage with the decimals it needs`(millionths: Int64, text: String) {
        #expect(Share(partsPerMillion: millionths).description == text)
    }

    @Test(arguments: [(0.5, 500_000), (1.0 / 3, 333_333), (0.000_000_5, 0), (0.000_001_5, 2), (1, 1_000_000)])
    func `rounds to the nearest millionth, ties to even`(fraction: Double, millionths: Int64) {
        #expect(Share.rounding(fraction).partsPerMillion == millionths)
    }

    @Test func `adds exactly and takes parts of parts`() {
        #expect(Share.percent(30) + .percent(70) == .all)
        #expect(Share.percent(30).rest == .percent(70))
        #expect(Share.all - .percent(1) == .percent(99))
        #expect(Share.percent(50) * .percent(50) == .percent(25))
        #expect(Share(partsPerMillion: 333_333) * .percent(10) == Share(partsPerMillion: 33_333))
        #expect(Share.none < .all)
        #expect(Share.percent(25).fraction == 0.25)
    }
}
