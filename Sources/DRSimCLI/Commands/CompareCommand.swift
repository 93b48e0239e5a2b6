import ArgumentParser
import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan

/// `drsim compare`: two variants of a plan on the same bad luck.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compares two overlays on the same draws: RTA, RPA and dollars.",
        discussion: """
            drsim compare SCENARIO --overlay l3-named --overlay l4-remediated

            Both sides meet the same luck in each trial, so the difference is
            the overlays'. To compare with and without one value, put it into
            an overlay file: --overlay l3-named --overlay FILE.yaml
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

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many trials each side runs.", valueName: "number"))
    var trials = 100

    @Flag(help: "Print the comparison as JSON (drsim.compare/1).")
    var json = false

    func validate() throws {
        guard overlay.count == 2 else {
            throw ValidationError("name two overlays to compare: --overlay A --overlay B")
        }
        guard (2...1_000_000).contains(trials) else {
            throw ValidationError("--trials must be from 2 to 1000000")
        }
    }

    func run() throws {
        var loader = Loader()
        let sides = try load(&loader)
        let isIdle = try tellIdleSettings(sides, &loader).contains(overlay[1])
        let seed = seed.seed ?? sides[0].scenario.scenario.seed
        Interruption.watch()
        let comparison = Comparison(
            Campaign(rehearsal: sides[0].rehearsal(), seed: seed, trials: trials),
            Campaign(rehearsal: sides[1].rehearsal(), seed: seed, trials: trials),
            isStopped: { Interruption.isRequested })
        try comparison.first.checkBooks(of: "\(scenario) at \(overlay[0])")
        try comparison.second.checkBooks(of: "\(scenario) at \(overlay[1])")
        let view = ComparisonView(
            first: comparison.first, second: comparison.second, plan: sides[0].plan.plan)
        let done = comparison.first.count
        Console.output(
            json
                ? document(view, sides, seed: seed, done).text()
                : header(sides, seed: seed, done) + "\n" + view.text + "\n\n" + closing(seed, isIdle: isIdle))
        if done < trials { try Interruption.check("\(done) of \(trials) trials compared") }
    }

    private func load(_ loader: inout Loader) throws -> [LoadedCase] {
        let path = try ScenarioFiles.one(scenario)
        let sides = try loader.loadAll(
            overlay.map {
                (path, PlanVariant(overlays: [$0], settings: set, settingsMayBeIdle: true))
            })
        guard sides[0].plan.sha256 != sides[1].plan.sha256 else {
            let levels = sides[0].plan.knownOverlays.filter { !$0.contains("/") && !overlay.contains($0) }
            throw CommandFailure.usage(
                "\(overlay[0]) and \(overlay[1]) give the same plan: there is nothing to compare",
                help: levels.isEmpty
                    ? "this plan has no other level yet: write overlays/NAME.yaml"
                    : "others are \(levels.joined(separator: ", ")); `drsim list --overlays` shows all")
        }
        return sides
    }

    /// A setting a side has already is part of the question; one that both have is a slip. The overlays in
    /// which it changes nothing.
    private func tellIdleSettings(_ sides: [LoadedCase], _ loader: inout Loader) throws -> [String] {
        guard !set.isEmpty else { return [] }
        let idle = try zip(overlay, sides).filter { name, side in
            let without = try loader.load(
                scenario: side.scenario.scenario.path, variant: PlanVariant(overlays: [name]))
            return without.plan.sha256 == side.plan.sha256
        }.map(\.0)
        let settings = set.map { "--set \($0)" }.joined(separator: " ")
        guard idle.count < 2 else {
            throw CommandFailure.usage(
                "\(settings) changes nothing on either side", help: "both plans have these values without it")
        }
        for name in idle { Console.standardError("note: \(settings) changes nothing in \(name)") }
        return idle
    }

    private func header(_ sides: [LoadedCase], seed: UInt64, _ done: Int) -> String {
        let names = zip(["A", "B"], zip(overlay, sides)).map { letter, side in
            (name: letter, text: "\(side.0) (plan \(side.1.plan.sha256.prefix(12)))")
        }
        let scenario = ("scenario", sides[0].scenario.scenario.title)
        let luck = ("paired", "the same draws for both, seed \(seed), n=\(done) trials")
        return RunHeader.stamp + "\n" + Closing.text([scenario] + names + [luck]) + "\n"
    }

    /// How to see it again, and one side by itself: `run` takes no setting that changes nothing.
    func closing(_ seed: UInt64, isIdle: Bool) -> String {
        let replay = CommandLineText("drsim", "compare").adding(scenario)
            .adding("--overlay", each: overlay).adding("--set", each: set)
            .adding("--trials", String(trials), "--seed", String(seed))
        let run = CommandLineText("drsim", "run").adding(scenario, "--overlay", overlay[1])
        let next = self.seed.line(run.adding("--set", each: isIdle ? [] : set))
        return Closing.text([("replay", replay.text), ("next", next.text)])
    }

    private func document(_ view: ComparisonView, _ sides: [LoadedCase], seed: UInt64, _ done: Int)
        -> JSONValue
    {
        [
            "schema": "drsim.compare/1", "scenario": .string(sides[0].scenario.scenario.id),
            "overlays": .array(overlay.map { .string($0) }),
            "plans": .array(sides.map { .string($0.plan.sha256) }), "seed": .string(String(seed)),
            "trials": .integer(Int64(done)), "figures": view.json,
        ]
    }
}
