import DRSimDocument
import DRSimFiles
import Testing

struct BrokenScenarioTests {
    @Test(arguments: texts + faults + expectations) func `says first what is wrong with a broken scenario`(
        fixture: ScenarioFixture, line: String
    ) throws {
        #expect(try first(fixture) == line)
    }

    @Test func `takes a line without its dash for no list, not for no line`() throws {
        let fixture = ScenarioFixture.replacing(
            "    - disaster == region_failure\n    - rta(checkout) <= 60m", with: "    rta(checkout) <= 60m")
        #expect(try fixture.read().diagnostics.map(\.code) == [.wrongType])
    }

    @Test(arguments: foregone) func `refuses what holds always or never`(line: String, reason: String) throws
    {
        #expect(try first(.expecting(line)) == "12:7: DR008 this \(reason)")
    }

    @Test(
        arguments: [
            "approvals >= 1", "approvals > 0", "approvals != 0", "approvals <= 0", "approvals < 1",
            "cost(data_loss) >= 0", "rpa(orders) <= 0s", "rpa(orders) >= 0s", "rta(checkout) >= 0s",
            "rta(checkout) <= 1ms", "rta(checkout) <= 99h", "phase(login, detection) > 0s",
        ]) func `leaves to the trial what it decides`(line: String) throws
    {
        #expect(try first(.expecting(line)) == nil)
    }

    static let foregone: [(String, String)] = [
        ("approvals >= 0", "always holds: the figure is zero or more"),
        ("approvals < 0", "never holds: the figure is zero or more"),
        ("cost(total) >= 0", "always holds: the figure is zero or more"),
        ("cost(data_loss) < 0", "never holds: the figure is zero or more"),
        ("rpa(orders) < 0s", "never holds: the figure is zero or more"),
        ("rta(checkout) <= 0s", "never holds: what was down at all was down for some time"),
        ("rta(checkout) < 1ms", "never holds: what was down at all was down for some time"),
        ("phase(checkout, detection) == 0s", "never holds: what was down at all was down for some time"),
        (
            "rta(checkout) >= 24h",
            "never holds: the trial ends at 1d 00h 00m, and what is not back by then is `unrecovered`"
        ),
        (
            "phase(checkout, detection) > 25h",
            "never holds: the trial ends at 1d 00h 00m, and what is not back by then is `unrecovered`"
        ),
    ]

    @Test func `looks up steps at the level that expects something of them`() throws {
        var fixture = ScenarioFixture.expecting("phase(checkout, step promot) <= 5m")
        #expect(try first(fixture) == nil)
        fixture.text = fixture.text.replacing("latched:", with: "as-written:")
        let found = try fixture.read().diagnostics
        #expect(found.count == 1)
        #expect(found.first?.position?.column == 28)
        #expect(found.first?.message == "there is no step `promot`")
        #expect(found.first?.help == "did you mean `promote`?")
        fixture.text = fixture.text.replacing("promot)", with: "promote)")
        #expect(try fixture.read().diagnostics == [])
    }

    private func first(_ fixture: ScenarioFixture) throws -> String? {
        try fixture.read().diagnostics.first.map { diagnostic in
            String(diagnostic.summary.trimmingPrefix(/.*east-lost.yaml:/))
        }
    }

    static let texts: [(ScenarioFixture, String)] = [
        (
            .replacing(
                "# The eastern region is lost: the standby must take over,\n# because nobody has tried it.\n",
                with: ""), "1:1: DR006 a scenario opens with a comment"
        ),
        (
            .replacing(
                "expect:\n  latched:\n    - disaster == region_failure\n    - rta(checkout) <= 60m\n",
                with: ""), "3:1: DR015 a scenario without an expectation proves nothing"
        ),
        (
            .replacing("    - disaster == region_failure\n    - rta(checkout) <= 60m", with: "    []"),
            "12:5: DR015 a scenario without an expectation proves nothing"
        ),
        (
            .replacing("horizon: 24h", with: "horizon: 24h\ncaught_by: banana"),
            "8:12: DR008 `banana` is not one of the values allowed here"
        ),
        (
            .replacing("horizon: 24h", with: "horizon: 24h\ncaught_by: policy checker"),
            "8:12: DR008 no expectation is about a figure of the policy checker"
        ),
        (
            .replacing("latched:", with: "latch:"),
            "11:3: DR011 there is no overlay `latch`"
        ),
        (
            .replacing("../../shop", with: "../shop"),
            "4:7: DR001 there is no plan folder disasters/shop"
        ),
        (
            .replacing("class: region_lost", with: "class: region_los"),
            "5:8: DR011 there is no incident class `region_los`"
        ),
        (.replacing("class: region_lost\n", with: ""), "3:1: DR006 a scenario needs `class`"),
        (
            .replacing("17:00:00Z", with: "17:00"),
            "6:8: DR007 expected a moment in UTC, found `2026-03-10T17:00`"
        ),
        (
            .replacing("2026-03-10", with: "2026-02-30"),
            "6:8: DR007 expected a moment in UTC, found `2026-02-30T17:00:00Z`"
        ),
        (.replacing("horizon: 24h", with: "horizon: 24"), "7:10: DR009 `24` has no unit"),
        (
            .replacing("horizon: 24h", with: "horizon: 24h\nseed: -1"),
            "8:7: DR007 expected a seed from 0 to 18446744073709551615, found `-1`"
        ),
        (
            .replacing("horizon: 24h", with: "horizon: 24h\nhorizont: 24h"),
            "8:1: DR005 a scenario has no key `horizont`"
        ),
    ]

