import ArgumentParser
import DRSimReports
import DRSimScoring
import DRSimStore
import DRSimUnits
import Foundation

/// `drsim report`: documents made from the store.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Writes reports from the store.",
        subcommands: [QuarterCommand.self])
}

/// `drsim report quarter`: one self-contained HTML page and Markdown for a quarter.
struct QuarterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarter",
        abstract: "Writes the quarter's report: one printable HTML page, and Markdown.",
        discussion: "drsim report quarter 2026Q4   writes reports/drsim-2026Q4.html and .md")

    @Argument(help: ArgumentHelp("The quarter, such as 2026Q4.", valueName: "quarter"))
    var quarter: String

    @Option(help: ArgumentHelp("The SQLite file results are kept in.", valueName: "file"))
    var db = "reports/drsim.sqlite"

    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output = "reports"

    func run() throws {
        guard let period = Quarter(quarter) else {
            Console.standardError("error: a quarter is written like 2026Q4, not \(quarter)")
            throw ExitStatus.usage
        }
        let report = try make(period)
        for (ending, text) in [("html", report.html()), ("md", report.markdown())] {
            let path = "\(output)/drsim-\(quarter).\(ending)"
            try write(text, to: path)
            print(path)
        }
    }

    private func make(_ period: Quarter) throws -> QuarterReport {
        let (runs, head) = try stored(period)
        guard !runs.isEmpty else {
            Console.standardError("no run was recorded in \(quarter): drsim run SCENARIO records one")
            throw ExitStatus.nothing
        }
        return QuarterReport(
            quarter: period, runs: runs, generatedAt: CalendarTime.now.description, toolVersion: Version.text,
            head: head)
    }

    private func stored(_ period: Quarter) throws -> ([StoredRun], StoreHead?) {
        do throws(StoreError) {
            let store = try ResultStore(readingFrom: db)
            return (try store.runs(in: period), try store.head())
        } catch {
            Console.standardError("error: \(error)")
            throw ExitStatus.usage
        }
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            Console.standardError("error: cannot write \(path): \(error.localizedDescription)")
            throw ExitStatus.broken
        }
    }
}
