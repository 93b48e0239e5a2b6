import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimWorld
import Foundation

/// A scenario with the plan it is tried on, both checked.
struct LoadedCase {
    let scenario: LoadedScenario
    let plan: LoadedPlan

    /// The case made ready to run.
    func rehearsal(polling: World.Polling = .leaping, isControl: Bool = false) -> Rehearsal {
        Rehearsal(plan: plan.plan, scenario: scenario.scenario, polling: polling, isControl: isControl)
    }
}

/// Reads plans and scenarios; prints everything that is wrong with them and throws the exit status.
enum Loader {
    /// The overlay that is used where none is named.
    static let defaultOverlay = "l3-named"

    /// Reads a scenario, its plan with overlays, and checks the one against the other.
    static func load(scenario path: String, variant: PlanVariant) throws -> LoadedCase {
        let read = ScenarioReader.read(path: path)
        let scenario = try accept(read)
        let plan = try load(planFolder: scenario.planFolder, variant: variant)
        let problems = ScenarioReader.check(scenario, against: plan)
        guard problems.isEmpty else {
            report(problems, sources: read.sources)
            throw ExitStatus.usage
        }
        return LoadedCase(scenario: scenario, plan: plan)
    }

    /// Reads a plan alone.
    static func load(planFolder folder: String, variant: PlanVariant) throws -> LoadedPlan {
        let overlays = variant.overlays.isEmpty ? defaultOverlays(of: folder) : variant.overlays
        return try accept(PlanReader.read(folder: folder, overlays: overlays, settings: variant.settings))
    }

    /// The one plan folder below `scenarios`; more or none end the program.
    static func onlyPlanFolder() throws -> String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "scenarios")) ?? []
        let folders = names.sorted().map { "scenarios/\($0)" }.filter {
            FileManager.default.fileExists(atPath: "\($0)/plan.yaml")
        }
        guard folders.count == 1, let only = folders.first else {
            Console.standardError(
                folders.isEmpty
                    ? "error: there is no plan below scenarios/: name one with --plan FOLDER"
                    : "error: there are several plans below scenarios/: name one with --plan FOLDER")
            throw ExitStatus.usage
        }
        return only
    }

    /// Reads a scenario alone.
    static func readScenario(_ path: String) throws -> LoadedScenario {
        try accept(ScenarioReader.read(path: path))
    }

    /// The scenario files below some paths, sorted; a path that does not exist ends the program.
    static func scenarioFiles(_ paths: [String]) throws -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                Console.standardError("error[DR001]: there is no file or folder \(path)")
                throw ExitStatus.usage
            }
            files += isFolder.boolValue ? yamlFiles(below: path) : [path]
        }
        if files.isEmpty {
            Console.standardError("no scenario file below \(paths.joined(separator: ", "))")
            throw ExitStatus.nothing
        }
        return files
    }

    private static func yamlFiles(below folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(base)/\($0)" }
    }

    private static func defaultOverlays(of folder: String) -> [String] {
        let path = "\(folder)/overlays/\(defaultOverlay).yaml"
        return FileManager.default.fileExists(atPath: path) ? [defaultOverlay] : []
    }

    private static func accept<Value>(_ result: ReadResult<Value>) throws -> Value {
        guard let value = result.value else {
            report(result.diagnostics, sources: result.sources)
            throw ExitStatus.usage
        }
        return value
    }

    private static func report(_ diagnostics: [Diagnostic], sources: SourceTexts) {
        let renderer = DiagnosticRenderer(sources: sources)
        for diagnostic in diagnostics { Console.standardError(renderer.text(of: diagnostic)) }
        let count = diagnostics.count
        Console.standardError(count == 1 ? "1 error; nothing was run." : "\(count) errors; nothing was run.")
    }
}
