import DRSimFiles
import DRSimPlan
import Foundation

/// Reads plans and scenarios and checks the ones against the others; a plan that several scenarios
/// share is read once.
struct Loader {
    /// The overlay that is used where none is named.
    static let defaultOverlay = "l3-named"

    private var plans: [PlanKey: PlanReading] = [:]

    private struct PlanKey: Hashable {
        let folder: String
        let variant: PlanVariant
    }

    /// Reads a scenario and its plan with overlays, and checks the one against the other; the errors of
    /// both files if there are any.
    mutating func load(scenario path: String, variant: PlanVariant) throws(InputErrors) -> LoadedCase {
        try load(ScenarioReader.reading(path: path), variant: variant)
    }

    private mutating func load(
        _ reading: ScenarioReading, variant: PlanVariant
    ) throws(InputErrors) -> LoadedCase {
        let plan = reading.planFolder.map {
            read(planFolder: $0, variant: variant, mention: reading.planMention)
        }
        var errors = InputErrors(reading.diagnostics(against: plan?.names), sources: reading.result.sources)
        if let result = plan?.result { errors.add(InputErrors(result.diagnostics, sources: result.sources)) }
        guard let plan = plan?.result.value, let scenario = reading.result.value, errors.isEmpty else {
            throw errors
        }
        return LoadedCase(scenario: scenario, plan: plan)
    }

    /// Reads several scenarios, unless the user interrupts; the errors of all of them if any has one.
    mutating func loadAll(_ wanted: [(path: String, variant: PlanVariant)]) throws -> [LoadedCase] {
        var cases: [LoadedCase] = []
        var errors = InputErrors()
        for (path, variant) in wanted {
            try Self.checkInterruption()
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
        try Self.accept(read(planFolder: folder, variant: variant).result)
    }

    private mutating func read(
        planFolder folder: String, variant: PlanVariant, mention: PlanMention? = nil
    ) -> PlanReading {
        let key = PlanKey(folder: folder, variant: variant)
        if let plan = plans[key] { return plan }
        let plan = PlanReader.reading(
            folder: folder, overlays: Self.overlays(of: variant, in: folder), settings: variant.settings,
            settingsMayBeIdle: variant.settingsMayBeIdle, mention: mention)
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

    /// The levels a scenario is held to, as far as its plan has them; as written where there is none.
    static func levels(of path: String) -> [String] {
        let known = ScenarioReader.reading(path: path).knownLevels
        return known.isEmpty ? [Scenario.asWritten] : known
    }

    /// Reads several scenarios alone, unless the user interrupts; if any of them has an error, the errors of
    /// all of them, those of the names of their plans included.
    mutating func readAll(_ paths: [String]) throws -> [LoadedScenario] {
        var scenarios: [LoadedScenario] = []
        var errors = InputErrors()
        for path in paths {
            try Self.checkInterruption()
            let reading = ScenarioReader.reading(path: path)
            if let scenario = reading.result.value, !reading.namesUnknownLevel {
                scenarios.append(scenario)
                continue
            }
            do throws(InputErrors) {
                let level = reading.knownLevels.first ?? Scenario.asWritten
                scenarios.append(try load(reading, variant: PlanVariant(overlays: [level])).scenario)
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
            throw .usage("there is no plan below \(folder)/", help: "name one with --plan FOLDER")
        }
        guard folders.count == 1 else {
            throw .usage(
                "there are several plans: \(folders.joined(separator: ", "))", help: "name one with --plan")
        }
        return only
    }

    private static func overlays(of variant: PlanVariant, in folder: String) -> [String] {
        variant.overlays.isEmpty
            ? defaultOverlays(of: folder) : variant.overlays.filter { $0 != Scenario.asWritten }
    }

    private static func defaultOverlays(of folder: String) -> [String] {
        OverlayList.contains(defaultOverlay, in: folder) ? [defaultOverlay] : []
    }

    private static func checkInterruption() throws {
        try Interruption.check("the files were not read to the end, and nothing was run")
    }

    private static func accept<Value>(_ result: ReadResult<Value>) throws(InputErrors) -> Value {
        guard let value = result.value else {
            throw InputErrors(result.diagnostics, sources: result.sources)
        }
        return value
    }
}
