import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct OutageBillTests {
    /// The figures of an outage of all of Tier 1 under each reading, in dollars, as the plan's own
    /// prices give them: without reputation, and with each reading of it.
    struct Row: Sendable {
        var hours: Double
        var (prorata, ofRevenue, times, additional): (Double, Double, Double, Double)
        var startedDay: Double
    }

    static let rows = [
        Row(
            hours: 0.25, prorata: 4_260.42, ofRevenue: 12_072.92, times: 10_651.04,
            additional: 14_911.46, startedDay: 29_000),
        Row(
            hours: 0.5, prorata: 8_520.83, ofRevenue: 24_145.83, times: 21_302.08,
            additional: 29_822.92, startedDay: 33_000),
        Row(
            hours: 1, prorata: 17_041.67, ofRevenue: 48_291.67, times: 42_604.17,
            additional: 59_645.83, startedDay: 41_000),
        Row(
            hours: 2, prorata: 34_083.33, ofRevenue: 96_583.33, times: 85_208.33,
            additional: 119_291.67, startedDay: 57_000),
        Row(
            hours: 4, prorata: 68_166.67, ofRevenue: 193_166.67, times: 170_416.67,
            additional: 238_583.33, startedDay: 89_000),
        Row(
            hours: 24, prorata: 409_000, ofRevenue: 1_159_000, times: 1_022_500,
            additional: 1_431_500, startedDay: 409_000),
        Row(
            hours: 72, prorata: 1_227_000, ofRevenue: 3_477_000, times: 3_067_500,
            additional: 4_294_500, startedDay: 1_227_000),
    ]

    static func bill(_ hours: Double, _ impact: BusinessImpact, rpa: Span? = .minutes(15)) -> OutageBill {
        OutageBill(
            impact: impact, lostRevenueHours: hours, operationalHours: hours,
            tierOneOutages: [outage(.zero, .rounding(seconds: hours * 3_600))], tierOneRTO: .hours(1),
            rpa: rpa)
    }

    private static func outage(_ from: Span, _ span: Span) -> ServiceScore.Outage {
        ServiceScore.Outage(from: .start + from, to: .start + from + span)
    }

    static func withoutReputation(_ bill: OutageBill) -> Money {
        bill.lines.filter { $0.name != .reputation && $0.name != .dataLoss }
            .reduce(.zero) { $0 + $1.amount }
    }

    @Test(arguments: rows, BusinessImpact.ReputationReading.allCases)
    func `pro rata from the onset gives the plan's own table`(
        row: Row, reputation: BusinessImpact.ReputationReading
    ) {
        let impact = SamplePlan.impact(penalty: .prorata, from: .onset, reputation: reputation)
        let bill = Self.bill(row.hours, impact)
        let total =
            switch reputation {
            case .ofLostRevenue: row.ofRevenue
            case .totalTimes: row.times
            case .additional: row.additional
            }
        #expect(Self.withoutReputation(bill) == .rounding(row.prorata))
        #expect(bill.total == .rounding(total))
    }

    @Test(arguments: rows, BusinessImpact.ReputationReading.allCases)
    func `started days from the onset give the plan's own table`(
        row: Row, reputation: BusinessImpact.ReputationReading
    ) {
        let impact = SamplePlan.impact(from: .onset, reputation: reputation)
        let bill = Self.bill(row.hours, impact)
        let total =
            switch reputation {
            case .ofLostRevenue: row.startedDay + 2.5 * row.hours * 12_500
            case .totalTimes: 2.5 * row.startedDay
            case .additional: 3.5 * row.startedDay
            }
        #expect(Self.withoutReputation(bill) == .rounding(row.startedDay))
        #expect(bill.total == .rounding(total))
    }

    /// Days that are penalised, by the hours of the outage.
    struct Days: Sendable {
        var penalty: BusinessImpact.PenaltyReading
        var penaltyFrom: BusinessImpact.PenaltyStart
        /// For 0.25, 0.5, 1, 2, 4, 24 and 72 hours.
        var days: [Double]
    }

    @Test(arguments: [
        Days(penalty: .startedDay, penaltyFrom: .onset, days: [1, 1, 1, 1, 1, 1, 3]),
        Days(penalty: .startedDay, penaltyFrom: .rto, days: [0, 0, 0, 1, 1, 1, 3]),
        Days(penalty: .fullDay, penaltyFrom: .onset, days: [0, 0, 0, 0, 0, 1, 3]),
        Days(penalty: .fullDay, penaltyFrom: .rto, days: [0, 0, 0, 0, 0, 0, 2]),
        Days(
            penalty: .prorata, penaltyFrom: .onset,
            days: [0.25, 0.5, 1, 2, 4, 24, 72].map { $0 / 24 }),
        Days(penalty: .prorata, penaltyFrom: .rto, days: [0, 0, 0, 1, 3, 23, 71].map { $0 / 24 }),
    ])
    func `every reading of the penalty counts its own days`(expected: Days) {
        let impact = SamplePlan.impact(penalty: expected.penalty, from: expected.penaltyFrom)
        for (row, days) in zip(Self.rows, expected.days) {
            let line = Self.bill(row.hours, impact).lines.first { $0.name == .compliance }
            #expect(line?.amount == .rounding(25_000 * days))
        }
    }

    @Test(arguments: BusinessImpact.ReputationReading.allCases, [false, true])
    func `lines sum to the total, with data loss only where it is included`(
        reputation: BusinessImpact.ReputationReading, includesDataLoss: Bool
    ) {
        for penalty in BusinessImpact.PenaltyReading.allCases {
            for penaltyFrom in BusinessImpact.PenaltyStart.allCases {
                let impact = SamplePlan.impact(
                    penalty: penalty, from: penaltyFrom, reputation: reputation,
                    includesDataLoss: includesDataLoss)
                for row in Self.rows {
                    let bill = Self.bill(row.hours, impact)
                    let summed = bill.lines.filter { includesDataLoss || $0.name != .dataLoss }
                    #expect(summed.reduce(.zero) { $0 + $1.amount } == bill.total)
                    #expect(bill.lines.last == MoneyLine(name: .dataLoss, amount: .rounding(3_125)))
                }
            }
        }
    }

    /// Two hours of the table with 3 125 of lost data inside.
    static let totalsWithDataLoss: [(BusinessImpact.ReputationReading, Double)] = [
        (.ofLostRevenue, 99_708.33), (.totalTimes, 93_020.83), (.additional, 130_229.17),
    ]

    @Test(arguments: totalsWithDataLoss)
    func `a multiple of the whole multiplies the data loss it includes`(
        reputation: BusinessImpact.ReputationReading, total: Double
    ) {
        let impact = SamplePlan.impact(
            penalty: .prorata, from: .onset, reputation: reputation, includesDataLoss: true)
        #expect(Self.bill(2, impact).total == .rounding(total))
    }

    @Test func `what has no price has no line`() {
        let bill = Self.bill(1, SamplePlan.impact(includesDataLoss: true), rpa: nil)
        #expect(bill.lines.map(\.name) == [.lostRevenue, .operational, .compliance, .reputation])
    }

    @Test func `each outage of Tier 1 has its own deadline`() {
        var bill = Self.bill(1, SamplePlan.impact())
        bill.tierOneOutages = [Self.outage(.zero, .minutes(50)), Self.outage(.hours(1), .minutes(50))]
        #expect(bill.lines[2].amount == .zero)
        bill.tierOneOutages = [Self.outage(.zero, .minutes(61)), Self.outage(.hours(48), .minutes(1501))]
        #expect(bill.lines[2].amount == .rounding(75_000))
    }

    /// The first deadline passes at 1 h, so the first period ends at 25 h.
    @Test(
        arguments: [([2, 5], 25_000), ([2, 23], 25_000), ([2, 24], 50_000), ([2, 30, 60], 75_000)]
            as [([Int64], Double)])
    func `what follows within a period that has begun costs no other`(starts: [Int64], penalty: Double) {
        var bill = Self.bill(1, SamplePlan.impact())
        bill.tierOneOutages = ([0] + starts).map { Self.outage(.hours($0), .hours(1) + .minutes(30)) }
        #expect(bill.lines[2].amount == .rounding(penalty))
    }
}

