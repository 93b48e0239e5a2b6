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
        discussion: "drsim report quarter 2026Q4", subcommands: [QuarterCommand.self])
}

/// `drsim report quarter`: one self-contained HTML page and Markdown for a quarter.
struct QuarterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarter",
        abstract: "Writes the quarter's report: one printable HTML page, and Markdown.",
        discussion: """
            drsim report quarter 2026Q4
            writes reports/drsim-2026Q4.html and reports/drsim-2026Q4.md from what
            `drsim run` has stored in those three months.
            """)

    @Argument(help: ArgumentHelp("The quarter, such as 2026Q4.", valueName: "quarter"))
    var quarter: String

    @Option(help: ArgumentHelp("The SQLite file results are kept in.", valueName: "file"))
    var db = StoreOptions.defaultFile

    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output = "reports"

    func run() throws {
        guard let period = Quarter(quarter) else {
            throw CommandFailure.usage(
                "\(quarter) is no quarter", help: "write it like \(Quarter(of: CalendarTime.now))")
        }
        let report = try make(period)
        try OutputFile.makeFolder(output)
        let files = ["html", "md"].map { OutputFile(path: "\(output)/drsim-\(quarter).\($0)") }
        for file in files { try file.check() }
        for (file, text) in zip(files, [report.html(), report.markdown()]) {
            try file.write(text)
            Console.output(file.path)
        }
    }

    private func make(_ period: Quarter) throws(CommandFailure) -> QuarterReport {
        let (runs, head) = try stored(period)
        guard !runs.isEmpty else {
            throw .nothing(
                "no run was recorded in \(quarter)", help: "`drsim run SCENARIO` records one in \(db)")
        }
        return QuarterReport(
            quarter: period, runs: runs, generatedAt: CalendarTime.now.description, toolVersion: Version.text,
            head: head)
    }

    private func stored(_ period: Quarter) throws(CommandFailure) -> ([StoredRun], StoreHead?) {
        do throws(StoreError) {
            let store = try ResultStore(readingFrom: db)
            return (try store.runs(in: period), try store.head())
        } catch {
            if case .missing = error { throw .usage("\(error)") }
            throw .broken("\(error)")
        }
    }
}
