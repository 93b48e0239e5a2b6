import DRSimPlan
import DRSimReports
import DRSimScoring
import DRSimTestSupport
import DRSimUnits
import Foundation
import Testing

struct QuarterReportTests {
    @Test func `the page loads nothing and runs nothing`() throws {
        let html = try Self.report(of: Self.quarter).html()
        for remote in ["http:", "https:", "src=", "href=\"h", "<script", "@import", "url(h", "url(\"", "{{"] {
            #expect(!html.contains(remote), "\(remote)")
        }
        let links = html.components(separatedBy: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(links.count == 15)
        #expect(links.allSatisfy { html.contains("<h2 id=\"\($0)\">") })
        #expect(html.contains("default-src 'none'"))
        #expect(html.contains("@page { size: A4"))
        try Self.keep(html, as: "quarter.html")
        try Self.keep(Self.report(of: Self.quarter).markdown(), as: "quarter.md")
    }

    @Test func `the same runs give the same bytes`() throws {
        let (one, other) = (try Self.report(of: Self.quarter), try Self.report(of: Self.quarter))
        #expect(one.html() == other.html())
        #expect(one.markdown() == other.markdown())
    }

    @Test func `every section is stamped as simulation`() throws {
        let report = try Self.report(of: Self.quarter)
        let sections = report.html().components(separatedBy: "<h2 id=").dropFirst()
        #expect(sections.count == 16)
        #expect(sections.allSatisfy { $0.prefix { $0 != "\n" }.contains("SIMULATION") })
        let headings = report.markdown().split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings.count == 16)
        #expect(headings.allSatisfy { $0.hasSuffix("(simulation)") })
    }

    @Test(arguments: [
        "drsim run disasters/region-lost.yaml --overlay named --seed 7", "lognormal, median 2m 30s",
        "<code>rta(orders) &lt;= 45m</code>", "USD 72,186.39", "of lost revenue", "started day",
        "run 33, ff00", "sha256 abababab", "Shop &amp; Sons", "16&#160;of&#160;30, 53.3%", "RTO achievement",
        "1&#160;of&#160;2", "met by definition", "Not included: data loss", "held in every trial",
        "executed restore", "d1d1d1d1d1d1", "✗ unmapped:database failure", "✓ region outage",
        "False alarms a year: ", "3 of 4 recovery times within the stricter target",
        "as failed as can be", "– not exercised", "Trials that came home", "4,321",
    ])
    func `the page says what an auditor asks for`(text: String) throws {
        let html = try Self.report(of: Self.quarter).html().replacing("\u{A0}", with: "&#160;")
        #expect(html.contains(text))
    }

    @Test func `names of the plan cannot break out of the page or a table`() throws {
        var sample = SampleRun()
        sample.services = ["<script>alert(1)</script>", "a|b", "c"]
        let report = try Self.report(of: [sample])
        #expect(!report.html().contains("<script"))
        #expect(!report.markdown().contains("<script"))
        #expect(report.markdown().contains("The a\\|b service"))
    }

    @Test func `every row of a Markdown table has as many cells as its head`() throws {
        let lines = try Self.report(of: Self.quarter).markdown().split(separator: "\n")
        var width: Int?
        for line in lines {
            guard line.hasPrefix("|") else {
                width = nil
                continue
            }
            let cells = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect(cells == width ?? cells, "\(line)")
            width = cells
        }
    }

    @Test func `the picture is well-formed and says what it shows`() throws {
        let html = try Self.report(of: Self.quarter).html()
        let start = try #require(html.range(of: "<svg"))
        let end = try #require(html.range(of: "</svg>"))
        let xml = try #require(ParsedXML(String(html[start.lowerBound..<end.upperBound])))
        #expect(xml["svg"][0].attributes["role"] == "img")
        #expect(xml["svg"][0].attributes["aria-labelledby"] == "timeline-title timeline-text")
        #expect(xml["desc"][0].text.contains("The orders service: ✗ missed"))
        let numbers = xml["text"].filter { $0.attributes["class"] == "number" }.map(\.text)
        #expect(numbers == ["1–4", "5–6", "7", "8"])
    }

    @Test func `a trial that was run again counts once`() throws {
        let once = try Self.report(of: [SampleRun()]).markdown()
        let twice = try Self.report(of: [SampleRun(), SampleRun()], head: 1).markdown()
        #expect(once == twice)
    }

    @Test func `what never came back is counted as such and drawn hatched`() throws {
        var sample = SampleRun()
        sample.restoredAfter = nil
        let report = try Self.report(
            of: [SampleRun(), sample].enumerated().map { index, run in
                var run = run
                run.trial = UInt32(index)
                return run
            })
        let html = report.html().replacing("\u{A0}", with: " ")
        #expect(html.contains("3 recoveries did not end inside the horizon."))
        #expect(html.contains("1 scenario (2 trials) put 3 recovery-time objectives to the test"))
        #expect(html.contains("median 50m 00s, longest not back"))
        #expect(html.contains("url(#open)"))
        try Self.keep(report.html(), as: "open.html")
    }

