import DRSimKernel
import DRSimPeople
import DRSimUnits
import Testing

/// Damage no health check sees: somebody comes upon it, and people respond although users are served.
struct DamageTests {
    @Test func `it is noticed after its latency, declared, and responded to while users are served`() {
        var run = PeopleRun()
        run.damage(at: .start)
        run.run(through: .minutes(119))
        #expect(run.lines == [])
        run.run(through: .hours(4))
        #expect(
            run.lines == [
                "120 damage noticed", "120 first paged", "124 first answers", "149 first declares",
                "149 playbook 0", "149 playbook 1", "152 notice",
            ])
        #expect(run.facts.first?.fact == .damageNoticed(waitedOn: "latency"))
    }

    @Test func `an approver who knows of it grants what a look at users would refuse`() {
        for (knows, answer) in [(true, "grants"), (false, "refuses")] {
            var run = PeopleRun()
            if knows { run.damage(at: .start) }
            run.ask("director", ground: .outage, at: .hours(5))
            run.run(through: .hours(6))
            #expect(run.lines.last == "309 director \(answer) 1")
        }
    }

    @Test func `what is repaired before anybody came upon it is never noticed`() {
        var run = PeopleRun()
        run.damage(at: .start)
        run.at(.minutes(60)) { people, _, _, _ in people.damageRepaired() }
        run.run(through: .hours(9))
        #expect(run.lines == [])
    }

    @Test func `repaired damage is no reason to declare the next incident`() {
        var run = PeopleRun()
        run.damage(at: .start)
        run.run(through: .hours(4))
        #expect(run.people.isDamageOpen)
        run.at(.hours(4)) { people, _, _, _ in
            people.damageRepaired()
            people.standDown()
        }
        #expect(!run.people.isDamageOpen)
        run.alert(at: .hours(5))
        run.run(through: .hours(6))
        #expect(run.lines.last == "329 first sees nothing")
    }

    @Test(arguments: [true, false])
    func `what users felt, and a response made good, is not come upon again`(isFelt: Bool) {
        var run = PeopleRun()
        run.damage(at: .start, isFelt: isFelt)
        run.at(.minutes(60)) { people, _, _, _ in people.complaintsSettled() }
        run.run(through: .hours(9))
        #expect(run.lines.contains("120 damage noticed") != isFelt)
    }

    @Test func `once a disaster is declared nobody consents to what is for one of another kind`() {
        for (instant, answer) in [(Instant.minutes(5), "grants"), (.minutes(60), "refuses")] {
            var run = PeopleRun()
            run.damage(at: .start)
            run.users(areServed: false, at: .start + .minutes(1))
            run.ask("director", ground: .otherDisaster, at: instant)
            run.run(through: .hours(6))
            #expect(run.lines.contains { $0.hasSuffix("director \(answer) 1") }, "\(run.lines)")
        }
    }

    @Test func `data are good from before the damage that is answered, not before an earlier outage`() {
        var run = PeopleRun()
        run.users(areServed: false, at: .minutes(1))
        run.users(areServed: true, at: .minutes(2))
        run.damage(at: .hours(10), isFelt: true)
        run.users(areServed: false, since: .minutes(1), at: .hours(11))
        #expect(run.people.recoveryOnset == .hours(10))
    }

    @Test func `what nobody has come upon or felt is not what an outage is recovered from`() {
        var run = PeopleRun()
        run.damage(at: .minutes(30))
        run.users(areServed: false, since: .minutes(58), at: .minutes(60))
        #expect(run.people.recoveryOnset == .minutes(58))
        run.run(through: .hours(3))
        #expect(run.people.recoveryOnset == .minutes(30))
    }

    @Test func `nobody comes upon it where nobody responds`() {
        var run = PeopleRun(.team(respond: false))
        run.damage(at: .start)
        run.run(through: .hours(9))
        #expect(run.lines == [])
    }
}

extension PeopleRun {
    fileprivate mutating func damage(at instant: Instant, isFelt: Bool = false) {
        at(instant) {
            $0.damageDone(
                noticedAfter: Quantity("latency", .constant(7_200)), isFelt: isFelt, at: $1, draws: $2,
                effects: &$3)
        }
    }
}
