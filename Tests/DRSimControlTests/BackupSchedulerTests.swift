import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

struct BackupSchedulerTests {
    static let sunday = CalendarTime(year: 2026, month: 1, day: 4)

    private func schedule(_ reading: BackupSchedule.Reading, retries: Int = 0) -> BackupSchedule {
        var schedule = BackupSchedule(
            dailyAt: .hours(2), verificationWeekday: 6, verificationHour: 3, pollInterval: .minutes(1),
            errorInterval: .minutes(5), reading: reading)
        schedule.retries = retries
        return schedule
    }

    private func forecast(
        _ reading: BackupSchedule.Reading, days: Int64, overhead: Span = .zero, backup: Span = .minutes(10),
        verification: Span = .minutes(5), failEvery: Int? = nil, retries: Int = 0,
        from start: CalendarTime = Self.sunday
    ) -> [ScheduleForecast.Firing] {
        let durations = ScheduleForecast.Durations(
            loopOverhead: overhead, backup: backup, verification: verification, failEvery: failEvery)
        return Array(
            ScheduleForecast(schedule(reading, retries: retries), from: start, for: .days(days), durations))
    }

    @Test func `the scheduler and whoever counts what was due go by the same windows`() {
        let window = schedule(.deadline).verificationWindow
        #expect(window.nextOpening(notBefore: Self.sunday) == Self.sunday + .hours(3))
        let first = window.number(of: Self.sunday + .hours(3))
        #expect(window.number(of: Self.sunday + .hours(2)) == first - 1)
        let numbers = window.numbers(from: Self.sunday + .hours(3), to: Self.sunday + .days(7) + .hours(3))
        #expect(numbers == [first])
        #expect(
            schedule(.poll).backupWindow.numbers(from: Self.sunday, to: Self.sunday + .days(3)).count == 3)
        #expect(window.number(of: CalendarTime(year: 1970, month: 1, day: 1)) == -2)
    }

    @Test func `as written a Sunday has one backup and ten verifications`() {
        let firings = forecast(.poll, days: 1)
        let minutes = [120] + (0..<10).map { 180 + 6 * Int64($0) }
        #expect(firings.map { $0.moment - Self.sunday } == minutes.map { .minutes($0) })
        #expect(firings.map(\.kind) == [.fullBackup] + Array(repeating: .verification, count: 10))
    }

    @Test func `as written a long backup on Sunday leaves no verification`() {
        #expect(forecast(.poll, days: 1, backup: .hours(2)).map(\.kind) == [.fullBackup])
    }

    @Test func `as written a loop that takes five seconds misses backups`() {
        let backups = forecast(.poll, days: 364, overhead: .seconds(5)).count { $0.kind == .fullBackup }
        #expect((330..<364).contains(backups))
    }

    @Test func `as written a failed backup sleeps past the rest of its minute and is tried tomorrow`() {
        let firings = forecast(.poll, days: 3, backup: .zero, failEvery: 2).filter { $0.kind == .fullBackup }
        #expect(firings.map(\.failed) == [false, true, false])
        #expect(firings.map { $0.moment - Self.sunday } == [.hours(2), .hours(26), .hours(50)])
    }

    @Test(arguments: [Span.zero, .seconds(5), .minutes(20), .hours(5)])
    func `by deadlines there is a backup each day and a verification each week`(overhead: Span) {
        for (backup, failEvery) in [(Span.minutes(10), nil as Int?), (.hours(3), 1), (.hours(12), 3)] {
            let firings = forecast(
                .deadline, days: 364, overhead: overhead, backup: backup, failEvery: failEvery)
            #expect(firings.count { $0.kind == .fullBackup } == 364, "\(overhead) \(backup)")
            #expect(firings.count { $0.kind == .verification } == 52, "\(overhead) \(backup)")
        }
    }

    @Test func `by deadlines a failed backup does not cost the week's verification`() {
        let firings = forecast(.deadline, days: 1, backup: .hours(1), failEvery: 1)
        #expect(firings.map { $0.moment - Self.sunday } == [.hours(2), .hours(3) + .minutes(5)])
    }

    @Test func `by deadlines a failed backup is begun again as often as the plan says, as written never`() {
        let twice = forecast(.deadline, days: 1, failEvery: 2, retries: 2).filter { $0.kind == .fullBackup }
        #expect(twice.map(\.failed) == [false])
        let always = forecast(.deadline, days: 2, failEvery: 1, retries: 2)
        // Ten minutes for each try and five of sleep after it; the verification is made all the same.
        let tries = [0, 15, 30].map { Span.hours(2) + .minutes($0) }
        #expect(
            always.filter { $0.kind == .fullBackup }.map { $0.moment - Self.sunday }
                == tries + tries.map { .hours(24) + $0 })
        #expect(always.count { $0.kind == .verification } == 1)
        #expect(forecast(.poll, days: 2, failEvery: 1, retries: 2).count { $0.kind == .fullBackup } == 2)
        let second = forecast(.deadline, days: 2, failEvery: 2, retries: 2).filter { $0.kind == .fullBackup }
        #expect(second.map(\.failed) == [false, true, false])
        #expect(second.last.map { $0.moment - Self.sunday } == .hours(26) + .minutes(15))
    }

    @Test func `how often a backup has failed outlives a restart`() {
        let due = Instant.start + .hours(2)
        var scheduler = BackupScheduler(schedule: schedule(.deadline, retries: 1), epoch: Self.sunday)
        var now = due
        var tries = 0
        while scheduler.handle(.timer, at: now) == [.start(.fullBackup)] {
            tries += 1
            _ = scheduler.handle(.ended(succeeded: false), at: now)
            now = now + .minutes(5)
            scheduler = BackupScheduler(
                schedule: schedule(.deadline, retries: 1), epoch: Self.sunday, startingAt: now,
                remembering: scheduler.deadlines)
        }
        #expect(tries == 2)
    }

    @Test func `a scheduler that remembers nothing makes up for the day it begins on, and for no other`() {
        let late = Self.sunday + .hours(2) + .seconds(30)
        let firings = forecast(.deadline, days: 2, overhead: .seconds(5), from: late)
        #expect(firings.first.map { $0.kind == .fullBackup && $0.moment == late } == true)
        #expect(firings.count { $0.kind == .fullBackup } == 3)
        // On a Sunday afternoon the week's verification too, on a Monday morning nothing.
        let afternoon = forecast(.deadline, days: 1, from: Self.sunday + .hours(15))
        #expect(afternoon.map(\.kind) == [.fullBackup, .verification, .fullBackup])
        let monday = forecast(.deadline, days: 1, from: Self.sunday + .hours(24))
        #expect(monday.map { $0.moment - Self.sunday } == [.hours(26)])
    }

    @Test func `what is due while the scheduler is down is made up for, as written it is lost`() throws {
        var scheduler = BackupScheduler(schedule: schedule(.deadline), epoch: Self.sunday)
        let (down, up) = (Instant.start + .hours(1), Instant.start + .hours(5))
        #expect(scheduler.handle(.timer, at: down) == [.wake(at: down + .minutes(1))])
        let remembered = try #require(scheduler.deadlines)
        scheduler = BackupScheduler(
            schedule: schedule(.deadline), epoch: Self.sunday, startingAt: up, remembering: remembered)
        #expect(scheduler.handle(.timer, at: up) == [.start(.fullBackup)])
        scheduler = BackupScheduler(schedule: schedule(.poll), epoch: Self.sunday, startingAt: up)
        #expect(scheduler.handle(.timer, at: up) == [.wake(at: up + .minutes(1))])
    }

    @Test(arguments: [BackupSchedule.Reading.poll, .deadline])
    func `it says until when it does nothing`(reading: BackupSchedule.Reading) {
        var scheduler = BackupScheduler(schedule: schedule(reading), epoch: Self.sunday)
        #expect(scheduler.quiet(from: .start) == .start + .hours(2))
        #expect(scheduler.handle(.timer, at: .start + .hours(2)) == [.start(.fullBackup)])
        #expect(scheduler.quiet(from: .start + .hours(2)) == nil)
        _ = scheduler.handle(.ended(succeeded: true), at: .start + .minutes(125))
        #expect(scheduler.quiet(from: .start + .minutes(126)) == .start + .hours(3))
    }

    @Test func `a timer that comes early and an end of nothing change nothing`() {
        let scheduler = BackupScheduler(
            schedule: schedule(.poll), epoch: Self.sunday, startingAt: .start + .hours(2))
        var told = scheduler
        #expect(told.handle(.timer, at: .start + .hours(1)) == [])
        #expect(told.handle(.ended(succeeded: false), at: .start + .hours(2)) == [])
        #expect(told == scheduler)
    }
}
