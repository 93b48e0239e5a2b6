import DRSimReports
import DRSimScoring
import DRSimTestSupport
import DRSimUnits
import Foundation
import Testing

struct QuarterReportTests {
    @Test func `is self-contained`() throws {
        let report = try Self.report(of: Self.quarter)
        let html = report.html()
        for remote in ["http://", "https://", "src=", "<script", "@import", "url(h"] {
            #expect(!html.contains(remote), "\(remote)")
        }
        if let folder = ProcessInfo.processInfo.environment["DRSIM_REPORT_FOLDER"] {
            try html.write(toFile: "\(folder)/q.html", atomically: true, encoding: .utf8)
            try report.markdown().write(toFile: "\(folder)/q.md", atomically: true, encoding: .utf8)
        }
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

    static func report(of samples: [SampleRun]) throws -> QuarterReport {
        let runs = samples.enumerated().map { StoredRun(id: Int64($0.offset + 1), record: $0.element.record) }
        return QuarterReport(
            quarter: try #require(Quarter("2026Q4")), runs: runs, generatedAt: "2026-12-31T12:00:00Z",
            toolVersion: "0.1.0", head: runs.last.map { StoreHead(run: $0.id, digest: "ff00") })
    }
}
