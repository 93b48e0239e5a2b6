import Foundation
import Testing

/// The figures against the document's Python, run anew; only where the document is at hand.
struct DocumentRunTests {
    @Test(
        .enabled(if: Document.path != nil, "set PLAN_DOCUMENT to the plan document to run its Python"),
        .enabled(if: Document.python != nil, "there is no python3 in PATH"),
        arguments: [
            (["plan_logic.py", "classification"], "classification.csv"),
            (["plan_logic.py", "loop"], "loop.json"), (["plan_schedule.py"], "schedule.csv"),
        ])
    func `the document's Python still answers what the figures say`(part: [String], file: String) throws {
        let output = try Document.run(part[0], Array(part.dropFirst()))
        #expect(output.split(separator: "\n") == (try Figures.text(of: file)).split(separator: "\n"))
    }
}

/// Where the plan document and an interpreter for its code are.
private enum Document {
    static let path: String? = {
        let root = Figures.folder.deletingLastPathComponent().deletingLastPathComponent()
        let beside = root.appending(path: "../shared/spec/disaster-recovery-plan.md").path()
        let candidates = [ProcessInfo.processInfo.environment["PLAN_DOCUMENT"], beside]
        return candidates.compactMap { $0 }.first { FileManager.default.isReadableFile(atPath: $0) }
    }()

    static let python: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// What a script prints for the document now.
    static func run(_ script: String, _ part: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: try #require(python))
        process.arguments =
            ["-W", "ignore", Figures.folder.appending(path: script).path(), try #require(path)] + part
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
