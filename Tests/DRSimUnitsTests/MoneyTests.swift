import DRSimUnits
import Testing

struct MoneyTests {
    @Test(arguments: [
        (0, "0.00"), (5, "0.05"), (1_250_000, "12,500.00"), (-1_250_050, "-12,500.50"), (99_999, "999.99"),
        (100_000, "1,000.00"), (123_456_789_012, "1,234,567,890.12"),
        (Int64.min, "-92,233,720,368,547,758.08"),
    ])
    func `is written with two decimals and grouped thousands`(cents: Int64, text: String) {
        #expect(Money(minorUnits: cents).description == text)
    }

    @Test(arguments: [
        (0.125, 12), (0.375, 38), (-0.125, -12), (12.344, 1_234), (12.346, 1_235), (1e300, Int64.max),
        (-1e300, Int64.min),
    ])
    func `rounds to the nearest cent, ties to even`(dollars: Double, cents: Int64) {
        #expect(Money.rounding(dollars).minorUnits == cents)
    }

    @Test func `stays at the ends of its range instead of overflowing`() {
        var money = Money.largest + Money(minorUnits: 1)
        #expect(money == .largest)
        money += Money.largest
        #expect(money == .largest)
        let debt = Money(minorUnits: .min)
        #expect(debt - Money.largest == debt)
        #expect(debt + debt == debt)
        #expect(Money.largest - debt == .largest)
        #expect(Money.largest + debt == Money(minorUnits: -1))
    }

    @Test func `adds and subtracts exactly`() {
        var money = Money(minorUnits: 10) + Money(minorUnits: 20) - Money(minorUnits: 5)
        money += Money(minorUnits: 75)
        #expect(money == Money(minorUnits: 100))
        #expect(money.inMajorUnits == 1)
        #expect(Money.zero < money)
    }
}
