import DRSimReports
import DRSimScoring
import DRSimTestSupport
import DRSimUnits
import Testing

/// What a quarter's report answers: how trials are seen again, what was saved, what to do first.
struct QuarterAnswersTests {
    private func text(of records: [RunRecord]) throws -> String {
        let runs = records.enumerated().map { StoredRun(id: Int64($0.offset + 1), record: $0.element) }
        return try QuarterReportTests.report(of: [], runs: runs).markdown().replacing("\u{A0}", with: " ")
    }

    private func record(trial: UInt32, replay: String, digest: String) -> RunRecord {
        var run = SampleRun()
        run.trial = trial
        var record = run.record
        (record.provenance.replay, record.provenance.digest) = (replay, digest)
        return record
    }

    @Test func `each command has a row with the first of the trials that it made`() throws {
        let campaign = (0..<3).map {
            record(trial: $0, replay: "drsim run x --trials 3", digest: "d\($0)")
        }
        let again = record(trial: 0, replay: "drsim run x", digest: "d0")
        let text = try text(of: campaign + [again])
        #expect(text.contains("| drsim run x | 0 | d0 |\n| drsim run x --trials 3 | 1 | d1 |\n"))
        #expect(try self.text(of: campaign.reversed()).contains("| drsim run x --trials 3 | 0 | d0 |"))
    }

    @Test func `every seed can be seen again`() throws {
        let records = ([3, 1, 2] as [UInt64]).map { seed in
            var run = SampleRun()
            run.seed = seed
            return run.record
        }
        let rows = try text(of: records).split(separator: "\n").filter { $0.hasPrefix("| drsim run") }
        #expect(rows.count == 3)
        #expect(rows.enumerated().allSatisfy { $0.element.contains("--seed \($0.offset + 1) | 0 |") })
    }

    @Test func `what was saved is taken trial by trial`() throws {
        let plan = ([50, 20, 30] as [Int64]).enumerated().map { trial, minutes in
            var run = SampleRun()
            (run.trial, run.restoredAfter) = (UInt32(trial), minutes)
            return run.record
        }
        var nobody = SampleRun()
        (nobody.isControl, nobody.restoredAfter) = (true, nil)
        let saved = nobody.record.score.money.total - plan[0].score.money.total
        let text = try text(of: plan + [nobody.record])
        #expect(text.contains("| \(nobody.record.score.money.total) | \(saved) |"))
    }

    private func run(_ scenario: String, at overlays: [String], back: Int64?) -> RunRecord {
        var run = SampleRun()
        (run.scenario, run.overlays, run.restoredAfter) = (scenario, overlays, back)
        return run.record
    }

    @Test func `a level is advised only for what it keeps on scenarios that both were put to`() throws {
        let (named, mended) = (["named"], ["named", "mended"])
        let alike = [
            run("a", at: named, back: 50), run("b", at: named, back: nil), run("a", at: mended, back: 50),
        ]
        #expect(try !text(of: alike).contains("Bring the plan"))
        let better = try text(of: alike + [run("b", at: mended, back: 50)])
        #expect(
            better.contains(
                "Bring the plan from level named to named + mended: on the 2 scenarios that both were put to "
                    + "it misses 0 recovery times instead of 3, and costs USD "))
    }

    @Test func `says where the longest part of a recovery is the longest`() throws {
        let one = try text(of: [run("a", at: ["named"], back: 95)])
        #expect(
            one.contains(
                "shorten “approval”, the longest part of the recovery in the 1 scenario in which services "
                    + "come back too late."))
    }

    @Test func `who restored a service is counted by scenario, not by trial`() throws {
        let records = (0..<30).map { record(trial: $0, replay: "x", digest: "d") }
        let row = try text(of: records).split(separator: "\n").first { $0.hasPrefix("| The auth service") }
        #expect(row?.hasSuffix("| plan 1 |") == true)
    }

    @Test func `a quarter of what-ifs alone says where they are`() throws {
        var question = SampleRun()
        question.settings = ["controller.latch=true"]
        let text = try text(of: [question.record])
        #expect(text.contains("carried out in 2026Q4: only what-if runs were made; see What if."))
        #expect(text.contains("\nUSD, median of the trials"))
    }

    @Test func `levels of several plans begin with the name of their plan`() throws {
        var other = run("b", at: ["named"], back: 50)
        other.provenance.plan.id = "bank"
        other.provenance.plan.sha256 = String(repeating: "ba", count: 32)
        let text = try text(of: [run("a", at: ["named"], back: 50), other])
        #expect(text.contains("| Level of the plan | shop named | bank named |\n"))
    }
}
