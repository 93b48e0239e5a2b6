import DRSimDocument
import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimUnits
import Testing

@testable import DRSimCLI

struct ManyTrialsViewTests {
    private let score = SampleRun().record.score

    private var lost: TrialScore {
        var score = score
        (score.stores[0].rpa, score.stores[0].verdict) = (nil, .lost)
        return score
    }

    @Test func `a line of the contract is held only if every trial held it`() {
        let tallies = [SampleRun().record, SampleRun().record].expectations
        let text = CampaignView.contract(tallies)
        #expect(text.contains("✓ disaster == region_failure  held in 2 of 2"))
        #expect(text.contains("✗ rta(orders) <= 45m  held in 0 of 2; in trial 0: 50m"))
        #expect(CampaignView.contract([]).contains("expects nothing"))
    }

    @Test func `shows percentiles with their limits and the number of trials they are taken from`() throws {
        let scores = ([40, 50, nil] as [Int64?]).map { minutes -> TrialScore in
            var run = SampleRun()
            run.restoredAfter = minutes
            return run.record.score
        }
        let spread = CampaignView(scores: scores, seed: 7).spreads[0]
        #expect((spread.exercised, spread.restored, spread.met, spread.unrecovered) == (3, 2, 2, 1))
        #expect(spread.attainment.hasPrefix("2/3 ["))
        let text = CampaignView(scores: scores, seed: 7).text
        #expect(text.contains("n=3 trials of seed 7"))
        #expect(text.contains("49m 30s [40m 00s, –]"))
        let exact = try #require(spread.exactInterval)
        #expect(abs(exact.lowerBound - 0.0942993) < 1e-6 && abs(exact.upperBound - 0.9915962) < 1e-6)
    }

    @Test func `says in how many trials a store was lost`() {
        let some = CampaignView(scores: [score, lost, score], seed: 7).text
        #expect(row("RPA database", in: some) == "RPA database 25s 25s 2 in 1 of 3 trials")
        let all = CampaignView(scores: [lost, lost], seed: 7).text
        #expect(row("RPA database", in: all) == "RPA database lost lost 0 in 2 of 2 trials")
        #expect(all.contains(StoreSpread.legend))
        let none = CampaignView(scores: [score, score], seed: 7).text
        #expect(row("RPA database", in: none) == "RPA database 25s 25s 2")
        #expect(!none.contains("lost:"))
    }

    @Test func `says what controls cost, and what was saved trial by trial`() {
        func costing(_ dollars: Int64) -> TrialScore {
            var score = score
            score.money.total = Money(minorUnits: dollars * 100)
            return score
        }
        let (scores, controls) = ([10, 20, 60].map(costing), [100, 40, 50].map(costing))
        let text = CampaignView(scores: scores, controls: controls, seed: 7).text
        #expect(row("total USD", in: text)?.hasPrefix("total USD 20.00 ") == true)
        #expect(row("control USD", in: text)?.hasPrefix("control USD 50.00 ") == true)
        // Of 90, 20 and −10: not what lies between the medians.
        #expect(row("saved USD", in: text)?.hasPrefix("saved USD 20.00 ") == true)
        #expect(!CampaignView(scores: scores, seed: 7).text.contains("saved USD"))
    }

    @Test func `a store without an objective is lost all the same, one that was not hit is not shown`() {
        var free = lost
        (free.stores[0].rpo, free.stores[0].verdict) = (nil, .noTarget)
        #expect(StoreSpread(store: "database", scores: [free, score]).lost == 1)
        free.stores[0].verdict = .notExercised
        let spread = StoreSpread(store: "database", scores: [free])
        #expect((spread.exercised, spread.lost) == (0, 0))
        #expect(!CampaignView(scores: [free, free], seed: 7).text.contains("RPA database"))
    }

    @Test func `says where two variants show no clear difference`() {
        let minutes: [(Double, Double)] = [(10, 11), (12, 10), (9, 11), (11, 10)]
        let figure = figure(minutes)
        #expect(figure.pairs == 4)
        #expect(figure.meanText == "0s")
        #expect(figure.intervalText.hasSuffix(", no clear difference"))
        #expect(self.figure([(10, 20), (10, 21), (11, 20)]).intervalText.contains(" to "))
        #expect(self.figure([(10, 10), (11, 11)]).intervalText == "equal in every trial")
        #expect(self.figure([]).intervalText == "–")
    }

    private func figure(_ minutes: [(Double, Double)]) -> ComparedFigure {
        let sides = (minutes.map { side($0.0) }, minutes.map { side($0.1) })
        return ComparedFigure("RTA auth", .time, sides) { $0.service("auth")?.rta?.inSeconds }
    }

    private func side(_ minutes: Double) -> TrialScore {
        var score = score
        score.services[0].rta = .rounding(seconds: minutes * 60)
        return score
    }

    @Test func `says what was lost on either side where there is nothing to subtract`() throws {
        let figures = [
            ([lost, lost], [score, score]), ([lost, lost], [lost, lost]), ([score, lost], [score, score]),
        ]
        .map { sides in
            ComparedFigure("RPA database", .time, sides, unless: .lost("database")) {
                $0.store("database")?.rpa?.inSeconds
            }
        }
        #expect(figures.map(\.intervalText) == ["lost → 25s", "lost in both", "–"])
        #expect(figures[0].text(figures[0].first, 0.5) == "lost")
        #expect(figures[2].text(figures[2].first, 0.5) == "25s")
        #expect(figures[0].failureText(of: 2) == "lost in 2 of 2 trials of A, in 0 of B")
        #expect(figures[2].failureText(of: 2) == "lost in 1 of 2 trials of A, in 0 of B")
        #expect(figure([(10, 11)]).failureText(of: 1) == nil)
        #expect(figures.allSatisfy { !$0.isUntouched })
    }

    @Test func `the comparison's document counts what was lost, where a figure alone would be missing`()
        throws
    {
        let view = ComparisonView(first: [lost, lost], second: [score, score], plan: SamplePlan.plan())
        let figure = try #require(view.json.array?.first { $0["name"]?.string == "RPA database" })
        #expect(figure["a"] == ["p50": .null, "p95": .null, "n": .integer(0), "lost": .integer(2)])
        #expect(figure["b"]?["lost"] == .integer(0))
        #expect(figure["difference"] == .null)
        #expect(view.text.contains("  RPA database: lost in 2 of 2 trials of A, in 0 of B\n"))
    }

    @Test func `shows a service of a lower tier where it was not restored, and keeps it in the document`() {
        var plan = SamplePlan.plan()
        plan.services[0].id = "archive"
        plan.services[0].tier = 3
        func side(_ minutes: Int64?) -> [TrialScore] {
            var run = SampleRun()
            (run.services, run.restoredAfter) = (["archive", "spare"], minutes)
            return [run.record.score]
        }
        let back = ComparisonView(first: side(50), second: side(40), plan: plan)
        #expect(!back.text.contains("RTA archive"))
        #expect(
            back.text.contains("  services of tier 3 and below stand here only where one was not restored"))
        #expect(back.json.array?.contains { $0["name"]?.string == "RTA archive" } == true)
        let lost = ComparisonView(first: side(nil), second: side(40), plan: plan)
        #expect(lost.text.contains("RTA archive: unrecovered in 1 of 1 trials of A, in 0 of B"))
        #expect(!lost.text.contains("of tier 3 and below"))
    }

    private func row(_ name: String, in text: String) -> String? {
        text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            .first { $0.hasPrefix(name + " ") }
    }
}
