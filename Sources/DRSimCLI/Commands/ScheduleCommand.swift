import ArgumentParser
import DRSimControl
import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits

/// `drsim schedule`: when the plan's backup scheduler would start what.
struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Lists the backups and verifications the plan's scheduler would start.",
        discussion: """
            The scheduler looks at the clock at --from and after each of its
            sleeps; --loop-overhead is what a look adds to each of them, which
            is how a loop drifts past the minute of its backup:
              drsim schedule --from 2026-01-04T00:00:00Z --days 364 \\
                --loop-overhead 50ms --backup-duration 10m --verify-duration 5m
            With --json one object a line:
              {"at":"2026-01-04T02:00:00Z","kind":"full_backup"}
              {"at":"2026-01-04T03:00:00Z","kind":"verify"}
            """)

    @Option(
        help: ArgumentHelp("The first look at the clock, in UTC.", valueName: "moment"),
        transform: Self.moment)
    var from: CalendarTime

    @Option(
        parsing: .unconditional, help: ArgumentHelp("For how many days from then.", valueName: "number"))
    var days: Int

    @Option(
        help: ArgumentHelp("What a look at the clock adds to each sleep.", valueName: "duration"),
        transform: Self.span)
    var loopOverhead: Span = .zero

    @Option(help: ArgumentHelp("How long a full backup takes.", valueName: "duration"), transform: Self.span)
    var backupDuration: Span = .minutes(10)

    @Option(help: ArgumentHelp("How long a verification takes.", valueName: "duration"), transform: Self.span)
    var verifyDuration: Span = .minutes(5)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("One backup in this many fails, counted from the first.", valueName: "number"))
    var failEvery: Int?

    @Flag(help: "One JSON object a line.")
    var json = false

    @Option(help: ArgumentHelp("The plan's folder; else the one below scenarios/.", valueName: "folder"))
    var plan: String?

    @OptionGroup var options: PlanOptions

    func validate() throws {
        guard (1...36_525).contains(days) else {
            throw ValidationError("--days needs a number of days from 1 to 36525, not \(days)")
        }
        if let failEvery, failEvery < 1 {
            throw ValidationError("--fail-every needs a number from 1, not \(failEvery)")
        }
    }

    func run() throws {
        var loader = Loader()
        let folder = try plan ?? Loader.onlyPlanFolder()
        let loaded = try loader.load(planFolder: folder, variant: options.variant)
        let durations = ScheduleForecast.Durations(
            loopOverhead: loopOverhead, backup: backupDuration, verification: verifyDuration,
            failEvery: failEvery)
        let schedule = loaded.plan.backups.schedule
        let firings = ScheduleForecast(schedule, from: from, for: .days(Int64(days)), durations)
        if !loaded.plan.backups.isDeployed {
            Console.standardError(
                "note: this level has no scheduler yet (backups.deployed); this is what it would do")
        }
        if json {
            for firing in firings { Console.output(Self.json(firing).text()) }
        } else {
            let view = ScheduleView(
                schedule: schedule, firings: Array(firings), durations: durations, from: from,
                end: from + .days(Int64(days)))
            Console.output(view.text)
        }
    }

    /// A firing as one object.
    static func json(_ firing: ScheduleForecast.Firing) -> JSONValue {
        ["at": .string(firing.moment.description), "kind": .string(firing.kind.rawValue)]
    }
}

extension ScheduleCommand {
    /// Reads a moment such as `2026-01-04T00:00:00Z`, or a day, which begins at midnight.
    private static func moment(_ text: String) throws -> CalendarTime {
        guard let moment = CalendarTime(iso8601: text) ?? CalendarTime(iso8601: text + "T00:00:00Z") else {
            throw ValidationError("`\(text)` is no moment in UTC such as 2026-01-04T02:00:00Z, or 2026-01-04")
        }
        return moment
    }

    /// Reads a duration such as `50ms`; a bare zero needs no unit.
    private static func span(_ text: String) throws -> Span {
        if text == "0" { return .zero }
        guard let span = SpanSyntax.span(text) else {
            throw ValidationError("`\(text)` is no duration with a unit such as 50ms, 10m or 1h30m")
        }
        return span
    }
}
