import DRSimControl
import DRSimPlan
import DRSimUnits
import TextTable

/// A schedule for people: a row for each day on which something is started, and below it what was due, what
/// of it was done, and what that takes for granted.
struct ScheduleView {
    let schedule: BackupSchedule
    let firings: [ScheduleForecast.Firing]
    let durations: ScheduleForecast.Durations
    let from, end: CalendarTime

    /// The table and the lines below it.
    var text: String {
        let rows = DayRow.all(of: firings)
        let table = TextTable<DayRow> { row in
            [
                Column(title: "day (UTC)", value: row.day), Column(title: "", value: row.weekday),
                Column(title: "full backup", value: row.backups),
                Column(title: "verification", value: row.verifications),
            ]
        }.text(rows)
        var lines = [("looked at", "from \(from) to \(end)"), ("full backups", backups)]
        if let bare { lines.append(("not saved", bare)) }
        lines += [("verifications", verifications), ("assumed", assumed)]
        return (rows.isEmpty ? "" : table + "\n\n") + Closing.text(lines)
    }

    private var backups: String {
        let days = Occasions(.fullBackup, of: schedule.backupWindow, self)
        guard !days.all.isEmpty else { return "none due" }
        let (done, tried) = (days.count(days.done), days.count(days.begun))
        let failed = firings.count(where: \.failed)
        let outcome =
            done == days.all.count
            ? "all done"
            : "done on \(done), failed on \(tried - done), never started on \(days.all.count - tried)"
        return "due on \(days.all.count) day\(days.all.count == 1 ? "" : "s"): \(outcome)"
            + "; \(days.started) started" + (failed == 0 ? "" : ", \(failed) of them in vain")
    }

    /// The days of which no backup is there, the first few by name.
    private var bare: String? {
        let days = Occasions(.fullBackup, of: schedule.backupWindow, self)
        let bare = days.all.filter { !days.done.contains($0) }
        guard !bare.isEmpty else { return nil }
        let shown = bare.prefix(3).map { number in
            let day = (days.window.anchor + days.window.period * number).description.prefix(10)
            return "\(day) (\(days.begun.contains(number) ? "failed" : "never started"))"
        }
        let more = bare.count - shown.count
        return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private var verifications: String {
        let weeks = Occasions(.verification, of: schedule.verificationWindow, self)
        guard !weeks.all.isEmpty else { return "none due" }
        let begun = weeks.count(weeks.begun)
        let outcome = begun == weeks.all.count ? "all begun" : "begun in \(begun)"
        let again = weeks.started > begun ? ", again and again within the hour" : ""
        return "due in \(weeks.all.count) week\(weeks.all.count == 1 ? "" : "s"): \(outcome)"
            + "; \(weeks.started) started\(again)"
    }

    /// What the times rest on.
    private var assumed: String {
        let overhead = durations.loopOverhead
        let failing = durations.failEvery.map { $0 == 1 ? "every backup fails" : "one backup in \($0) fails" }
        let (backup, verification) = (durations.backup.brief, durations.verification.brief)
        return "a backup takes \(backup), a verification \(verification), a look at the clock "
            + "\(overhead == .zero ? "no time" : overhead.description); \(failing ?? "no backup fails")"
    }
}

/// The days or weeks in which something was due and could be started, and those in which it was.
private struct Occasions {
    let window: RecurringWindow
    let all: [Int64]
    /// Those in which it was started, and in which that went well.
    let begun, done: Set<Int64>
    /// How often it was started in all.
    let started: Int

    init(_ kind: BackupScheduler.Firing, of window: RecurringWindow, _ view: ScheduleView) {
        let firings = view.firings.filter { $0.kind == kind }
        let lastOpening = view.end + Span(milliseconds: 1 - window.length.milliseconds)
        self.window = window
        started = firings.count
        begun = Set(firings.map { window.number(of: $0.moment) })
        done = Set(firings.filter { !$0.failed }.map { window.number(of: $0.moment) })
        all = begun.union(window.numbers(from: view.from, to: lastOpening)).sorted()
    }

    /// How many of the days or weeks are among some.
    func count(_ some: Set<Int64>) -> Int { all.count(where: some.contains) }
}

/// What is started on one day.
private struct DayRow {
    private var firings: [ScheduleForecast.Firing]

    /// The days on which something is started.
    static func all(of firings: [ScheduleForecast.Firing]) -> [DayRow] {
        firings.reduce(into: []) { rows, firing in
            let day = firing.moment.daysSinceEpoch
            if rows.last?.firings.last?.moment.daysSinceEpoch == day {
                rows[rows.count - 1].firings.append(firing)
            } else {
                rows.append(DayRow(firings: [firing]))
            }
        }
    }

    var day: String { String(firings[0].moment.description.prefix(10)) }

    var weekday: String {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][firings[0].moment.weekday]
    }

    var backups: String {
        firings.filter { $0.kind == .fullBackup }
            .map { time(of: $0) + ($0.failed ? " failed" : "") }.joined(separator: ", ")
    }

    /// The time of the verification; of several the first and the last.
    var verifications: String {
        let times = firings.filter { $0.kind == .verification }.map(time)
        guard let first = times.first, let last = times.last, times.count > 1 else {
            return times.first ?? ""
        }
        return "\(first) … \(last) (\(times.count) times)"
    }

    private func time(of firing: ScheduleForecast.Firing) -> String {
        String(firing.moment.description.dropFirst(11).dropLast())
    }
}
