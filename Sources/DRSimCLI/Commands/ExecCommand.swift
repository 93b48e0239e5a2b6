import ArgumentParser
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits
import DRSimWorld
import Foundation
import OrderedCollections

/// `drsim exec`: runs a scenario up to an instant and types a command into its world.
struct ExecCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exec",
        abstract: "Asks the simulated world anything at any instant.",
        discussion: """
            drsim exec SCENARIO --at 5m -- kubectl get pods -n production
            drsim exec SCENARIO --at +15m39s -- curl -f https://HOST/health

            The scenario runs up to that instant, then the command is typed
            into its world: kubectl, aws, argocd, curl, psql or tar. Without a
            command an error names the contexts and hosts of the plan.

            The command's own exit status is passed on; what drsim itself has
            to say begins with error[…].
            """)

    @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario"))
    var scenario: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "When: a span after the scenario's start, such as 90s or 1h30m; with a sign, as the "
                + "timeline has it, from onset: +5m39s.", valueName: "span"))
    var at: String

    @OptionGroup var plan: PlanOptions
    @OptionGroup var seed: SeedOptions

    @Argument(
        parsing: .postTerminator, help: ArgumentHelp("The command and its arguments.", valueName: "command"))
    var command: [String] = []

    func run() throws {
        guard let moment = ExecMoment(at) else {
            throw CommandFailure.usage(
                "--at \(at) is no time of a scenario",
                help: "write 90s or 1h30m after its start, or +5m39s after the disaster's onset")
        }
        var loader = Loader()
        let loaded = try loader.load(scenario: try ScenarioFiles.one(scenario), variant: plan.variant)
        guard !command.isEmpty else { throw Self.nothingToType(in: loaded.plan.plan) }
        let seed = seed.seed ?? loaded.scenario.scenario.seed
        var world = loaded.rehearsal().world(seed: seed)
        world.run(through: try instant(moment, of: loaded, seed: seed))
        let result = world.execute(command, input: nil)
        Console.outputBytes(of: result.output)
        if !result.errors.isEmpty {
            let isEnded = result.errors.hasSuffix("\n")
            Console.standardError(isEnded ? String(result.errors.dropLast()) : result.errors)
        }
        if result.status != 0 { Foundation.exit(Int32(result.status)) }
    }

    /// The instant that is meant; what is counted from onset needs the trial's.
    private func instant(_ moment: ExecMoment, of loaded: LoadedCase, seed: UInt64) throws -> Instant {
        let horizon = loaded.scenario.scenario.horizon
        var instant = Instant.start + moment.offset
        if moment.isFromOnset {
            guard let onset = loaded.rehearsal().run(seed: seed).score.onset else {
                throw CommandFailure.usage(
                    "nothing strikes in this scenario, so there is no onset to count from",
                    help: "write --at without a sign: then it counts from the scenario's start")
            }
            instant = onset + moment.offset
        }
        guard instant >= .start, instant <= .start + horizon else {
            throw CommandFailure.usage("--at \(at) is outside the scenario's horizon of \(horizon.brief)")
        }
        return instant
    }

    /// What can be typed where, for somebody who has typed nothing.
    private static func nothingToType(in plan: Plan) -> CommandFailure {
        let contexts = plan.topology.regions.map(\.cluster.context).joined(separator: ", ")
        let hosts = OrderedSet(plan.services.map(\.host)).joined(separator: ", ")
        return .usage(
            "say what to type after --, such as: -- kubectl get pods",
            help: "contexts of kubectl: \(contexts); hosts of services: \(hosts)")
    }
}

/// When a command is typed: after the scenario's start, or before or after the disaster's onset.
struct ExecMoment: Hashable {
    /// The time from there.
    let offset: Span
    /// Whether it counts from onset, as the timeline's offsets do.
    let isFromOnset: Bool

    /// Reads a span as people write it, or with a sign and spaces as the timeline prints it.
    init?(_ text: String) {
        let bare = text.filter { $0 != " " }
        let sign = bare.first.flatMap { "+-".contains($0) ? $0 : nil }
        guard let span = SpanSyntax.span(String(sign == nil ? bare[...] : bare.dropFirst())) else {
            return nil
        }
        (offset, isFromOnset) = (sign == "-" ? .zero - span : span, sign != nil)
    }
}
