import DRSimPostgres
import DRSimUnits
import Testing

/// When scheduled backups are due: six fields, seconds first.
struct CronScheduleTests {
    /// A Tuesday.
    private static let moment = CalendarTime(year: 2026, month: 3, day: 10, hour: 17, minute: 30)

    @Test(arguments: [
        ("0 0 2 * * *", "2026-03-11T02:00:00Z"), ("0 0 18 * * *", "2026-03-10T18:00:00Z"),
        ("0 30 17 * * *", "2026-03-11T17:30:00Z"), ("1 30 17 * * *", "2026-03-10T17:30:01Z"),
        ("0 */20 * * * *", "2026-03-10T17:40:00Z"), ("0 0 0,12 * * *", "2026-03-11T00:00:00Z"),
        ("0 0 3 * * 0", "2026-03-15T03:00:00Z"), ("0 0 3 1 * *", "2026-04-01T03:00:00Z"),
        ("0 0 3 29 2 *", "2028-02-29T03:00:00Z"), ("0 0 3 12 * 0", "2026-03-12T03:00:00Z"),
    ])
    func `finds the next moment`(text: String, next: String) throws {
        let schedule = try #require(CronSchedule(text))
        #expect(schedule.next(after: Self.moment) == CalendarTime(iso8601: next))
    }

    @Test func `finds none where the calendar has no such day`() throws {
        #expect(try #require(CronSchedule("0 0 3 30 2 *")).next(after: Self.moment) == nil)
    }

    @Test(arguments: ["", "0 2 * * *", "0 0 24 * * *", "0 0 x * * *", "0 0 */0 * * *", "0 0 2 * * 7"])
    func `refuses what is no schedule`(text: String) {
        #expect(CronSchedule(text) == nil)
    }
}