    static let faults: [(ScenarioFixture, String)] = [
        (
            .faults("{kind: region_outgae, region: east, at: 1m, duration: 1h}"),
            "9:12: DR008 `region_outgae` is not one of the values allowed here"
        ),
        (
            .faults("{kind: region_outage, region: eats, at: 1m, duration: 1h}"),
            "9:35: DR011 there is no region `eats`"
        ),
        (
            .faults("{kind: region_outage, zone: east-a, at: 1m, duration: 1h}"),
            "9:5: DR006 a fault needs `region`"
        ),
        (
            .faults("{kind: region_outage, region: east, at: 25h, duration: 1h}"),
            "9:45: DR010 the trial ends at 1d 00h 00m, before this fault"
        ),
        (
            .faults("{kind: region_outage, region: east, duration: 1h}"),
            "9:5: DR006 a fault needs one of `at`, `after`, `every`"
        ),
        (.faults("{kind: region_outage, region: east, at: 1m}"), "9:5: DR006 a fault needs `duration`"),
        (
            .faults("{kind: region_outage, region: east, at: 1m, duration: 0s}"),
            "9:59: DR010 this duration cannot be zero"
        ),
        (
            .faults("{kind: region_outage, region: east, at: 1m, duration: always}"),
            "9:59: DR007 expected a duration, found `always`"
        ),
        (
            .faults("{kind: region_outage, region: east, at: 1m, after: {event: node_lost}, duration: 1h}"),
            "9:49: DR008 a fault has `at` and `after`, but only one can hold"
        ),
        (
            .faults("{kind: region_outage, region: east, every: {constant: 9h}, duration: forever}"),
            "9:74: DR008 a fault that never ends cannot come again"
        ),
        (
            .faults("{kind: region_outage, region: east, at: 1m, duration: forever, crew: us}"),
            "9:74: DR008 a fault without an end is mended by nobody"
        ),
        (
            .faults("{kind: region_outage, region: east, at: 1m, every: 9h, duration: 1h}"),
            "9:49: DR008 a fault has `at` and `every`, but only one can hold"
        ),
        (
            .faults("{kind: region_outage, region: east, every: {exponential: {mean: 9}}, duration: 1h}"),
            "9:69: DR009 `9` has no unit"
        ),
        (
            .faults("{kind: region_outage, region: east, every: {constant: 0s}, duration: 1h}"),
            "9:48: DR010 these durations are always zero"
        ),
        (
            .faults("{kind: region_outage, region: east, every: {constant: 1ms}, duration: 1h}"),
            "9:48: DR010 a fault comes again once a minute at most"
        ),
        (
            .faults("{kind: region_outage, region: east, every: 59s, duration: 1h}"),
            "9:48: DR010 a fault comes again once a minute at most"
        ),
        (
            .faults("{kind: region_outage, region: east, every: {poisson: {mean: 9h}}, duration: 1h}"),
            "9:48: DR006 a distribution needs one of `constant`, `uniform`, `exponential`, `lognormal`, "
                + "`triangular`, `mixture`"
        ),
        (
            .faults("{kind: region_outage, region: east, at: 1m, duration: {normal: {mean: 9h}}}"),
            "9:59: DR006 a distribution needs one of `constant`, `uniform`, `exponential`, `lognormal`, "
                + "`triangular`, `mixture`"
        ),
        (
            .faults("{kind: region_outage, region: east, after: {event: node_los}, duration: 1h}"),
            "9:56: DR008 `node_los` is not one of the values allowed here"
        ),
        (
            .faults("{kind: zone_outage, zone: west-b, at: 1m, duration: 1h}"),
            "9:31: DR011 there is no zone `west-b`"
        ),
        (
            .faults("{kind: zone_outage, zone_of: primary, at: 1m, duration: 1h}"),
            "9:5: DR006 a fault needs `context`"
        ),
        (
            .faults("{kind: zone_outage, zone_of: standby, context: east-context, at: 1m, duration: 1h}"),
            "9:34: DR008 `standby` is not one of the values allowed here"
        ),
        (
            .faults("{kind: zone_outage, at: 1m, duration: 1h}"),
            "9:5: DR006 a fault needs one of `zone`, `zone_of`"
        ),
        (
            .faults("{kind: database_crash, context: north-context, at: 1m}"),
            "9:37: DR011 there is no context `north-context`"
        ),
        (
            .faults("{kind: partition, between: [east], at: 1m, duration: 1h}"),
            "9:32: DR008 a partition is between two regions"
        ),
        (
            .faults("{kind: partition, between: [east, east], at: 1m, duration: 1h}"),
            "9:32: DR008 a partition is between two regions"
        ),
        (
            .faults("{kind: false_alarm, signals: [], at: 1m, duration: 1h}"),
            "9:34: DR008 a false alarm needs at least one signal"
        ),
        (
            .faults("{kind: false_alarm, signals: [database], at: 1m, duration: 1h}"),
            "9:35: DR008 `database` is not one of the values allowed here"
        ),
        (
            .faults("{kind: role_absent, role: boss, at: 1m, duration: 1h}"),
            "9:31: DR011 there is no role `boss`"
        ),
        (
            .faults(
                "{id: a, kind: role_absent, role: manager, at: 1m, duration: 1h}",
                "{id: a, kind: role_absent, role: on_call, at: 1m, duration: 1h}"),
            "10:10: DR012 `a` is there twice"
        ),
    ]

