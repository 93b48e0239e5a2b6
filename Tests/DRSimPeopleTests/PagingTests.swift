import DRSimPeople
import DRSimUnits
import Testing

/// Who is reached, and when.
struct PagingTests {
    @Test func `an alert pages the first on call, who answers`() {
        var run = PeopleRun()
        run.alert(at: .minutes(1))
        run.run(through: .minutes(20))
        #expect(run.lines == ["1 first paged", "5 first answers"])
    }

    @Test func `a message in a channel that does not page, or in none, reaches nobody`() {
        var run = PeopleRun()
        run.alert(over: "chat", at: .minutes(1))
        run.alert(over: "fax", at: .minutes(1))
        run.run(through: .minutes(60))
        #expect(run.lines == [])
    }

    @Test func `further alerts about one incident page nobody`() {
        var run = PeopleRun()
        for minute in 1...20 { run.alert(at: .minutes(Int64(minute))) }
        #expect(run.lines == ["1 first paged", "5 first answers"])
    }

    @Test func `an absent role's page escalates along the chain`() {
        var run = PeopleRun()
        run.setAbsent("first", true, at: .start)
        run.setAbsent("second", true, at: .start)
        run.alert(at: .start)
        run.run(through: .minutes(24))
        #expect(
            run.lines == [
                "0 first paged", "10 first silent", "10 second paged", "20 second silent",
                "20 director paged", "24 director answers",
            ])
    }

    @Test func `who answers too late finds that another has taken it on`() {
        var run = PeopleRun(.team(windows: []), timings: .constant(acknowledge: .constant(720)))
        run.alert(at: .start)
        run.run(through: .minutes(30))
        #expect(
            run.lines == [
                "0 first paged", "10 first silent", "10 second paged", "12 first answers",
            ])
    }

    @Test func `a chain of which nobody answers ends, and the next alert begins it again`() {
        var run = PeopleRun()
        for role: RoleID in ["first", "second", "director", "deputy"] {
            run.setAbsent(role, true, at: .start)
        }
        run.alert(at: .start)
        run.alert(at: .minutes(39))
        run.run(through: .hours(2))
        #expect(run.lines.last == "40 deputy silent")
        run.setAbsent("second", false, at: .hours(3))
        #expect(run.lines.last == "40 deputy silent")
        run.run(through: .minutes(184))
        #expect(run.lines.last == "184 second answers")

        var again = PeopleRun()
        for role: RoleID in ["first", "second", "director", "deputy"] {
            again.setAbsent(role, true, at: .start)
        }
        again.alert(at: .start)
        again.alert(at: .minutes(50))
        #expect(again.lines.last == "50 first paged")
    }

    @Test func `overlapping absences are counted`() {
        var run = PeopleRun()
        run.setAbsent("first", true, at: .start)
        run.setAbsent("first", true, at: .start)
        run.alert(at: .start)
        run.setAbsent("first", false, at: .minutes(1))
        run.run(through: .minutes(6))
        #expect(run.lines == ["0 first paged"])
        run.setAbsent("first", false, at: .minutes(6))
        run.run(through: .minutes(20))
        #expect(run.lines == ["0 first paged", "10 first silent", "10 second paged", "10 first answers"])
    }

    @Test func `who is away when they would look does not answer`() {
        var run = PeopleRun()
        run.alert(at: .start)
        run.setAbsent("first", true, at: .minutes(3))
        run.run(through: .minutes(14))
        #expect(run.lines == ["0 first paged", "10 first silent", "10 second paged", "14 second answers"])
    }

    @Test(arguments: [
        (hour: 21, offset: 0, minutes: 6), (hour: 22, offset: 0, minutes: 8),
        (hour: 3, offset: 0, minutes: 8),
        (hour: 6, offset: 0, minutes: 8), (hour: 7, offset: 0, minutes: 6), (hour: 12, offset: 0, minutes: 4),
        (hour: 21, offset: 1, minutes: 8), (hour: 7, offset: -1, minutes: 8),
        (hour: 23, offset: -8, minutes: 4),
    ])
    func `answers take longer at night, where the responders are`(
        row: (hour: Int, offset: Int64, minutes: Int64)
    ) {
        var run = PeopleRun(.team(hour: row.hour, utcOffset: .hours(row.offset)))
        run.alert(at: .start)
        run.run(through: .minutes(9))
        #expect(run.lines == ["0 first paged", "\(row.minutes) first answers"])
    }

    @Test(
        arguments: [
            (hour: 23, from: 0, to: 5, minutes: 6), (hour: 0, from: 0, to: 5, minutes: 8),
            (hour: 4, from: 0, to: 5, minutes: 8), (hour: 5, from: 0, to: 5, minutes: 6),
            (hour: 20, from: 20, to: 6, minutes: 8), (hour: 6, from: 20, to: 6, minutes: 6),
        ] as [(hour: Int, from: Int64, to: Int64, minutes: Int64)])
    func `night is when the plan says, before midnight and after it`(
        row: (hour: Int, from: Int64, to: Int64, minutes: Int64)
    ) {
        let night = ResponderConfiguration.Night(from: .hours(row.from), to: .hours(row.to))
        var run = PeopleRun(.team(hour: row.hour, night: night))
        run.alert(at: .start)
        run.run(through: .minutes(9))
        #expect(run.lines == ["0 first paged", "\(row.minutes) first answers"])
    }

    @Test(arguments: [(within: 240.0, share: 0.5), (within: 900.0, share: 0.95)])
    func `answers have the median and 95th percentile of their source`(
        row: (within: Double, share: Double)
    ) {
        // The tail beyond the escalation is the first role's too: nobody else is there to answer.
        let alone = ResponderConfiguration(
            respond: true, roles: [.init(id: "first", escalatesTo: nil, approves: true)],
            channels: [.init(name: "pager", pages: true)], playbookWindows: [], isPrepared: true,
            start: CalendarTime(year: 2026, month: 3, day: 10, hour: 12),
            workingHours: .hours(9)..<(.hours(18)), night: .init(from: .hours(22), to: .hours(7)))
        var early = 0
        let count: UInt32 = 4_000
        for trial in 0..<count {
            var run = PeopleRun(
                alone, timings: .constant(acknowledge: .lognormal(p50: 240, p95: 900)), trial: trial)
            run.alert(at: .start)
            run.run(through: .start + Span.rounding(seconds: row.within))
            early += run.facts.count { if case .acknowledged = $0.fact { true } else { false } }
        }
        let standardError = (row.share * (1 - row.share) / Double(count)).squareRoot()
        #expect(abs(Double(early) / Double(count) - row.share) < 4 * standardError)
    }
}

extension Instant {
    static func hours(_ count: Int64) -> Instant { .start + .hours(count) }
}
