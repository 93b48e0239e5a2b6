import ArgumentParser

/// The options that say which variant of the plan is meant.
struct PlanOptions: ParsableArguments {
    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            "An overlay of the plan by name or path; several stack, as-written is none. "
                + "`drsim list --overlays` shows them. Default: l3-named where the plan has it.",
            valueName: "name"))
    var overlay: [String] = []

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            "Sets one value of the plan, like an overlay of one line.", valueName: "path=value"))
    var set: [String] = []
}

/// Which variant of a plan is meant: overlays by name or path, and single values.
struct PlanVariant: Hashable, Sendable {
    var overlays: [String] = []
    var settings: [String] = []
    /// Whether a setting may have the value the plan has already.
    var settingsMayBeIdle = false
}

extension PlanOptions {
    /// The variant the options name.
    var variant: PlanVariant { PlanVariant(overlays: overlay, settings: set) }
}

/// The option that names the seed.
struct SeedOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The seed; the scenario's own where none is given.", valueName: "number"),
        transform: Self.number)
    var seed: UInt64?

    /// A command with the seed, where one was given.
    func line(_ command: CommandLineText) -> CommandLineText {
        command.adding("--seed", each: seed.map { ["\($0)"] } ?? [])
    }

    private static func number(_ text: String) throws -> UInt64 {
        guard let number = UInt64(text) else {
            throw ValidationError("a seed is a whole number from 0 to \(UInt64.max), not \(text)")
        }
        return number
    }
}
