import DRSimKernel
import DRSimPeople
import DRSimUnits
import Testing

/// Hours, the provider's word and what is done at once.
struct ConductTests {
    /// The tenth of March 2026 is a Tuesday; the fourteenth a Saturday.
    @Test(arguments: [
        (day: 10, hour: 12, minutes: 4), (day: 10, hour: 20, minutes: 6), (day: 10, hour: 8, minutes: 6),
        (day: 10, hour: 23, minutes: 8), (day: 14, hour: 12, minutes: 6), (day: 15, hour: 2, minutes: 8),
        (day: 10, hour: 18, minutes: 6), (day: 10, hour: 9, minutes: 4),
    ])
    func `a page is answered soonest in working hours, latest at night`(
        row: (day: Int, hour: Int, minutes: Int)
    ) {
        var team = ResponderConfiguration.team()
        team.start = CalendarTime(year: 2026, month: 3, day: row.day, hour: row.hour)
        var run = PeopleRun(team)
        run.alert(at: .start)
        run.run(through: .minutes(9))
        #expect(run.lines.last == "\(row.minutes) first answers")
    }

    @Test func `clocks that show another time move the hours`() {
        var team = ResponderConfiguration.team(hour: 17, utcOffset: .zero - .hours(7))
        #expect(team.utcOffset < .zero)
        var run = PeopleRun(team)
        run.alert(at: .start)
        run.run(through: .minutes(9))
        #expect(run.lines.last == "4 first answers")
        team.utcOffset = .hours(3)
        run = PeopleRun(team)
        run.alert(at: .start)
        run.run(through: .minutes(9))
        #expect(run.lines.last == "6 first answers")
    }

    @Test func `who awaits the provider's word does not declare an outage before it`() {
        var team = ResponderConfiguration.team(windows: [])
        team.awaitsProvider = true
        var run = PeopleRun(team)
        run.users(areServed: false, at: .start)
        run.alert(at: .minutes(1))
        run.run(through: .minutes(61))
        #expect(run.lines.last == "60 first declares")
        let waits = run.facts.compactMap { entry -> AssumptionID? in
            if case .decisionMade(_, _, let wait) = entry.fact { wait } else { nil }
        }
        #expect(waits == ["provider_confirmation"])
    }

    @Test func `each role does its items one after the other, from declaration or its answer on`() {
        var team = ResponderConfiguration.team(windows: [])
        team.items = [.item("a", "first", 120), .item("b", "second", 300), .item("c", "first", 60)]
        var run = PeopleRun(team)
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.run(through: .hours(1))
        #expect(
            Array(run.lines.dropFirst(3)) == [
                "31 first does item 0", "32 notice", "32 first does item 2", "38 second does item 1",
            ])
    }

    @Test func `of a role that is away the next one does its items, and its notice is the first`() {
        var team = ResponderConfiguration.team(windows: [])
        team.items = [.item("tell", "second", 300, tells: true)]
        var run = PeopleRun(team)
        run.setAbsent("second", true, at: .start)
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.run(through: .hours(2))
        #expect(run.lines.last == "38 director does item 0")
        #expect(!run.lines.contains { $0.hasSuffix("notice") })
    }

    @Test func `nothing is done once the incident is over`() {
        var team = ResponderConfiguration.team(windows: [])
        team.items = [.item("a", "first", 120), .item("b", "first", 600)]
        var run = PeopleRun(team)
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.run(through: .minutes(33))
        run.at(.minutes(33)) { people, _, _, _ in people.standDown() }
        run.run(through: .hours(2))
        #expect(!run.lines.contains { $0.hasSuffix("item 1") })
    }
}

extension ResponderConfiguration.Item {
    fileprivate static func item(
        _ id: String, _ role: RoleID, _ seconds: Double, tells: Bool = false
    ) -> Self {
        Self(id: id, role: role, takes: Quantity("item", .constant(seconds)), tells: tells)
    }
}
