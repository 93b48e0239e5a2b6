import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// The scheduler against the answers of the document's Python.
struct ScheduleFigureTests {
    @Test func `the scheduler starts at every instant what the document's Python did`() throws {
        let rows = try ScheduleRow.all()
        let differences = rows.filter { $0.forecast != $0.started }
        #expect(rows.count == 200)
        #expect(differences.map(\.text) == [])
    }

    @Test func `the configurations miss backups, fail backups, and drop or repeat verifications`() throws {
        let rows = try ScheduleRow.all()
        #expect(rows.count { $0.count("b") < $0.days } > 30)
        #expect(rows.count { $0.failEvery != nil && $0.count("b") > 3 } > 30)
        #expect(rows.count { $0.count("v") == 0 } > 10)
        #expect(rows.count { $0.count("v") > $0.days * 5 } > 10)
    }
}

/// One configuration and what the document's scheduler started in it.
private struct ScheduleRow {
    let text: Substring
    let days: Int
    let failEvery: Int?
    let started: Substring
    private let numbers: [Int64]

    init(_ text: Substring) throws {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        numbers = fields.dropLast().compactMap { Int64($0) }
        try #require(numbers.count == 6 && fields.count == 7)
        (self.text, started) = (text, fields[6])
        (days, failEvery) = (Int(numbers[1]), numbers[5] == 0 ? nil : Int(numbers[5]))
    }

    static func all() throws -> [ScheduleRow] {
        try Figures.text(of: "schedule.csv").split(separator: "\n").dropFirst().map { try ScheduleRow($0) }
    }

    /// What our scheduler starts, written in the same way.
    var forecast: String {
        let start = CalendarTime(millisecondsSinceEpoch: numbers[0])
        let durations = ScheduleForecast.Durations(
            loopOverhead: Span(milliseconds: numbers[2]), backup: Span(milliseconds: numbers[3]),
            verification: Span(milliseconds: numbers[4]), failEvery: failEvery)
        let schedule = BackupSchedule(
            dailyAt: .hours(2), verificationWeekday: 6, verificationHour: 3, pollInterval: .minutes(1),
            errorInterval: .minutes(5), reading: .poll)
        var runs: [(step: String, count: Int)] = []
        var before = start
        for firing in ScheduleForecast(schedule, from: start, for: .days(Int64(days)), durations) {
            let letter = firing.kind == .fullBackup ? "b" : "v"
            let step = "\(letter)\((firing.moment - before).milliseconds)"
            before = firing.moment
            if runs.last?.step == step { runs[runs.count - 1].count += 1 } else { runs.append((step, 1)) }
        }
        return runs.map { $0.count == 1 ? $0.step : "\($0.step)x\($0.count)" }.joined(separator: " ")
    }

    /// How often something was started.
    func count(_ letter: Character) -> Int {
        started.split(separator: " ").filter { $0.first == letter }.reduce(0) { sum, run in
            sum + (run.split(separator: "x").dropFirst().first.flatMap { Int($0) } ?? 1)
        }
    }
}
