import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimUnits
import Testing

@testable import DRSimCLI

struct ScoreViewTests {
    private let score = SampleRun().record.score

    @Test func `shows objective, actual and verdict of every service`() {
        #expect(
            ScoreTables.services(score) == """
                  service tier RTO     RTA time                      RPO RPA data            restored by
                  ------- ---- --- ------- --------------- ------------- --- --------------- -----------
                  auth       1  1h 50m 00s ✓ met                     15m 25s ✓ met           plan
                  orders     2  4h 51m 00s ✓ met           point in time 25s ✓ met           plan
                  search     3  1d 52m 00s ✓ met                       – 25s ✓ met           plan
                  archive    4   –       – – not exercised             –   – – not exercised –
                  by the plan's overall objectives: 3 of 3 recovery times, 3 of 3 recovery points met
                """)
    }

    @Test func `shows what was written and lost, and where an objective is met by its definition only`() {
        #expect(
            ScoreTables.stores(score) == """
                  database: RPA 25s, RPO 15m ✓ met; writes: 42 lost, 8 discarded after a fork, \
                1 taken in a split brain
                    met though writes were discarded: the RPA counts lost time only
                """)
    }

    @Test func `says which of several faults cost how many writes`() {
        func writes(_ count: Int64) -> StoreScore.Writes { .init(bytes: .zero, transactions: count) }
        var score = score
        score.stores[0].losses = [StoreScore.Loss(fault: "crash", lost: writes(2), discarded: .none)]
        #expect(ScoreTables.stores(score)?.contains("to crash") == false)
        score.stores[0].losses.append(
            StoreScore.Loss(fault: "outage", lost: writes(40), discarded: writes(8)))
        let lines = ScoreTables.stores(score)?.split(separator: "\n").suffix(2)
        #expect(lines == ["    to crash: 2 lost", "    to outage: 40 lost, 8 discarded"])
    }

    @Test func `shows money line by line`() {
        #expect(
            ScoreTables.money(score.money) == """
                  cost                          USD
                  ----------------------- ---------
                  lost revenue            10,416.50
                  operational              2,916.67
                  compliance                   0.00
                  reputation              26,041.25
                  total                   39,374.42
                  not included: data loss     86.81
                  data loss ✓ met, accepted by the tier: 3,125.00
                """)
    }

    @Test func `says of data that nobody knows what survived, and puts no price on them`() {
        var open = score
        open.stores[0].rpa = nil
        open.stores[0].verdict = .inconclusive
        open.stores[0].splitBrain = .none
        #expect(
            ScoreTables.stores(open)
                == "  database: RPO 15m ? inconclusive; writes: at most 42 lost, 8 discarded after a fork")
        open.money.lines.removeLast()
        open.money.dataLossVerdict = .inconclusive
        #expect(
            rows(open.money).suffix(2) == [
                "not included: data loss not known",
                "data loss ? inconclusive, accepted by the tier: 3,125.00",
            ])
        let line = RunLine(path: "a", score: open, contract: "")
        #expect(line.text.hasPrefix("? a  "))
        #expect(line.text.contains(" · database inconclusive · "))
    }

    @Test func `data loss stands above the total where the plan has it in there, and has no price once lost`()
    {
        var money = score.money
        (money.maxAcceptableLoss, money.dataLossVerdict) = (nil, .notExercised)
        money.readings = [.includesDataLoss(true)]
        money.total = money.total + Money(minorUnits: 8_681)
        #expect(rows(money).suffix(2) == ["data loss 86.81", "total 39,461.23"])
        money.lines.removeLast()
        money.dataLossVerdict = .lost
        #expect(rows(money).suffix(3) == ["data loss lost", "total 39,461.23", "data loss ✗ lost"])
        money.readings = [.includesDataLoss(false)]
        #expect(rows(money).suffix(2) == ["not included: data loss lost", "data loss ✗ lost"])
        money.dataLossVerdict = .notExercised
        // Nothing to add is no sign of being included.
        money.lines.append(MoneyLine(name: .dataLoss, amount: .zero))
        #expect(rows(money).last == "not included: data loss 0.00")
    }

    @Test func `names who did not come back before what bound those that did`() {
        var partial = score
        partial.services[1].tier = 1
        func constraint() -> String {
            let view = RunView(
                services: [], trace: TraceBuilder().trace, score: partial, expectations: [])
            return String(view.text.split(separator: "what to shorten first").last ?? "")
        }
        #expect(constraint().hasPrefix("\n  auth: approval takes 18 of 50 min"))
        partial.services[1].verdict = .unrecovered
        #expect(
            constraint().hasPrefix("\n  orders did not come back; of those that did:\n  auth: approval takes")
        )
    }

    private func rows(_ money: MoneyScore) -> [String] {
        ScoreTables.money(money).split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
    }

    @Test func `tells a trial in one line, the plan's verdict first and the contract's last`() {
        let record = SampleRun().record
        let line = RunLine(path: "a.yaml", score: record.score, contract: "✗ 1/2 held", width: 8)
        #expect(
            line.text == "✓ a.yaml    3 services back in time, RTA 52m 00s at most · RPA 25s · "
                + "8 writes discarded · 1 in a split brain · USD 39,374.42 · ✗ 1/2 held")
    }

    @Test func `says in one line that services are not restored`() {
        var run = SampleRun()
        run.restoredAfter = nil
        let line = RunLine(path: "a", score: run.record.score, contract: "no expectation")
        #expect(line.text.hasPrefix("✗ a  3 unrecovered of 3 services · "))
        #expect(line.text.hasSuffix(" · no expectation"))
    }

    @Test func `marks a service of several outages, and shows what share of a long time it was there`() {
        var many = score
        many.services[0].outages.append(.init(from: .start + .hours(9), to: .start + .hours(10)))
        #expect(ScoreTables.services(many).contains("✓ met, worst of 2"))
        #expect(!ScoreTables.services(many).contains("available"))
        // 50 minutes of 30 days.
        #expect(ScoreTables.services(score, over: .days(30)).contains("99.8842%"))
    }

    @Test func `hides no miss behind what is worse`() {
        var score = score
        score.services[0].verdict = .missed
        score.services[1].verdict = .unrecovered
        score.stores[0].verdict = .missed
        let text = VerdictLine(score: score).text
        #expect(text.hasPrefix("✗ 1 missed, 1 unrecovered of 3 services · RPA 25s over its RPO"))
    }

    @Test func `has no verdict on what was not put to the test`() {
        var score = score
        score.services = []
        score.stores = []
        #expect(VerdictLine(score: score).text.hasPrefix("– nothing was unavailable · data untouched · USD"))
    }

    @Test func `counts a missed objective of time or of data`() {
        #expect(!score.missesAnObjective)
        var late = score
        late.services[0].rpoVerdict = .missed
        #expect(late.missesAnObjective)
    }

    @Test func `shows what the plan bought beside the control`() {
        var without = SampleRun()
        without.restoredAfter = nil
        let view = ControlView(score: score, control: without.record.score, digest: "d1")
        #expect(
            view.text == """
                ── CONTROL  the same disaster while nothing and nobody responds
                  service     RTA control RTA difference
                  ------- ------- ----------- ---------------------------
                  auth    50m 00s unrecovered restored only with the plan
                  orders  51m 00s unrecovered restored only with the plan
                  search  52m 00s unrecovered restored only with the plan
                  total USD 39,374.42, control 524,262.49: the plan saved 484,888.07
                  digest of the control  d1
                """)
    }
}
