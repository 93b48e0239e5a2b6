import ArgumentParser
import DRSimFiles
import DRSimPlan

/// `drsim run`: disasters, simulated, scored, shown and stored.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Simulates scenarios and scores them.",
        discussion: """
            One scenario gives a screen, several a line each:
              drsim run scenarios/disasters/database/primary-crash.yaml
              drsim run scenarios/disasters

            What if, and what usually:
              drsim run SCENARIO --overlay l4-remediated
              drsim run SCENARIO --set controller.latch=true
              drsim run SCENARIO --trials 500
              drsim run SCENARIO --trial 17
              drsim run SCENARIO --control

            Of many trials an expectation holds if it held in every one.
            """)

    @Argument(help: ArgumentHelp("Scenarios by name or file, or folders of them.", valueName: "scenario"))
    var scenarios: [String]

    @OptionGroup var plan: PlanOptions
    @OptionGroup var seed: SeedOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many trials of the seed to run, for percentiles.", valueName: "number"))
    var trials = 1

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Run this one trial of the seed, counted from 0.", valueName: "number"))
    var trial: UInt32 = 0

    @Flag(help: "Also run the control of each trial, to which nothing and nobody responds.")
    var control = false

    @Flag(help: "Print JSON, one document a line: drsim.run/1, drsim.campaign/1 of many trials.")
    var json = false

    @Flag(help: "Show every fact of the trace.")
    var trace = false

    @Flag(help: "Make every poll instead of leaping over idle ones; the trace is the same.")
    var everyTick = false

    @Option(help: ArgumentHelp("Exit with 1 if an objective was missed.", valueName: "verdict"))
    var failOn: FailOn?

    @OptionGroup var store: StoreOptions

    /// What `--fail-on` can name.
    enum FailOn: String, ExpressibleByArgument, CaseIterable {
        case missed
    }

    func validate() throws {
        guard (1...1_000_000).contains(trials) else {
            throw ValidationError("--trials must be from 1 to 1000000")
        }
        guard trials == 1 || trial == 0 else {
            throw ValidationError("--trial names one trial, --trials says how many: leave out one of them")
        }
        guard trials == 1 || !trace else {
            throw ValidationError("--trace shows one trial: leave out --trials")
        }
    }

    func run() throws {
        let variant = plan.variant
        let files = try ScenarioFiles.all(of: scenarios)
        // Seen before the files are read, which takes a moment.
        if !json { Console.output(RunHeader.stamp) }
        Interruption.watch()
        var loader = Loader()
        let cases = try loader.loadAll(files.map { ($0, variant) })
        var session = RunSession(options: self, shelf: try store.open(), isSeries: cases.count > 1)
        var failures = 0
        if session.isSeries { session.open(cases) }
        for (index, loaded) in cases.enumerated() {
            try Interruption.check("\(index) of \(cases.count) scenarios done\(session.keptIn)")
            failures += try session.rehearse(loaded) ? 0 : 1
        }
        if session.isSeries { session.close(cases, failures: failures) }
        if failures > 0 { throw ExitStatus.failed }
    }
}
