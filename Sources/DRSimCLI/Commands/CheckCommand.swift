import ArgumentParser
import DRSimFiles
import DRSimPlan

/// `drsim check`: reads plans and scenarios and says everything that is wrong with them.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks scenarios and their plan without running them.",
        discussion: "Every error of every file is shown at once. Exit code 2 if there is any.")

    @Argument(help: ArgumentHelp("Scenario files, or folders of them.", valueName: "path"))
    var paths: [String] = ["scenarios/disasters"]

    @OptionGroup var plan: PlanOptions

    func run() throws {
        var isClean = true
        let files = try Loader.scenarioFiles(paths)
        for file in files {
            do {
                _ = try Loader.load(scenario: file, variant: plan.variant)
                print("✓ \(file)")
            } catch ExitStatus.usage {
                isClean = false
                print("✗ \(file)")
            }
        }
        guard isClean else { throw ExitStatus.usage }
        print(
            "\(files.count) scenarios are well-formed and their plan is, too · next: drsim test \(paths[0])")
    }
}
