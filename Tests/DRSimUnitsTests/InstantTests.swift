import DRSimUnits
import Testing

struct InstantTests {
    @Test func `moves by spans and measures them`() {
        let instant = Instant.start + .minutes(30)
        #expect(instant - .minutes(40) == Instant(milliseconds: -600_000))
        #expect(instant - .start == .minutes(30))
        #expect(Instant.start < instant)
    }

    @Test func `never is later than anything and stays so`() {
        #expect(Instant.never + .days(1) == .never)
        #expect(Instant(milliseconds: .max - 5) + .seconds(1) == .never)
        #expect(Instant.never.description == "never")
    }

    @Test func `is written as the offset from the start`() {
        #expect((Instant.start + .seconds(252)).description == "4m 12s")
        #expect((Instant.start - .seconds(2)).description == "-2s")
    }
}
