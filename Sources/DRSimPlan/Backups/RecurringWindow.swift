package import DRSimUnits

/// A stretch of time that comes round with the calendar: the minute of the daily backup, the hour of the
/// weekly verification.
package struct RecurringWindow: Hashable, Sendable {
    /// The beginning of one of them.
    package let anchor: CalendarTime
    /// The time from one beginning to the next.
    package let period: Span
    /// How long each is open.
    package let length: Span

    /// Whether a moment lies in one of them.
    package func contains(_ moment: CalendarTime) -> Bool {
        moment - latestOpening(notAfter: moment) < length
    }

    /// The last beginning at or before a moment.
    package func latestOpening(notAfter moment: CalendarTime) -> CalendarTime {
        anchor + period * number(of: moment)
    }

    /// The number of the last of them that began at or before a moment; that of the anchor is 0.
    package func number(of moment: CalendarTime) -> Int64 {
        let (distance, period) = ((moment - anchor).milliseconds, period.milliseconds)
        return distance >= 0 ? distance / period : (distance + 1) / period - 1
    }

    /// The numbers of those that begin in a stretch of time, its end not included.
    package func numbers(from start: CalendarTime, to end: CalendarTime) -> [Int64] {
        let before = Span(milliseconds: -1)
        let (first, last) = (number(of: start + before) + 1, number(of: end + before))
        return first <= last ? Array(first...last) : []
    }

    /// The first beginning at or after a moment.
    package func nextOpening(notBefore moment: CalendarTime) -> CalendarTime {
        let latest = latestOpening(notAfter: moment)
        return latest == moment ? moment : latest + period
    }

    /// The moment itself where it lies in one of them, else the next beginning.
    package func firstMoment(notBefore moment: CalendarTime) -> CalendarTime {
        contains(moment) ? moment : nextOpening(notBefore: moment)
    }
}

extension BackupSchedule {
    /// The minute of the daily backup, in UTC (L522).
    package var backupWindow: RecurringWindow {
        RecurringWindow(anchor: Self.monday + dailyAt, period: .days(1), length: .minutes(1))
    }

    /// The hour of the weekly verification, in UTC (L527).
    package var verificationWindow: RecurringWindow {
        let distance = Span.days(Int64(verificationWeekday)) + .hours(Int64(verificationHour))
        return RecurringWindow(anchor: Self.monday + distance, period: .days(7), length: .hours(1))
    }

    /// How much of the past there is before a trial: backups and what was written have a history.
    package static let history = Span.days(30)
    /// A Monday, from which weeks are counted.
    private static let monday = CalendarTime(year: 1970, month: 1, day: 5)
}
