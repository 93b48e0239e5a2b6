import DRSimScoring
import DRSimStatistics
import Testing

struct ConfusionRateTests {
    @Test(arguments: [
        (3, 30.0 / 365, "3 in 30 days"), (0, 10.0 / 8_760, "0 in 10 hours"), (48, 5, "48 in 5 years"),
    ])
    func `a rate tells what it was counted over in a unit that says something`(
        events: Int, years: Double, count: String
    ) {
        let text = ConfusionMatrix.text(PoissonRate(events: events, over: years))
        #expect(text.hasSuffix("], \(count)"))
    }
}
