import ArgumentParser
import DRSimHarness
import DRSimTemplates
import Testing

@testable import DRSimCLI

/// A plan of one's own, from nothing to a verdict.
@Suite struct InitCommandTests {
    /// Types a command, as a shell would.
    private func drsim(_ words: String...) throws {
        var command = try DRSim.parseAsRoot(words)
        try command.run()
    }

    @Test(arguments: PlanTemplate.all)
    func `comes to a verdict on an own plan in two commands and five seconds`(template: PlanTemplate) throws {
        let folder = try TemporaryFolder()
        let clock = ContinuousClock()
        let began = clock.now
        try drsim("init", "\(folder.path)/mine", "--template", template.name)
        try drsim("run", "\(folder.path)/mine/\(template.firstScenario)", "--no-store")
        #expect(clock.now - began < .seconds(5))
    }

    @Test(arguments: PlanTemplate.all)
    func `writes a plan whose scenarios hold what they expect`(template: PlanTemplate) throws {
        let folder = try TemporaryFolder()
        try drsim("init", "\(folder.path)/mine", "--template", template.name)
        #expect(folder.contents.filter { $0.contains(".drsim-") } == [])
        let scenarios = try ScenarioFiles.all(of: ["\(folder.path)/mine/scenarios/disasters"])
        #expect(scenarios.count >= 2)
        try drsim("check", "\(folder.path)/mine/scenarios/disasters")
        try drsim("test", "\(folder.path)/mine/scenarios/disasters")
        var loader = Loader()
        for path in scenarios {
            let loaded = try loader.load(scenario: path, variant: PlanVariant())
            #expect(!loaded.expectations.isEmpty, "\(path)")
            #expect(loaded.rehearsal().openingProblems == [], "\(path)")
        }
    }

    @Test func `knows every template by its name`() {
        #expect(InitCommand.Template.allCases.map(\.rawValue) == PlanTemplate.all.map(\.name))
        #expect(InitCommand.Template.allCases.map(\.plan) == PlanTemplate.all)
    }

    @Test func `leaves a folder alone that holds anything`() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "notes.txt")
        let refusal = #expect(throws: CommandFailure.self) { try drsim("init", folder.path) }
        #expect(refusal?.status == .usage)
        #expect(folder.contents == ["notes.txt"])
        let file = #expect(throws: CommandFailure.self) { try drsim("init", "\(folder.path)/notes.txt") }
        #expect(file?.status == .usage)
        #expect(try folder.text(of: "notes.txt") == "mine")
    }

    @Test func `writes beside other files where it is forced to`() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "notes.txt")
        try folder.write("old", to: "README.md")
        try drsim("init", folder.path, "--force")
        #expect(try folder.text(of: "notes.txt") == "mine")
        #expect(try folder.text(of: "README.md") == PlanTemplate.twoRegion.files[0].text)
        try folder.write("edited", to: "scenarios/my-plan/plan.yaml")
        try drsim("init", folder.path, "--force", "--template", "single-region")
        #expect(try folder.text(of: "scenarios/my-plan/plan.yaml").contains("id: my-plan"))
        #expect(folder.contents.contains("scenarios/my-plan/runbooks/fail-over-to-west.yaml"))
    }

    @Test func `writes into an empty folder, and into one that is yet to be made`() throws {
        let folder = try TemporaryFolder()
        try drsim("init", folder.path)
        #expect(folder.contents.contains("scenarios/my-plan/plan.yaml"))
        try drsim("init", "\(folder.path)/deep/below/")
        #expect(folder.contents.contains("deep/below/README.md"))
    }

    @Test func `says when it cannot write`() {
        let failure = #expect(throws: CommandFailure.self) { try drsim("init", "/dev/null/mine") }
        #expect(failure?.status == .broken)
    }
}