struct MoneyScorerTests {
    static func score(_ builder: TraceBuilder) -> MoneyScore {
        Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario()
        ).money
    }

    @Test(arguments: [1, 2, 7] as [Int64])
    func `the loss of everything costs the hourly revenue each hour`(hours: Int64) {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .hours(1))
        for service in [SamplePlan.api, SamplePlan.portal] {
            builder.serve(service, 0, at: .hours(1), cause: fault)
            builder.serve(service, 100, at: .hours(1 + hours), cause: fault)
        }
        let money = Self.score(builder)
        #expect(money.amount(of: .lostRevenue) == .rounding(12_500 * Double(hours)))
        #expect(money.amount(of: .operational) == .rounding(3_500 * Double(hours)))
        #expect(money.amount(of: .compliance) == .rounding(hours > 1 ? 25_000 : 0))
        #expect(money.amount(of: .reputation) == .rounding(31_250 * Double(hours)))
    }

    @Test func `a service costs its own share, for the users it does not serve`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .hours(1))
        builder.serve(SamplePlan.portal, 50, at: .hours(1), cause: fault)
        builder.serve(SamplePlan.portal, 97, at: .hours(2), cause: fault)
        builder.serve(SamplePlan.portal, 100, at: .hours(4), cause: fault)
        let money = Self.score(builder)
        #expect(money.amount(of: .lostRevenue) == .rounding(12_500 * 0.4 * (0.5 + 2 * 0.03)))
        #expect(money.amount(of: .operational) == .rounding(3_500))
        #expect(money.amount(of: .compliance) == .zero)
    }

    @Test func `a moving share costs the area above its line`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .hours(1))
        builder.serve(
            SamplePlan.api, 0, at: .hours(1), movingTo: 100, by: .hours(3), cause: fault)
        #expect(Self.score(builder).amount(of: .lostRevenue) == .rounding(12_500 * 0.6))
        // Cut off halfway, it has cost three quarters of that and goes on at half.
        builder.serve(SamplePlan.api, 50, at: .hours(2), cause: fault)
        builder.serve(SamplePlan.api, 100, at: .hours(3), cause: fault)
        #expect(Self.score(builder).amount(of: .lostRevenue) == .rounding(12_500 * 0.6 * 1.25))
    }

    @Test func `hours in which two services are down are paid for once`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .hours(1))
        for (service, from, to) in [(SamplePlan.api, 1, 3), (SamplePlan.portal, 2, 5)]
            as [(ServiceID, Int64, Int64)]
        {
            builder.serve(service, 0, at: .hours(from), cause: fault)
            builder.serve(service, 100, at: .hours(to), cause: fault)
        }
        #expect(Self.score(builder).amount(of: .operational) == .rounding(4 * 3_500))
    }

    @Test(arguments: [(9, 25_000), (10, 0)] as [(Int64, Double)])
    func `the deadline of a penalty runs on while a service flaps`(gap: Int64, penalty: Double) {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        for (from, to) in [(10, 50), (50 + gap, 75)] as [(Int64, Int64)] {
            builder.serve(SamplePlan.api, 0, at: .minutes(from), cause: fault)
            builder.serve(SamplePlan.api, 100, at: .minutes(to), cause: fault)
        }
        #expect(Self.score(builder).amount(of: .compliance) == .rounding(penalty))
    }

    @Test(arguments: [(10, Verdict.met), (15, .met), (16, .missed)] as [(Int64, Verdict)])
    func `data loss is held against what the tier accepts and stands outside the total`(
        minutes: Int64, verdict: Verdict
    ) {
        let money = Self.score(StoreScorerTests.failover(lag: .minutes(minutes)))
        #expect(money.amount(of: .dataLoss) == .rounding(12_500 * Double(minutes) / 60))
        #expect(money.maxAcceptableLoss == .rounding(3_125))
        #expect(money.dataLossVerdict == verdict)
        let summed = money.lines.filter { $0.name != .dataLoss }
        #expect(summed.reduce(.zero) { $0 + $1.amount } == money.total)
    }

    @Test(arguments: [(2, 25, 12_500, Verdict.met), (1, 25, 3_125, .missed)])
    func `data loss is held against the tier that had it, not against one that lost nothing`(
        tier: Int, minutes: Int64, limit: Double, verdict: Verdict
    ) {
        var (plan, files) = StoreScorerTests.planWithFiles
        plan.services[1].tier = tier
        var builder = StoreScorerTests.failover(lag: .zero)
        builder.timeline(of: files)
        builder.write(on: 2, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        builder.copy(of: 2, upTo: 3_600_000 - Span.minutes(minutes).milliseconds)
        let money = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario()).money
        #expect(money.amount(of: .dataLoss) == .rounding(12_500 * Double(minutes) / 60))
        #expect(money.maxAcceptableLoss == .rounding(limit))
        #expect(money.dataLossVerdict == verdict)
    }

    @Test func `two services that each kept their time cost no penalty together`() {
        var plan = SamplePlan.plan()
        plan.services[1].tier = 1
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        builder.serve(SamplePlan.portal, 0, at: .minutes(55), cause: fault)
        builder.serve(SamplePlan.api, 100, at: .minutes(60), cause: fault)
        builder.serve(SamplePlan.portal, 100, at: .minutes(110), cause: fault)
        let score = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        #expect(score.services.map(\.verdict) == [.met, .met])
        #expect(score.money.amount(of: .compliance) == .zero)
        builder.serve(SamplePlan.portal, 0, at: .minutes(112), cause: fault)
        builder.serve(SamplePlan.portal, 100, at: .minutes(116), cause: fault)
        let late = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        #expect(late.money.amount(of: .compliance) == .rounding(25_000))
    }

    @Test func `a run without faults costs nothing`() {
        let money = Self.score(TraceBuilder())
        #expect(money.lines.allSatisfy { $0.amount == .zero })
        #expect(money.total == .zero)
        #expect(money.dataLossVerdict == .notExercised)
    }

    @Test func `the readings in use stand beside the figures`() {
        let readings = Self.score(TraceBuilder()).readings.map { "\($0.name)=\($0.value)" }
        #expect(
            readings == [
                "penalty=started_day", "penalty_from=rto", "reputation=of_lost_revenue",
                "include_data_loss=false", "controller.location=third",
                "controller.replica_database=in-region", "controller.probe_failure=unhealthy",
            ])
    }
}