    static let expectations: [(ScenarioFixture, String)] = [
        (.expecting("rtta(checkout) <= 1h"), "12:7: DR011 `rtta` is no figure of a trial"),
        (.expecting("cost(lost_revenu) <= 1"), "12:12: DR011 `cost` knows no `lost_revenu`"),
        (.expecting("rta(chekout) <= 1h"), "12:11: DR011 there is no service `chekout`"),
        (.expecting("\"rta(chekout) <= 1h\""), "12:12: DR011 there is no service `chekout`"),
        (.expecting("rpa(checkout) <= 1h"), "12:11: DR011 there is no store `checkout`"),
        (.expecting("rta <= 1h"), "12:7: DR002 `rta` is written `rta(SERVICE)`"),
        (.expecting("rta(checkout, login) <= 1h"), "12:7: DR002 `rta` is written `rta(SERVICE)`"),
        (.expecting("rta(checkout <= 1h"), "12:25: DR002 `(` is never closed"),
        (
            .expecting("rta(checkout)"),
            "12:7: DR002 `rta(checkout)` needs a relation such as `==` and a value"
        ),
        (.expecting("rta(checkout) =< 1h"), "12:21: DR002 expected a relation, found `=< 1h`"),
        (.expecting("rta(checkout) <="), "12:23: DR002 a value is missing behind `<=`"),
        (
            .expecting("rta(checkout) <= 60"),
            "12:24: DR009 `60` has no unit"
        ),
        (.expecting("rta(checkout) <= -1h"), "12:24: DR010 a duration cannot be negative: `-1h`"),
        (.expecting("approvals >= many"), "12:20: DR007 expected a whole number, found `many`"),
        (.expecting("approvals == 0.5"), "12:20: DR007 expected a whole number, found `0.5`"),
        (
            .expecting("approvals >= 99999999999999999999"),
            "12:20: DR010 `99999999999999999999` is not between 0 and 1000000000000"
        ),
        (.expecting("cost(total) == 0.005"), "12:22: DR010 the amount `0.005` is finer than a cent"),
        (
            .expecting("phase(checkout, detectoin) <= 5m"),
            "12:23: DR011 `phase` knows no `detectoin`"
        ),
        (.expecting("verdict(checkout) == lost"), "12:28: DR008 this is never `lost`"),
        (.expecting("approvals(checkout) >= 1"), "12:7: DR002 `approvals` takes nothing in parentheses"),
        (
            .expecting("unrecovered(checkout) == true"),
            "12:29: DR002 `unrecovered(checkout)` is true or false and is not compared"
        ),
        (.expecting("disaster == region_failed"), "12:19: DR008 this is never `region_failed`"),
        (.expecting("disaster >= region_failure"), "12:16: DR002 words are compared with `==` and `!=` only"),
        (
            .expecting("verdict(checkout) == ok"),
            "12:28: DR008 this is never `ok`"
        ),
        (.expecting("verdict(checkout) met"), "12:25: DR002 expected a relation, found `met`"),
        (.expecting("{rta: 1h}"), "12:7: DR007 expected a single value, found a mapping"),
    ]
}
