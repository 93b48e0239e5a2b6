import ArgumentParser
import DRSimFiles

/// `drsim decide`: the plan's controller fed by hand: what it is told in, what it wants done out.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Feeds the plan's controller with inputs and prints its directives.",
        discussion: """
            One JSON object a line, in order of at_ms:
              {"at_ms":0,"timer":true}
              {"at_ms":305,"health":{…the seven signals of classify…}}
              {"at_ms":305,"checks_raised":"timed out"}
              {"at_ms":900,"command":{"token":1,"status":0,"stdout":""}}
              {"at_ms":900,"approval":{"token":1,"granted":true}}
              {"at_ms":900,"reset":true}
            A timer the controller asked for fires by itself before a later
            input. A bad line changes nothing and is answered on standard
            error; exit code 2 at the end.
            """)

    @Argument(help: ArgumentHelp("A file of JSON lines, or - for standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The plan's folder; else the one below scenarios/.", valueName: "folder"))
    var plan: String?

    @OptionGroup var options: PlanOptions

    func run() throws {
        var loader = Loader()
        let folder = try plan ?? Loader.onlyPlanFolder()
        var desk = DecisionDesk(plan: try loader.load(planFolder: folder, variant: options.variant).plan)
        try LineFilter.run(file) { desk.answer($0) }
    }
}
