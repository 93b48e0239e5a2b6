import DRSimFiles
import DRSimPlan
import Foundation

/// Reads plans and scenarios and checks the ones against the others; a plan that several scenarios
/// share is read once.
struct Loader {
    /// The overlay that is used where none is named.
    static let defaultOverlay = "l3-named"

    private var plans: [PlanKey: LoadedPlan] = [:]

    private struct PlanKey: Hashable {
        let folder: String
        let variant: PlanVariant
    }

    /// Reads a scenario and its plan with overlays, and checks the one against the other.
    mutating func load(scenario path: String, variant: PlanVariant) throws(InputErrors) -> LoadedCase {
        let read = ScenarioReader.read(path: path)
        let scenario = try Self.accept(read)
        let plan = try load(planFolder: scenario.planFolder, variant: variant)
        let problems = ScenarioReader.check(scenario, against: plan)
        guard problems.isEmpty else { throw InputErrors(problems, sources: read.sources) }
        return LoadedCase(scenario: scenario, plan: plan)
    }

    /// Reads several scenarios; the errors of all of them if any has one.
    mutating func loadAll(
        _ wanted: [(path: String, variant: PlanVariant)]
    ) throws(InputErrors) -> [LoadedCase] {
        var cases: [LoadedCase] = []
        var errors = InputErrors()
        for (path, variant) in wanted {
            do throws(InputErrors) {
                cases.append(try load(scenario: path, variant: variant))
            } catch {
                errors.add(error)
            }
        }
        guard errors.isEmpty else { throw errors }
        return cases
    }

    /// Reads a plan alone.
    mutating func load(planFolder folder: String, variant: PlanVariant) throws(InputErrors) -> LoadedPlan {
        let key = PlanKey(folder: folder, variant: variant)
        if let plan = plans[key] { return plan }
        let read = PlanReader.read(
            folder: folder, overlays: Self.overlays(of: variant, in: folder), settings: variant.settings)
        let plan = try Self.accept(read)
        plans[key] = plan
        return plan
    }

    /// Reads a plan with each of some overlays by itself; the errors of all of them if any has one.
    mutating func load(
        planFolder folder: String, eachOf overlays: [String]
    ) throws(InputErrors) -> [LoadedPlan] {
        var errors = InputErrors()
        var loaded: [LoadedPlan] = []
        for read in PlanReader.readEach(folder: folder, overlays: overlays) {
            do throws(InputErrors) {
                loaded.append(try Self.accept(read))
            } catch {
                errors.add(error)
            }
        }
        guard errors.isEmpty else { throw errors }
        return loaded
    }

    /// Reads the findings about the plan in a folder.
    static func findings(of folder: String) throws(InputErrors) -> FindingCatalogue {
        try accept(FindingReader.read(folder: folder))
    }

    /// Reads a scenario alone.
    static func read(scenario path: String) throws(InputErrors) -> LoadedScenario {
        try accept(ScenarioReader.read(path: path))
    }

    /// Reads several scenarios alone; the errors of all of them if any has one.
    static func readAll(_ paths: [String]) throws(InputErrors) -> [LoadedScenario] {
        var scenarios: [LoadedScenario] = []
        var errors = InputErrors()
        for path in paths {
            do throws(InputErrors) {
                scenarios.append(try read(scenario: path))
            } catch {
                errors.add(error)
            }
        }
        guard errors.isEmpty else { throw errors }
        return scenarios
    }

    /// The one plan folder below `scenarios`.
    ///
    /// - Throws: `CommandFailure` if there is none or there are more.
    static func onlyPlanFolder(below folder: String = "scenarios") throws(CommandFailure) -> String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let folders = names.sorted().map { "\(folder)/\($0)" }.filter {
            FileManager.default.fileExists(atPath: "\($0)/plan.yaml")
        }
        guard let only = folders.first else {
            throw .usage("there is no plan below \(folder)/: name one with --plan FOLDER")
        }
        guard folders.count == 1 else {
            throw .usage("there are several plans, \(folders.joined(separator: ", ")): name one with --plan")
        }
        return only
    }

    private static func overlays(of variant: PlanVariant, in folder: String) -> [String] {
        switch variant.overlays {
        case []: defaultOverlays(of: folder)
        case [Scenario.asWritten]: []
        default: variant.overlays
        }
    }

    private static func defaultOverlays(of folder: String) -> [String] {
        let path = "\(folder)/overlays/\(defaultOverlay).yaml"
        return FileManager.default.fileExists(atPath: path) ? [defaultOverlay] : []
    }

    private static func accept<Value>(_ result: ReadResult<Value>) throws(InputErrors) -> Value {
        guard let value = result.value else {
            throw InputErrors(result.diagnostics, sources: result.sources)
        }
        return value
    }
}
