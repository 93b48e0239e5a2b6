import ArgumentParser
import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan

/// `drsim findings`: what each finding about the plan costs, and what mending it alone would bring.
struct FindingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Puts every finding about the plan to the test: its price, and what masks it.",
        discussion: """
            Each finding is put back into the mended plan (its price) and mended
            alone in the faulty one (what masks it), on its scenario and on the
            same luck:
              drsim findings
              drsim findings --id F20 --id F57
              drsim findings --markdown > docs/findings.md
            """)

    @Option(help: ArgumentHelp("The plan's folder; else the one below scenarios/.", valueName: "folder"))
    var plan: String?

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("Only these findings; else all.", valueName: "id"))
    var id: [String] = []

    @OptionGroup var seed: SeedOptions

    @Flag(help: "Print the findings as JSON (drsim.findings/1).")
    var json = false

    @Flag(help: "Print Markdown: every finding, and every scenario at every level.")
    var markdown = false

    func validate() throws {
        guard !json || !markdown else { throw ValidationError("--json or --markdown, not both") }
    }

    func run() throws {
        let folder = try plan ?? Loader.onlyPlanFolder()
        if !json && !markdown { Console.output(RunHeader.stamp + "\n") }
        Interruption.watch()
        let catalogue = try selected(from: try Loader.findings(of: folder))
        var loader = Loader()
        let survey = try survey(of: catalogue, folder, &loader)
        let results = survey.results { Interruption.isRequested }
        try Interruption.check("the findings were not tried to the end, and nothing is kept")
        if let result = results.first(where: { !$0.brokenBooks.isEmpty }) {
            throw CommandFailure.broken(
                "internal: the books of a trial of \(result.finding.id) are broken: \(result.brokenBooks[0])")
        }
        if json {
            let document = FindingsDocument(plan: folder, catalogue: catalogue, results: results)
            Console.output(document.json(seed: seed.seed).text())
        } else if markdown {
            let levels = try LevelTable(
                planFolder: folder, ladder: catalogue.ladder, seed: seed.seed, &loader)
            Console.output(FindingsMarkdown(catalogue: catalogue, results: results, levels: levels).text)
        } else {
            let view = FindingsView(
                catalogue: catalogue, results: results, isDetailed: !id.isEmpty, currency: survey.currency)
            Console.output(view.text)
        }
    }

    private func selected(from catalogue: FindingCatalogue) throws -> FindingCatalogue {
        var selection = catalogue
        selection.findings = catalogue.findings.filter { id.isEmpty || id.contains($0.id) }
        let known = catalogue.findings.map(\.id)
        if let stray = id.first(where: { !known.contains($0) }) {
            let nearest = Suggestion.nearest(to: stray, among: known).map { "did you mean `\($0)`?" }
            throw CommandFailure.nothing(
                "there is no finding \(stray)", help: nearest ?? "`drsim findings` lists all \(known.count)")
        }
        return selection
    }

    private func survey(
        of catalogue: FindingCatalogue, _ folder: String, _ loader: inout Loader
    ) throws -> FindingSurvey {
        let overlays = FindingSurvey.overlays(of: catalogue)
        let plans = try loader.load(planFolder: folder, eachOf: overlays)
        let paths = FindingSurvey.scenarios(of: catalogue)
        let scenarios = try loader.readAll(paths).map(\.scenario)
        return FindingSurvey(
            catalogue, plans: Dictionary(uniqueKeysWithValues: zip(overlays, plans.map(\.plan))),
            scenarios: Dictionary(uniqueKeysWithValues: zip(paths, scenarios)), seed: seed.seed)
    }
}
