import ArgumentParser
import DRSimControl
import DRSimDocument
import DRSimPlan

/// `drsim classify`: the plan's classifier on health snapshots from a file or standard input.
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Names the disaster in health snapshots, by the plan's own rules.",
        discussion: """
            Reads one JSON object a line with the plan's seven signals and prints one object a line:
            {"disaster":"region_failure","rule":"…"} or {"disaster":null}.

            Example: drsim classify snapshots.jsonl
            """)

    @Argument(help: ArgumentHelp("A file of JSON lines, or - for standard input.", valueName: "file"))
    var file: String

    func run() throws {
        var isClean = true
        for line in try InputLines.read(file) {
            do {
                print(Self.answer(try HealthSnapshotLine.read(line.text)).text())
            } catch {
                isClean = false
                Console.standardError("\(line.place): error: \(error.message)")
            }
        }
        if !isClean { throw ExitStatus.usage }
    }

    private static func answer(_ snapshot: HealthSnapshot) -> JSONValue {
        guard let classification = DisasterClassifier.classify(snapshot) else { return ["disaster": nil] }
        return [
            "disaster": .string(classification.disaster.rawValue),
            "rule": .string(classification.rule.rawValue),
        ]
    }
}
