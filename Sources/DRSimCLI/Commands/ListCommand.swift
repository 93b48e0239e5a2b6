import ArgumentParser
import DRSimFiles
import DRSimPlan
import DRSimUnits
import OrderedCollections

/// `drsim list`: the scenarios below a folder, with what each shows; or a plan's health signals.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists scenarios, a plan's overlays, or its health signals.")

    @Argument(help: ArgumentHelp("Folders or files.", valueName: "path"))
    var paths: [String] = [ScenarioFiles.defaultFolder]

    @Flag(help: "Lists the controller's health signals instead: from where, through what, healthy when.")
    var signals = false

    @Flag(help: "Lists the plan's overlays instead: its levels, and what mends or breaks one thing.")
    var overlays = false

    @Option(
        help: ArgumentHelp(
            "The folder of the plan that is meant; else the one below scenarios/.",
            valueName: "folder"))
    var plan: String?

    @OptionGroup var options: PlanOptions

    func validate() throws {
        guard !signals || !overlays else { throw ValidationError("--signals or --overlays, not both") }
        guard signals || overlays || plan == nil && options.variant == PlanVariant() else {
            throw ValidationError("a plan and its overlays are read with --signals or --overlays only")
        }
    }

    func run() throws {
        guard signals || overlays else { return try listScenarios() }
        let folder = try plan ?? Loader.onlyPlanFolder()
        if overlays { return listOverlays(of: folder) }
        var loader = Loader()
        let loaded = try loader.load(planFolder: folder, variant: options.variant)
        Console.output(SignalView(plan: loaded.plan).text)
    }

    /// The levels first, then what stands in folders.
    private func listOverlays(of folder: String) {
        let all = OverlayList.all(of: folder)
        let ordered = all.filter { !$0.name.contains("/") } + all.filter { $0.name.contains("/") }
        let width = min(36, (ordered.map(\.name.count).max() ?? 0) + 2)
        for overlay in ordered { Console.output(Wrapped.entry(overlay.name, overlay.summary, indent: width)) }
        Console.output("\n\(ordered.count) overlays of \(folder) · as-written is none of them")
    }

    private func listScenarios() throws {
        let files = try ScenarioFiles.all(of: paths)
        var loader = Loader()
        for (file, loaded) in zip(files, try loader.readAll(files)) {
            let scenario = loaded.scenario
            let kinds = OrderedSet(scenario.faults.map(\.kind.name)).joined(separator: ", ")
            let truth = scenario.incidentClass?.name ?? "no incident"
            Console.output(
                "\(file)\n" + Wrapped.entry("", "\(scenario.title)", indent: 4) + "\n"
                    + Ink.quiet(Wrapped.entry("", "\(truth): \(kinds)", indent: 4)))
        }
        let first = CommandLineText("drsim", "run").adding(files[0])
        Console.output("\n\(files.count) scenarios · next: \(first.text)")
    }
}
