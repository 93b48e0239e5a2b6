import DRSimKubernetes
import DRSimUnits
import Testing

/// When scheduled backups are due: six fields, seconds first, or a word.
struct CronScheduleTests {
    /// A Tuesday.
    private static let moment = CalendarTime(year: 2026, month: 3, day: 10, hour: 17, minute: 30)

    @Test(arguments: [
        ("0 0 2 * * *", "2026-03-11T02:00:00Z"), ("0 0 18 * * *", "2026-03-10T18:00:00Z"),
        ("0 30 17 * * *", "2026-03-11T17:30:00Z"), ("1 30 17 * * *", "2026-03-10T17:30:01Z"),
        ("0 */20 * * * *", "2026-03-10T17:40:00Z"), ("0 0 0,12 * * *", "2026-03-11T00:00:00Z"),
        ("0 0 3 * * 0", "2026-03-15T03:00:00Z"), ("0 0 3 1 * *", "2026-04-01T03:00:00Z"),
        ("0 0 3 29 2 *", "2028-02-29T03:00:00Z"), ("0 0 3 12 * 0", "2026-03-12T03:00:00Z"),
        ("0 0 1 * * MON-SAT", "2026-03-11T01:00:00Z"), ("0 0 1 * * 1-5", "2026-03-11T01:00:00Z"),
        ("0 0 1 * * sat,Sun", "2026-03-14T01:00:00Z"), ("0 0 1 1 JAN-DEC/3 ?", "2026-04-01T01:00:00Z"),
        ("0 10-50/20 * * * *", "2026-03-10T17:50:00Z"), ("0 0 2 * *", "2026-03-11T02:00:00Z"),
        ("0 0 1 1 * */2", "2026-08-01T01:00:00Z"), ("@daily", "2026-03-11T00:00:00Z"),
        ("@weekly", "2026-03-15T00:00:00Z"), ("@monthly", "2026-04-01T00:00:00Z"),
        ("@yearly", "2027-01-01T00:00:00Z"), ("@hourly", "2026-03-10T18:00:00Z"),
        ("@every 1h30m", "2026-03-10T19:00:00Z"),
    ])
    func `finds the next moment`(text: String, next: String) throws {
        #expect(try CronSchedule(text).next(after: Self.moment) == CalendarTime(iso8601: next))
    }

    @Test func `finds none where the calendar has no such day`() throws {
        #expect(try CronSchedule("0 0 3 30 2 *").next(after: Self.moment) == nil)
    }

    @Test(arguments: [
        ("", "Empty spec string"), ("nonsense", "Expected 5 to 6 fields, found 1: nonsense"),
        ("0 2 * *", "Expected 5 to 6 fields, found 4: 0 2 * *"),
        ("0 0 24 * * *", "End of range (24) above maximum (23): 24"),
        ("0 0 2 0 * *", "Beginning of range (0) below minimum (1): 0"),
        ("0 0 5-3 * * *", "Beginning of range (5) beyond end of range (3): 5-3"),
        ("0 0 1-2-3 * * *", "Too many hyphens: 1-2-3"), ("0 0 1/2/3 * * *", "Too many slashes: 1/2/3"),
        ("0 0 x * * *", "Failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax"),
        ("0 0 */0 * * *", "Step of range should be a positive number: */0"),
        ("0 0 2 * * 7", "End of range (7) above maximum (6): 7"),
        ("@nightly", "Unrecognized descriptor: @nightly"),
        ("@every day", "Failed to parse duration @every day: time: invalid duration \"day\""),
    ])
    func `refuses what is no schedule, and says why`(text: String, why: String) {
        #expect(throws: CronSchedule.Problem(why)) { try CronSchedule(text) }
    }
}
