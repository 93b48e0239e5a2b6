import DRSimPlan
import DRSimUnits

/// A stretch of time that comes round with the calendar: the minute of the daily backup, the hour of the
/// weekly verification.
struct RecurringWindow: Hashable {
    /// The beginning of one of them.
    let anchor: CalendarTime
    /// The time from one beginning to the next.
    let period: Span
    /// How long each is open.
    let length: Span

    /// Whether a moment lies in one of them.
    func contains(_ moment: CalendarTime) -> Bool { moment - latestOpening(notAfter: moment) < length }

    /// The last beginning at or before a moment.
    func latestOpening(notAfter moment: CalendarTime) -> CalendarTime {
        let (distance, period) = ((moment - anchor).milliseconds, period.milliseconds)
        let periods = distance >= 0 ? distance / period : (distance + 1) / period - 1
        return anchor + self.period * periods
    }

    /// The first beginning at or after a moment.
    func nextOpening(notBefore moment: CalendarTime) -> CalendarTime {
        let latest = latestOpening(notAfter: moment)
        return latest == moment ? moment : latest + period
    }

    /// The moment itself where it lies in one of them, else the next beginning.
    func firstMoment(notBefore moment: CalendarTime) -> CalendarTime {
        contains(moment) ? moment : nextOpening(notBefore: moment)
    }
}

extension BackupSchedule {
    /// The window of one of the two things a scheduler starts.
    subscript(firing: BackupScheduler.Firing) -> RecurringWindow {
        firing == .fullBackup ? backupWindow : verificationWindow
    }

    /// The minute of the daily backup, in UTC (L522).
    var backupWindow: RecurringWindow {
        RecurringWindow(anchor: Self.monday + dailyAt, period: .days(1), length: .minutes(1))
    }

    /// The hour of the weekly verification, in UTC (L527).
    var verificationWindow: RecurringWindow {
        let distance = Span.days(Int64(verificationWeekday)) + .hours(Int64(verificationHour))
        return RecurringWindow(anchor: Self.monday + distance, period: .days(7), length: .hours(1))
    }

    /// A Monday, from which weeks are counted.
    private static let monday = CalendarTime(year: 1970, month: 1, day: 5)
}
