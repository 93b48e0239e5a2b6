import DRSimControl
import DRSimUnits
import TextTable

/// A schedule for people: a row for each day on which something is started, and the sums.
enum ScheduleView {
    /// The table and a line of sums below it.
    static func text(_ firings: [ScheduleForecast.Firing], days: Int) -> String {
        let rows = DayRow.all(of: firings)
        let table = TextTable<DayRow> { row in
            [
                Column(title: "day", value: row.day), Column(title: "", value: row.weekday),
                Column(title: "full backup", value: row.backups),
                Column(title: "verification", value: row.verifications),
            ]
        }.text(rows)
        return (rows.isEmpty ? "" : table + "\n\n") + "  " + sums(firings, days: days)
    }

    private static func sums(_ firings: [ScheduleForecast.Firing], days: Int) -> String {
        let backups = firings.filter { $0.kind == .fullBackup }
        let failed = backups.count { $0.failed }
        let served = Set(backups.map(\.moment.daysSinceEpoch)).count
        return "\(days) days: \(backups.count) backups started, \(failed) failed, on \(served) days; "
            + "\(firings.count - backups.count) verifications started"
    }
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
