import ArgumentParser
import DRSimTemplates

/// `drsim init`: a small plan of one's own, ready to run and to be edited.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Writes a small plan with scenarios that run at once, to be made one's own.",
        discussion: """
            From nothing to a verdict in two commands:
              drsim init mine
              drsim run mine/scenarios/disasters/region-lost.yaml

            A folder that holds anything is left alone, unless --force is given: then
            the template's files replace those of their names, and all others stay.
            """)

    @Argument(help: ArgumentHelp("The folder to write; it is made if it is missing.", valueName: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            "What to begin with: \(Template.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"))
    var template = Template.twoRegion

    @Flag(help: "Write into a folder that is not empty.")
    var force = false

    /// What `--template` can name.
    enum Template: String, ExpressibleByArgument, CaseIterable {
        case twoRegion = "two-region"
        case singleRegion = "single-region"
        case activeActive = "active-active"

        /// The template's files.
        var plan: PlanTemplate {
            switch self {
            case .twoRegion: .twoRegion
            case .singleRegion: .singleRegion
            case .activeActive: .activeActive
            }
        }
    }

    func run() throws {
        let plan = template.plan
        try TemplateFolder(path: folder).write(plan.files, isForced: force)
        let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let scenario = CommandLineText("drsim", "run").adding("\(path)/\(plan.firstScenario)")
        Console.output(
            Closing.text([
                ("written", "\(plan.files.count) files below \(path)/: \(plan.title)"),
                ("read", "\(path)/README.md says what to edit first"),
                ("next", scenario.text),
            ]))
    }
}
