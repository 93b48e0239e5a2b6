import DRSimKernel
import DRSimPeople
import DRSimUnits
import Testing

/// What people decide, and what follows.
struct DecisionTests {
    @Test func `a disaster is declared, stakeholders hear of it and playbooks fall due in their windows`() {
        var run = PeopleRun()
        run.users(areServed: false, at: .start)
        run.alert(at: .minutes(1))
        run.run(through: .minutes(90))
        #expect(
            run.lines == [
                "1 first paged", "5 first answers", "30 first declares", "30 playbook 0", "33 notice",
                "60 playbook 1",
            ])
    }

    @Test func `another class's playbooks fall due until the mistake is seen, then those of the true one`() {
        var configuration = ResponderConfiguration.team(windows: [.minutes(15), .minutes(40), .zero])
        configuration.misdeclaration = .init(
            chance: Quantity("chance", .constant(1)), corrected: Quantity("corrected", .constant(1_800)),
            playbooks: [2..<3])
        var run = PeopleRun(configuration)
        run.users(areServed: false, at: .start)
        run.alert(at: .minutes(1))
        run.run(through: .minutes(90))
        #expect(
            run.lines == [
                "1 first paged", "5 first answers", "30 first declares mistake 0", "30 playbook 2",
                "33 notice", "60 first sees the mistake", "60 playbook 0", "60 playbook 1",
            ])
    }

    @Test func `no playbook is due before its window`() {
        var run = PeopleRun(
            .team(windows: [.minutes(45)], isPrepared: true))
        run.users(areServed: false, at: .start)
        run.alert(at: .minutes(1))
        run.run(through: .minutes(44))
        #expect(run.lines == ["1 first paged", "5 first answers", "17 first declares", "20 notice"])
        run.run(through: .minutes(45))
        #expect(run.lines.last == "45 playbook 0")
    }

    @Test(arguments: [(isPrepared: true, minute: 16), (isPrepared: false, minute: 29)])
    func `criteria agreed beforehand make deciding faster`(row: (isPrepared: Bool, minute: Int)) {
        var run = PeopleRun(.team(windows: [], isPrepared: row.isPrepared))
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.run(through: .minutes(30))
        #expect(run.lines[2] == "\(row.minute) first declares")
        let waits = run.facts.compactMap { entry -> AssumptionID? in
            if case .decisionMade(_, _, let wait) = entry.fact { wait } else { nil }
        }
        #expect(waits == [row.isPrepared ? "decision_prepared" : "decision_untrained"])
    }

    /// The playbook of a disaster five hours in is due three quarters of an hour after its onset.
    private func expectLaterDisasterHasItsWindow(_ run: inout PeopleRun) {
        run.users(areServed: false, at: .hours(5))
        run.alert(at: .minutes(301))
        run.run(through: .minutes(344))
        #expect(!run.lines.contains { $0.contains("playbook") })
        run.run(through: .minutes(345))
        #expect(run.lines.last == "345 playbook 0")
    }

    @Test func `what was over before anybody took it up opens no window of a later disaster`() {
        var run = PeopleRun(.team(windows: [.minutes(45)], isPrepared: true))
        run.users(areServed: false, at: .start)
        run.users(areServed: true, at: .minutes(2))
        expectLaterDisasterHasItsWindow(&run)
    }

    @Test func `an incident nobody answered leaves no window open for a later disaster`() {
        var run = PeopleRun(.team(windows: [.minutes(45)], isPrepared: true))
        let all: [RoleID] = ["first", "second", "director", "deputy"]
        for role in all { run.setAbsent(role, true, at: .start) }
        run.users(areServed: false, at: .start)
        run.alert(at: .minutes(1))
        run.users(areServed: true, at: .minutes(90))
        for role in all { run.setAbsent(role, false, at: .hours(4)) }
        expectLaterDisasterHasItsWindow(&run)
    }

    @Test func `a false alarm is found out, and the next alert is a new incident`() {
        var run = PeopleRun()
        run.alert(at: .start)
        run.run(through: .hours(2))
        #expect(run.lines == ["0 first paged", "4 first answers", "29 first sees nothing"])
        run.alert(at: .hours(2))
        #expect(run.lines.last == "120 first paged")
    }

    @Test func `an outage that is over when people decide needs no playbook, but stakeholders hear of it`() {
        var run = PeopleRun()
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.users(areServed: true, at: .minutes(20))
        run.run(through: .hours(4))
        #expect(
            run.lines == ["0 first paged", "4 first answers", "29 first sees nothing", "32 notice"])
    }

    @Test func `a playbook is not begun while users are served, and is when they no longer are`() {
        var run = PeopleRun(.team(windows: [.minutes(40)]))
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.users(areServed: true, at: .minutes(35))
        run.run(through: .minutes(80))
        #expect(run.lines.last == "32 notice")
        run.users(areServed: false, at: .minutes(90))
        run.run(through: .hours(4))
        #expect(run.lines.last == "90 playbook 0")
    }

    @Test func `each playbook is begun once`() {
        var run = PeopleRun(.team(windows: [.zero]))
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        for minute in 31...50 { run.users(areServed: minute % 2 == 0, at: .minutes(Int64(minute))) }
        run.run(through: .hours(4))
        #expect(run.lines.count { $0.hasSuffix("playbook 0") } == 1)
    }

    @Test func `users complain where no alert came, and are heard`() {
        var run = PeopleRun()
        run.users(areServed: false, at: .minutes(1))
        run.run(through: .minutes(12))
        #expect(run.lines == ["8 complaints", "8 first paged", "12 first answers"])
    }

    @Test func `complaints after an alert tell nobody anything new`() {
        var run = PeopleRun()
        run.users(areServed: false, at: .start)
        run.alert(at: .minutes(6))
        run.run(through: .minutes(10))
        #expect(run.lines == ["6 first paged", "10 first answers"])
    }

    @Test func `an outage shorter than users' patience brings no complaints`() {
        var run = PeopleRun()
        run.users(areServed: false, at: .start)
        run.users(areServed: true, at: .minutes(6))
        run.users(areServed: false, at: .minutes(6) + .seconds(30))
        run.run(through: .minutes(13))
        #expect(run.lines == [])
        run.run(through: .minutes(14))
        #expect(run.lines == ["13 complaints", "13 first paged"])
    }

    @Test func `who leaves before deciding hands the incident on`() {
        var run = PeopleRun()
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.setAbsent("first", true, at: .minutes(20))
        run.run(through: .minutes(58))
        #expect(
            run.lines == [
                "0 first paged", "4 first answers", "29 second paged", "33 second answers",
                "58 second declares", "58 playbook 0",
            ])
    }

    @Test func `after standing down an alert is a new incident`() {
        var run = PeopleRun(.team(windows: [.zero]))
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.run(through: .minutes(35))
        run.alert(at: .minutes(36))
        #expect(run.lines.last == "32 notice")
        run.at(.minutes(40)) { people, _, _, _ in people.standDown() }
        run.alert(at: .minutes(41))
        #expect(run.lines.last == "41 first paged")
    }

    @Test func `people who do not respond are silent`() {
        var run = PeopleRun(.team(respond: false))
        run.users(areServed: false, at: .start)
        run.alert(at: .start)
        run.ask("director", at: .start)
        run.setAbsent("first", true, at: .minutes(1))
        run.setAbsent("first", false, at: .minutes(2))
        run.at(.minutes(3)) { $0.pageOnCall(at: $1, draws: $2, effects: &$3) }
        run.users(areServed: true, at: .minutes(4))
        run.run(through: .hours(24))
        #expect(run.lines == [])
        #expect(run.scheduledCount == 0)
    }
}
