import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

@testable import DRSimCLI

struct ScheduleViewTests {
    private func lines(
        _ reading: BackupSchedule.Reading, from: CalendarTime, days: Int64, overhead: Span = .zero,
        failEvery: Int? = nil
    ) -> [String] {
        // A Sunday, 2026-01-04, has the verification.
        let schedule = BackupSchedule(
            dailyAt: .hours(2), verificationWeekday: 6, verificationHour: 3, pollInterval: .seconds(60),
            errorInterval: .minutes(5), reading: reading)
        let durations = ScheduleForecast.Durations(
            loopOverhead: overhead, backup: .minutes(10), verification: .minutes(5), failEvery: failEvery)
        let length = Span.days(days)
        let firings = Array(ScheduleForecast(schedule, from: from, for: length, durations))
        let view = ScheduleView(
            schedule: schedule, firings: firings, durations: durations, from: from, end: from + length)
        return view.text.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
    }

    private let sunday = CalendarTime(year: 2026, month: 1, day: 4)

    @Test func `says what was due, what of it was done, and what that takes for granted`() {
        let lines = lines(.poll, from: sunday, days: 14)
        #expect(lines[2] == "2026-01-04 Sun 02:00:00 03:00:00 … 03:54:00 (10 times)")
        #expect(
            lines.suffix(4) == [
                "looked at from 2026-01-04T00:00:00Z to 2026-01-18T00:00:00Z",
                "full backups due on 14 days: all done; 14 started",
                "verifications due in 2 weeks: all begun; 20 started, again and again within the hour",
                "assumed a backup takes 10m, a verification 5m, a look at the clock no time; no backup fails",
            ])
    }

    @Test func `names the days of which no backup is there, and why`() {
        // The first look is a minute late, and every second backup fails.
        let lines = lines(.poll, from: sunday + .hours(2) + .minutes(1), days: 4, failEvery: 2)
        #expect(
            lines.contains(
                "full backups due on 4 days: done on 2, failed on 2, never started on 0; "
                    + "4 started, 2 of them in vain"
            ))
        #expect(lines.contains("not saved 2026-01-06 (failed), 2026-01-08 (failed)"))
        #expect(lines.last?.hasSuffix("one backup in 2 fails") == true)
    }

    @Test func `a loop that drifts past the minute leaves days on which none was started`() {
        let lines = lines(.poll, from: sunday, days: 14, overhead: .seconds(50))
        #expect(lines.contains { $0.contains("(never started)") && $0.hasPrefix("not saved") })
    }

    @Test func `counts the day whose backup is made up for`() {
        let lines = lines(.deadline, from: sunday + .hours(2) + .seconds(30), days: 1)
        #expect(lines.contains("full backups due on 1 day: all done; 1 started"))
        #expect(lines.contains("verifications due in 1 week: all begun; 1 started"))
    }
}