    @Test func `what was asked with a value set by hand is in no figure of the quarter`() throws {
        var question = SampleRun()
        question.settings = ["controller.latch=true"]
        question.restoredAfter = nil
        let alone = try Self.report(of: [SampleRun()]).markdown()
        let both = try Self.report(of: [SampleRun(), question], head: 1).markdown()
        #expect(both.contains("## What if (simulation)"))
        #expect(both.contains("named with controller.latch=true"))
        let glance = { (text: String) in text.components(separatedBy: "## Objectives")[0] }
        #expect(glance(alone) == glance(both))
    }

    @Test func `one plan is one level, however its overlay was named`() throws {
        var other = SampleRun()
        (other.overlays, other.planHash, other.seed) = (["overlays/named.yaml"], "ab", 3)
        let text = try Self.report(of: [SampleRun(), other]).markdown()
        #expect(text.contains("| Level of the plan | named |\n"))
        (other.planHash, other.scenario) = ("ef", "elsewhere")
        let two = try Self.report(of: [SampleRun(), other]).markdown()
        #expect(two.contains("| Level of the plan | named | named (plan efefefef) |\n"))
    }

    @Test func `what an older model came to is superseded, and said to be`() throws {
        var later = SampleRun()
        (later.modelVersion, later.restoredAfter) = (4, nil)
        let text = try Self.report(of: [SampleRun(), later]).markdown()
        #expect(text.contains("1 scenario (1 trial)"))
        #expect(text.contains("3 recoveries did not end inside the horizon"))
        #expect(text.contains("1 run of an older plan, scenario or model"))
        #expect(try !Self.report(of: [later]).markdown().contains("older plan"))
    }

    @Test func `a store that is lost is told of, whatever was promised of it`() throws {
        var record = SampleRun().record
        record.score.stores[0].rpa = nil
        record.score.stores[0].verdict = .noTarget
        let stored = StoredRun(id: 1, record: record)
        let text = try Self.report(of: [], runs: [stored]).markdown()
        #expect(text.contains("| Stores lost | 1 |"))
        #expect(text.contains("1 store lost"))
        #expect(text.contains("✗ lost"))
    }

    @Test
    func `lost data stand outside the total unless the plan has them in it, and have no price once lost`()
        throws
    {
        var record = SampleRun().record
        let priced = try Self.report(of: [], runs: [StoredRun(id: 1, record: record)]).markdown()
        #expect(priced.contains("| 39,374.42 | 86.81 ✓ met |"))
        record.score.money.lines.removeAll { $0.name == .dataLoss }
        record.score.money.dataLossVerdict = .inconclusive
        let open = try Self.report(of: [], runs: [StoredRun(id: 1, record: record)]).markdown()
        #expect(open.contains("| 39,374.42 | not known ? inconclusive |"))
        record.score.money.dataLossVerdict = .lost
        let outside = try Self.report(of: [], runs: [StoredRun(id: 1, record: record)]).markdown()
        #expect(outside.contains("| Not included: data loss |"))
        #expect(outside.contains("| 39,374.42 | lost |"))
        record.score.money.readings = [.includesDataLoss(true)]
        let inside = try Self.report(of: [], runs: [StoredRun(id: 1, record: record)]).markdown()
        #expect(inside.contains("| Data loss |"))
        #expect(inside.contains("| 39,374.42 | in the total: lost |"))
    }

