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
    var paths: [String] = ["scenarios/disasters"]

    func run() throws {
        struct Row {
            let path, incidentClass, faults, title: String
        }
        var rows: [Row] = []
        for path in try Loader.scenarioFiles(paths) {
            let scenario = try Loader.readScenario(path).scenario
            rows.append(
                Row(
                    path: path, incidentClass: scenario.incidentClass?.name ?? "none",
                    faults: scenario.faults.map(\.kind.name).joined(separator: ", "), title: scenario.title))
        }
        let table = TextTable<Row> { row in
            [
                Column(title: "scenario", value: row.path), Column(title: "class", value: row.incidentClass),
                Column(title: "faults", value: row.faults), Column(title: "shows", value: row.title),
            ]
        }
        print(table.string(for: rows, style: Style.simple) ?? "")
        print("\(rows.count) scenarios · next: drsim run \(rows.first?.path ?? "SCENARIO")")
    }
}
