import DRSimPeople
import DRSimUnits
import Testing

/// Who resets the controller's latch, and when.
struct LatchReviewTests {
    @Test func `the role looks into it when things have been well for a while`() {
        var run = PeopleRun()
        run.latchMayBeReset(by: "second", at: .minutes(5))
        run.run(through: .minutes(74))
        #expect(run.lines == [])
        run.run(through: .hours(9))
        #expect(run.lines == ["75 second resets"])
        #expect(run.facts.last?.fact == .latchReset("second", waitedOn: "latch_review"))
    }

    @Test func `it stays where things turn bad before that`() {
        var run = PeopleRun()
        run.latchMayBeReset(by: "second", at: .start)
        run.at(.minutes(60)) { people, _, _, _ in people.latchMustStay() }
        run.run(through: .hours(9))
        #expect(run.lines == [])
        run.latchMayBeReset(by: "second", at: .hours(10))
        run.run(through: .hours(20))
        #expect(run.lines == ["670 second resets"])
    }

    @Test func `of a role that is away the next that may approve does it, and where all are away nobody`() {
        var run = PeopleRun()
        run.setAbsent("second", true, at: .start)
        run.latchMayBeReset(by: "second", at: .start)
        run.run(through: .minutes(70))
        #expect(run.lines == ["70 director resets"])

        var empty = PeopleRun()
        for role in ["second", "director", "deputy"] as [RoleID] {
            empty.setAbsent(role, true, at: .start)
        }
        empty.latchMayBeReset(by: "second", at: .start)
        empty.run(through: .minutes(100))
        #expect(empty.lines == [])
        empty.setAbsent("deputy", false, at: .minutes(100))
        empty.run(through: .minutes(130))
        #expect(empty.lines == ["130 deputy resets"])
    }

    @Test func `nobody who does not respond resets anything`() {
        var run = PeopleRun(.team(respond: false))
        run.latchMayBeReset(by: "second", at: .start)
        run.run(through: .hours(9))
        #expect(run.lines == [])
    }
}

extension PeopleRun {
    fileprivate mutating func latchMayBeReset(by role: RoleID, at instant: Instant) {
        at(instant) {
            $0.latchMayBeReset(by: role, after: .minutes(10), at: $1, draws: $2, effects: &$3)
        }
    }
}
