import DRSimPeople
import DRSimUnits
import Testing

/// Requests for approval: who is asked, who answers, and what.
struct ApprovalTests {
    @Test func `the role is paged and decides`() {
        var run = PeopleRun()
        run.ask("director", token: 42, at: .minutes(1))
        run.run(through: .hours(1))
        #expect(run.lines == ["1 director paged", "5 director answers", "10 director grants 42"])
        #expect(
            run.facts.last?.fact
                == .approvalAnswered(token: 42, granted: true, by: "director", waitedOn: "approval_decision"))
        #expect(run.facts.first?.fact == .paged("director", about: .approval(token: 42)))
    }

    @Test func `who is at work on the incident need not be paged`() {
        var run = PeopleRun()
        run.alert(at: .start)
        run.ask("first", at: .minutes(6))
        run.run(through: .minutes(12))
        #expect(run.lines == ["0 first paged", "4 first answers", "11 first grants 1"])
    }

    @Test func `an absent approver's request goes to those of the chain who may approve`() {
        var run = PeopleRun()
        run.setAbsent("first", true, at: .start)
        run.ask("first", at: .start)
        run.run(through: .hours(1))
        #expect(
            run.lines == [
                "0 first paged", "10 first silent", "10 director paged", "14 director answers",
                "19 director grants 1",
            ])
    }

    @Test func `nobody answers after the time is over`() {
        var run = PeopleRun()
        run.setAbsent("director", true, at: .start)
        run.ask("director", timeout: .minutes(12), at: .start)
        run.run(through: .hours(4))
        #expect(run.lines == ["0 director paged", "10 director silent", "10 deputy paged"])
    }

    @Test func `an answer that comes when the time is just over is none`() {
        for (timeout, answers) in [(Span.minutes(9), 1), (.minutes(9) - .seconds(1), 0)] {
            var run = PeopleRun()
            run.ask("director", timeout: timeout, at: .start)
            run.run(through: .hours(4))
            #expect(
                run.facts.count { if case .approvalAnswered = $0.fact { true } else { false } } == answers)
        }
    }

    @Test(arguments: [
        (areServed: true, line: "9 director refuses 1"), (areServed: false, line: "9 director grants 1"),
    ])
    func `an approver who goes by what users get finds out a false alarm`(
        row: (areServed: Bool, line: String)
    ) {
        var run = PeopleRun()
        run.users(areServed: row.areServed, at: .start)
        run.ask("director", ground: .outage, at: .start)
        run.run(through: .minutes(9))
        #expect(run.lines.contains(row.line))
    }

    @Test func `nobody is let go back to a region that is ill when the answer is due`() {
        var run = PeopleRun()
        run.ask("director", token: 1, ground: .wayBack, at: .start)
        run.people.isHomeWell = false
        run.run(through: .minutes(9))
        run.ask("director", token: 2, ground: .wayBack, at: .minutes(10))
        run.people.isHomeWell = true
        run.run(through: .minutes(30))
        #expect(
            run.lines.filter { $0.contains("grants") || $0.contains("refuses") }
                == ["9 director refuses 1", "19 director grants 2"])
    }

    @Test func `an approver who returns answers what still waits`() {
        var run = PeopleRun()
        run.setAbsent("deputy", true, at: .start)
        run.ask("deputy", timeout: .hours(2), at: .start)
        run.run(through: .minutes(60))
        #expect(run.lines == ["0 deputy paged", "10 deputy silent"])
        run.setAbsent("deputy", false, at: .minutes(60))
        run.run(through: .hours(4))
        #expect(run.lines.suffix(2) == ["64 deputy answers", "69 deputy grants 1"])
    }

    @Test func `requests are answered each on its own`() {
        var run = PeopleRun()
        run.ask("director", token: 1, at: .start)
        run.ask("deputy", token: 2, at: .minutes(1))
        run.run(through: .hours(1))
        #expect(run.lines.suffix(2) == ["9 director grants 1", "10 deputy grants 2"])
    }
}
