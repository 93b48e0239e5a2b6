import DRSimKernel
import DRSimUnits
import Testing

struct QuantityTests {
    let draws = Draws(seed: 4, trial: 2)
    let entity = StreamName("us-west-2")

    @Test func `draws under the name of its assumption`() {
        let quantity = Quantity("dns-propagation", .uniform(low: 0, high: 1))
        let uniform = draws.uniform(entity: entity, purpose: StreamName("dns-propagation"), ordinal: 6)
        #expect(quantity.value(draws, of: entity, ordinal: 6) == uniform)
    }

    @Test func `meets the same luck under another distribution of the same name`() {
        let short = Quantity("promotion", .exponential(mean: 10))
        let long = Quantity("promotion", .exponential(mean: 20))
        for ordinal in 0..<100 as Range<UInt32> {
            let doubled = 2 * short.value(draws, of: entity, ordinal: ordinal)
            #expect(long.value(draws, of: entity, ordinal: ordinal) == doubled)
        }
    }

    @Test(arguments: [
        (0.0005, 0), (0.0015, 2), (0.0025, 2), (12.3456, 12_346), (-3, 0), (1e300, Span.longest.milliseconds),
    ])
    func `reads seconds as whole milliseconds, never negative`(seconds: Double, milliseconds: Int64) {
        let span = Quantity("sleep", .constant(seconds)).span(draws, of: entity, ordinal: 0)
        #expect(span.milliseconds == milliseconds)
    }
}
