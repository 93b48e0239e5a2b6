import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

struct RetentionRulesTests {
    static let document = RetentionRules([
        .init(period: .daily, count: 30), .init(period: .weekly, count: 12),
        .init(period: .monthly, count: 12), .init(period: .yearly, count: 7),
    ])

    /// A copy each day at two in the morning, the last on the day named.
    private func dailies(until last: CalendarTime, count: Int64) -> [CalendarTime] {
        (0..<count).map { last + .hours(2) + .days(-$0) }
    }

    @Test func `of ten years of dailies the document's rules keep days, weeks, months and years`() {
        let last = CalendarTime(year: 2026, month: 3, day: 10)
        let outcome = Self.document.outcome(for: dailies(until: last, count: 3_653))
        for (period, count) in [
            (BackupPolicy.Retention.Period.daily, 30), (.weekly, 12), (.monthly, 12), (.yearly, 7),
        ] {
            #expect(outcome.kept.count { $0.periods.contains(period) } == count, "\(period)")
        }
        #expect(outcome.kept.count + outcome.deleted.count == 3_653)
        let yearly = outcome.kept.filter { $0.periods.contains(.yearly) }.map { "\($0.moment)".prefix(10) }
        #expect(
            yearly == [
                "2026-03-10", "2025-12-31", "2024-12-31", "2023-12-31", "2022-12-31", "2021-12-31",
                "2020-12-31",
            ])
    }

    @Test func `weeks begin on Monday, and the newest copy of a week stands for it`() {
        let sunday = CalendarTime(year: 2026, month: 3, day: 8)
        let rules = RetentionRules([.init(period: .weekly, count: 2)])
        let outcome = rules.outcome(for: dailies(until: sunday + .days(1), count: 9))
        #expect(outcome.kept.map { "\($0.moment)".prefix(10) } == ["2026-03-09", "2026-03-08"])
    }

    @Test func `when backups stop, what there is stays`() {
        let old = dailies(until: CalendarTime(year: 2020, month: 1, day: 1), count: 5)
        #expect(Self.document.outcome(for: old).deleted == [])
    }

    @Test func `applying the rules each day keeps what applying them once keeps`() {
        let last = CalendarTime(year: 2026, month: 3, day: 10)
        let all = dailies(until: last, count: 800)
        var kept: [CalendarTime] = []
        for copy in all.reversed() {
            kept = Self.document.outcome(for: kept + [copy]).kept.map(\.moment)
        }
        #expect(kept == Self.document.outcome(for: all).kept.map(\.moment))
    }

    @Test func `the order of the copies does not matter, and of two copies of a day the later is kept`() {
        let day = CalendarTime(year: 2026, month: 3, day: 10)
        let copies = [day + .hours(2), day + .hours(5), day + .days(-1)]
        let rules = RetentionRules([.init(period: .daily, count: 2)])
        #expect(rules.outcome(for: copies) == rules.outcome(for: copies.reversed()))
        #expect(rules.outcome(for: copies).deleted == [day + .hours(2)])
    }
}
