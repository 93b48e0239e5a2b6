import DRSimUnits
import Testing

struct QuarterTests {
    @Test(arguments: [
        ("2026Q1", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"),
        ("2026Q2", "2026-04-01T00:00:00Z", "2026-07-01T00:00:00Z"),
        ("2026Q3", "2026-07-01T00:00:00Z", "2026-10-01T00:00:00Z"),
        ("2026Q4", "2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z"),
        ("0099Q4", "0099-10-01T00:00:00Z", "0100-01-01T00:00:00Z"),
    ])
    func `a quarter runs from its first moment up to the next one's`(
        text: String, start: String, end: String
    ) throws {
        let quarter = try #require(Quarter(text))
        #expect(quarter.description == text)
        #expect(quarter.start.description == start)
        #expect(quarter.end.description == end)
        #expect(Quarter(of: quarter.start) == quarter)
        #expect(quarter.contains(quarter.start))
        #expect(!quarter.contains(quarter.end))
        #expect(Quarter(of: quarter.end) > quarter)
    }

    @Test(arguments: ["", "2026", "2026Q0", "2026Q5", "2026q4", "26Q4", "2026Q44", "2026-4", "２026Q4"])
    func `anything else is no quarter`(text: String) {
        #expect(Quarter(text) == nil)
    }
}
