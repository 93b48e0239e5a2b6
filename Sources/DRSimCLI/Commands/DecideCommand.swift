import ArgumentParser
import DRSimControl
import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits

/// `drsim decide`: the plan's controller fed by hand: what it is told in, what it wants done out.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Feeds the plan's controller with inputs and prints its directives.",
        discussion: """
            One JSON object a line, in order of at_ms:
              {"at_ms":0,"timer":true}                          {"at_ms":305,"health":{…seven signals…}}
              {"at_ms":900,"command":{"token":1,"status":0,"stdout":"","stderr":""}}
              {"at_ms":900,"approval":{"token":1,"granted":true}}
              {"at_ms":900,"checks_raised":"timed out"}         {"at_ms":900,"reset":true}
            A timer the controller asked for fires by itself before a later input.
            """)

    @Argument(help: ArgumentHelp("A file of JSON lines, or - for standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The plan's folder.", valueName: "folder"))
    var plan: String?

    @OptionGroup var options: PlanOptions

    func run() throws {
        let loaded = try Loader.load(
            planFolder: try plan ?? Loader.onlyPlanFolder(), variant: options.variant)
        var desk = DecisionDesk(plan: loaded.plan)
        for line in try InputLines.read(file) {
            do {
                for answer in try desk.take(line.text) { print(answer.text()) }
            } catch let problem as HealthSnapshotLine.Problem {
                Console.standardError("\(line.place): error: \(problem.message)")
                throw ExitStatus.usage
            }
        }
    }
}
