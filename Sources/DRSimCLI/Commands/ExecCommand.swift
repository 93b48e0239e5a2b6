import ArgumentParser
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimUnits
import DRSimWorld
import Foundation

/// `drsim exec`: runs a scenario up to an instant and types a command into its world.
struct ExecCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exec",
        abstract: "Asks the simulated world anything at any instant.",
        discussion: """
            drsim exec SCENARIO --at 5m -- kubectl get pods -n production
            drsim exec SCENARIO --at 25m -- curl -f https://HOST/health

            The scenario runs up to that instant, then the command is typed
            into its world. The command's own exit status is passed on.
            """)

    @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario"))
    var scenario: String

    @Option(
        help: ArgumentHelp(
            "When: a span after the scenario's start, such as 90s or 1h30m.", valueName: "span"))
    var at: String

    @OptionGroup var plan: PlanOptions
    @OptionGroup var seed: SeedOptions

    @Argument(
        parsing: .postTerminator, help: ArgumentHelp("The command and its arguments.", valueName: "command"))
    var command: [String]

    func run() throws {
        guard !command.isEmpty else {
            throw CommandFailure.usage("say what to type after --, such as: -- kubectl get pods")
        }
        guard let span = SpanSyntax.span(at) else {
            throw CommandFailure.usage("--at takes a span with a unit, such as 90s or 1h30m, not \(at)")
        }
        var loader = Loader()
        let loaded = try loader.load(scenario: scenario, variant: plan.variant)
        let horizon = loaded.scenario.scenario.horizon
        guard span <= horizon else {
            throw CommandFailure.usage("--at \(at) is after the scenario's horizon of \(horizon.brief)")
        }
        var world = loaded.rehearsal().world(seed: seed.seed ?? loaded.scenario.scenario.seed)
        world.run(through: .start + span)
        let result = world.execute(command, input: nil)
        Console.outputBytes(of: result.output)
        if !result.errors.isEmpty {
            let isEnded = result.errors.hasSuffix("\n")
            Console.standardError(isEnded ? String(result.errors.dropLast()) : result.errors)
        }
        if result.status != 0 { Foundation.exit(Int32(result.status)) }
    }
}
