import ArgumentParser
import DRSimFiles
import DRSimHarness
import DRSimPlan
import OrderedCollections

/// `drsim check`: reads plans and scenarios and says everything that is wrong with them.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks scenarios and their plan without running them.",
        discussion: """
            Each scenario is read with its plan at every level it names. Every
            error of every file is shown, once. Exit code 2 if there is any.
            """)

    @Argument(help: ArgumentHelp("Scenario files, or folders of them.", valueName: "path"))
    var paths: [String] = [ScenarioFiles.defaultFolder]

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(
            "Only these levels, each by itself; else every one the scenario has expectations for.",
            valueName: "name"))
    var overlay: [String] = []

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("Sets one value of the plan at each level.", valueName: "path=value"))
    var set: [String] = []

    func run() throws {
        let files = try ScenarioFiles.all(of: paths)
        var loader = Loader()
        var (errors, notes) = (InputErrors(), OpeningNotes())
        var faulty = 0
        for file in files {
            do throws(InputErrors) {
                let levels = try check(file, &loader, &notes)
                Console.output("✓ \(file)  \(levels.joined(separator: ", "))")
            } catch {
                faulty += 1
                Console.output("✗ \(file)  \(error.summary)")
                errors.add(error)
            }
        }
        for note in notes.texts { Console.standardError(note) }
        guard errors.isEmpty else {
            Console.standardError(
                "\n\(errors.text)\(errors.summary) in \(faulty) of \(files.count) scenarios and their plans")
            throw ExitStatus.usage
        }
        let what = files.count == 1 ? "the scenario and its plan" : "\(files.count) scenarios and their plans"
        Console.output("\n\(what) are well-formed · next: \(next.text)")
    }

    /// The same put to the test; where a value is set, which no contract is about, only run.
    private var next: CommandLineText {
        guard set.isEmpty else {
            return CommandLineText("drsim", "run").adding(paths[0])
                .adding("--overlay", each: Array(overlay.prefix(1))).adding("--set", each: set)
        }
        return CommandLineText("drsim", "test").adding(paths[0]).adding("--overlay", each: overlay)
    }

    /// Reads a scenario's plan at every level; the levels.
    private func check(
        _ file: String, _ loader: inout Loader, _ notes: inout OpeningNotes
    ) throws(InputErrors) -> [String] {
        let levels = overlay.isEmpty ? Loader.levels(of: file) : overlay
        var errors = InputErrors()
        for level in levels {
            do throws(InputErrors) {
                let loaded = try loader.load(
                    scenario: file, variant: PlanVariant(overlays: [level], settings: set))
                notes.add(loaded.rehearsal().openingProblems, of: file, at: level)
            } catch {
                errors.add(error)
            }
        }
        guard errors.isEmpty else { throw errors }
        return levels
    }
}