    @Test func `who did not come back is named before what bound those that did`() throws {
        var record = SampleRun().record
        let bound = try Self.report(of: [], runs: [StoredRun(id: 1, record: record)]).markdown()
        #expect(bound.contains("What bound it: The auth service, approval takes 18 of 50 min."))
        record.score.services[1].tier = 1
        record.score.services[1].verdict = .unrecovered
        let text = try Self.report(of: [], runs: [StoredRun(id: 1, record: record)]).markdown()
        #expect(
            text.contains("The orders service did not come back. What bound those that came back: The auth"))
    }

    @Test func `what came of a scenario is told in one cell, part from part`() throws {
        let text = try Self.report(of: [SampleRun()]).markdown().replacing("\u{A0}", with: " ")
        #expect(text.contains("| RTO 3 of 3 · data ✓ met · USD 39,374.42 · ✗ 1 of 2 expected |"))
    }

    @Test func `each way back has its row, with what came of it in all trials that began it`() throws {
        var records = [SampleRun(), SampleRun()].map(\.record)
        records[1].provenance.trial = 1
        var overtaken = records[1].score.failbacks[0]
        (overtaken.outcome, overtaken.homeAt) = (.overtaken, nil)
        records[1].score.failbacks.insert(overtaken, at: 0)
        let stored = records.enumerated().map { StoredRun(id: Int64($0.offset + 1), record: $0.element) }
        let lines = try Self.report(of: [], runs: stored).markdown().replacing("\u{A0}", with: " ")
            .split(separator: "\n").filter { $0.contains("4,321") }
        #expect(lines.count == 2)
        #expect(
            lines.first?.contains(
                "| 1 | completed in 1, overtaken by another disaster in 1 | 1 of 2 | "
                    + "median 12m 00s, longest not home | 11m 00s |") == true)
        #expect(lines.last?.contains("| 2 | completed | 1 of 1 | 12m 00s | 11m 00s | 4,321 | 7 |") == true)
    }

    @Test func `where nothing was brought back, that is said`() throws {
        var record = SampleRun().record
        record.score.failbacks = []
        let text = try Self.report(of: [], runs: [StoredRun(id: 1, record: record)]).markdown()
        #expect(text.contains("\n\nNothing was brought back.\n"))
    }

    @Test func `the worst of a metric is the extreme, with its scenario, and never equals its target`() throws
    {
        var runs = [SampleRun(), SampleRun()]
        runs[1].scenario = "worse"
        var records = runs.map(\.record)
        let metric = SuccessMetric(
            kind: .revenue, title: "Revenue", target: .atMost(Share(partsPerMillion: 1_000)), source: "L9")
        for (index, value) in [1_010, 1_040].enumerated() as EnumeratedSequence<[Int64]> {
            records[index].score.metrics = [
                MetricScore(metric: metric, value: .share(Share(partsPerMillion: value)), verdict: .missed)
            ]
        }
        let stored = records.enumerated().map { StoredRun(id: Int64($0.offset + 1), record: $0.element) }
        let text = QuarterReport(
            quarter: try #require(Quarter("2026Q4")), runs: stored, generatedAt: "2026-11-26T16:20:01.123Z",
            toolVersion: "0.1.0", head: nil
        ).markdown().replacing("\u{A0}", with: " ")
        #expect(
            text.contains("at most 0.1% | 0 of 2 | ✗ missed: 0.104% | The &lt;primary&gt; \\| is gone: worse")
        )
        #expect(text.contains("Report of 2026-11-26 16:20 UTC."))
        #expect(text.contains("2026-10-01 to 2026-12-31, so far"))
    }

    @Test func `the axis begins at the first outage where that comes long after the onset`() throws {
        var record = SampleRun().record
        for index in record.score.services.indices {
            guard let from = record.score.services[index].unavailableFrom else { continue }
            record.score.services[index].unavailableFrom = from + .hours(6)
            record.score.services[index].restoredAt = record.score.services[index].restoredAt.map {
                $0 + .hours(6)
            }
        }
        let html = QuarterReport(
            quarter: try #require(Quarter("2026Q4")), runs: [StoredRun(id: 1, record: record)],
            generatedAt: "2026-12-31T12:00:00Z", toolVersion: "0.1.0", head: nil
        ).html()
        #expect(html.contains("The axis begins +5h"))
        #expect(!html.contains("x=\"750\" y=\"67\" width=\"0\""))
    }

    @Test func `a quarter without rehearsals says so`() throws {
        let report = try Self.report(of: [])
        #expect(report.html().contains("No rehearsal was carried out in 2026Q4."))
        #expect(!report.html().contains("<svg"))
        #expect(report.markdown().contains("No rehearsal was carried out in 2026Q4."))
    }

    @Test func `the control stands beside the plan and is not counted as a rehearsal`() throws {
        var control = SampleRun()
        (control.isControl, control.restoredAfter) = (true, nil)
        let markdown = try Self.report(of: [SampleRun(), control]).markdown()
        #expect(markdown.contains("(1 trial)"))
        let plan = SampleRun().record.score.money.total
        let without = control.record.score.money.total
        #expect(markdown.contains("| \(without) | \(without - plan) |"))
    }

    /// Two scenarios at two levels, one of them in thirty trials and once without response.
    static var quarter: [SampleRun] {
        var sample = SampleRun()
        sample.services = [
            "authentication", "orders", "payments", "web", "reports", "files", "search", "archive",
        ]
        sample.seed = 7
        var runs = (0..<30).map { trial in
            var run = sample
            run.trial = UInt32(trial)
            run.restoredAfter = 44 + Int64(trial)
            return run
        }
        sample.restoredAfter = nil
        sample.isControl = true
        runs.append(sample)
        sample.isControl = false
        sample.scenario = "region-lost-for-ever"
        sample.restoredAfter = 95
        runs.append(sample)
        sample.overlays = ["named", "mended"]
        sample.restoredAfter = 58
        return runs + [sample]
    }

    static func report(
        of samples: [SampleRun], runs more: [StoredRun] = [], head: Int64? = nil
    ) throws -> QuarterReport {
        let runs =
            more + samples.enumerated().map { StoredRun(id: Int64($0.offset + 1), record: $0.element.record) }
        return QuarterReport(
            quarter: try #require(Quarter("2026Q4")), runs: runs, generatedAt: "2026-12-31T12:00:00Z",
            toolVersion: "0.1.0", head: runs.last.map { StoreHead(run: head ?? $0.id, digest: "ff00") })
    }

    /// Keeps a report to be looked at where `DRSIM_REPORT_FOLDER` says so.
    private static func keep(_ text: String, as name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["DRSIM_REPORT_FOLDER"] else { return }
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
}
