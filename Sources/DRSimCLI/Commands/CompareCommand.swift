import ArgumentParser
import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits

/// `drsim compare`: two variants of a plan on the same bad luck.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compares two overlays on the same draws: RTA, RPA, dollars and the paired difference.",
        discussion: """
            drsim compare SCENARIO --overlay l3-named --overlay l4-remediated --trials 200

            Both sides meet the same luck in each trial, so the difference is the overlays'.
            """)

    @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario"))
    var scenario: String

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("An overlay by name or path; exactly two.", valueName: "name"))
    var overlay: [String] = []

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("Sets one value of the plan on both sides.", valueName: "path=value"))
    var set: [String] = []

    @OptionGroup var seed: SeedOptions

    @Option(help: ArgumentHelp("How many trials each side runs.", valueName: "number"))
    var trials = 100

    @Flag(help: "Print the comparison as JSON (drsim.compare/1).")
    var json = false

    func validate() throws {
        guard overlay.count == 2 else {
            throw ValidationError("name two overlays to compare: --overlay A --overlay B")
        }
        guard trials >= 2 else { throw ValidationError("--trials must be at least 2") }
    }

    func run() throws {
        let sides = try overlay.map { name in
            try Loader.load(scenario: scenario, variant: PlanVariant(overlays: [name], settings: set))
        }
        let seed = seed.seed ?? sides[0].scenario.scenario.seed
        let comparison = Comparison(
            Campaign(rehearsal: sides[0].rehearsal(), seed: seed, trials: trials),
            Campaign(rehearsal: sides[1].rehearsal(), seed: seed, trials: trials))
        let view = ComparisonView(names: overlay, sides: sides, comparison: comparison, seed: seed)
        print(json ? view.json.text() : view.text)
    }
}
