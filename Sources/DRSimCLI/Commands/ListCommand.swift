import ArgumentParser
import DRSimFiles
import DRSimPlan
import DRSimUnits
import TextTable

/// `drsim list`: the scenarios below a folder, with what each shows.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists scenarios with their class and what they show.")

    @Argument(help: ArgumentHelp("Folders or files.", valueName: "path"))
    var paths: [String] = [ScenarioFiles.defaultFolder]

    func run() throws {
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
