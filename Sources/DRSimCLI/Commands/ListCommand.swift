import ArgumentParser
import DRSimFiles
import DRSimPlan
import DRSimUnits
import TextTable

/// `drsim list`: the scenarios below a folder, with what each shows; or a plan's health signals.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists scenarios with their class and what they show, or a plan's health signals.")

    @Argument(help: ArgumentHelp("Folders or files.", valueName: "path"))
    var paths: [String] = [ScenarioFiles.defaultFolder]

    @Flag(help: "Lists the controller's health signals instead: from where, through what, healthy when.")
    var signals = false

    @Option(
        help: ArgumentHelp(
            "The folder of the plan whose signals are listed; else the one below scenarios/.",
            valueName: "folder"))
    var plan: String?

    @OptionGroup var options: PlanOptions

    func run() throws {
        guard signals else {
            guard plan == nil, options.variant == PlanVariant() else {
                throw CommandFailure.usage("a plan and its overlays are read with --signals only")
            }
            return try listScenarios()
        }
        var loader = Loader()
        let folder = try plan ?? Loader.onlyPlanFolder()
        let loaded = try loader.load(planFolder: folder, variant: options.variant)
        Console.output(SignalView(plan: loaded.plan).text)
    }

    private func listScenarios() throws {
        struct Row {
            let path, incidentClass, faults, title: String
        }
        let files = try ScenarioFiles.all(of: paths)
        let rows = zip(files, try Loader.readAll(files)).map { file, loaded in
            let scenario = loaded.scenario
            return Row(
                path: file, incidentClass: scenario.incidentClass?.name ?? "none",
                faults: scenario.faults.map(\.kind.name).joined(separator: ", "), title: scenario.title)
        }
        let table = TextTable<Row> { row in
            [
                Column(title: "scenario", value: row.path), Column(title: "class", value: row.incidentClass),
                Column(title: "faults", value: row.faults), Column(title: "shows", value: row.title),
            ]
        }
        let first = CommandLineText("drsim", "run").adding(files[0])
        Console.output(table.text(rows, indent: 0) + "\n\n\(rows.count) scenarios · next: \(first.text)")
    }
}
