import DRSimFiles
import Foundation
import Testing

@testable import DRSimCLI

/// Every error of every file at once, each with its place.
struct LoaderTests {
    private static let scenario = "scenarios/disasters/region-lost.yaml"

    /// What is said of the two-region template's first scenario when pieces of its files are replaced, and
    /// one of its plan's.
    private func errors(
        replacing pieces: [(piece: String, other: String)], in file: String = scenario,
        overlay: String = "as-written", and plan: (file: String, piece: String, other: String)? = nil
    ) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.beginPlan(replacing: pieces, in: file)
        if let plan {
            let path = "mine/scenarios/my-plan/\(plan.file)"
            let text = try folder.text(of: path)
            #expect(text.contains(plan.piece))
            try folder.write(text.replacing(plan.piece, with: plan.other), to: path)
        }
        var loader = Loader()
        let path = "\(folder.path)/mine/\(Self.scenario)"
        do throws(InputErrors) {
            let levels = overlay.isEmpty ? Loader.levels(of: path) : [overlay]
            for level in levels {
                _ = try loader.load(scenario: path, variant: PlanVariant(overlays: [level]))
            }
            return []
        } catch {
            return error.items.compactMap { $0.split(separator: "\n").first }
                .map { $0.split(separator: "/").last.map(String.init) ?? "" }
        }
    }

    @Test func `a scenario's own errors do not hide the names its plan lacks`() throws {
        let errors = try errors(replacing: [
            ("region_outage", "region_outge"), ("duration: 6h", "duration: 6 hours"),
            ("verdict(api)", "verdict(apii)"), ("rpa(orders) <= 1m", "rpa(order)"),
        ])
        #expect(
            errors.map { String($0.drop { $0 != "[" }) } == [
                "[DR008]: `region_outge` is not one of the values allowed here",
                "[DR007]: expected a duration, found `6 hours`",
                "[DR011]: there is no service `apii`",
                "[DR002]: `rpa(order)` needs a relation such as `==` and a value",
                "[DR011]: there is no store `order`",
            ])
        #expect(errors.allSatisfy { $0.hasPrefix("region-lost.yaml:") })
    }

    @Test func `a level that does not exist hides no other name`() throws {
        let errors = try errors(
            replacing: [
                ("as-written:", "as-writen:"), ("class: region_lost", "class: region_los"),
                ("region: east", "region: eats"),
            ], overlay: "")
        #expect(
            errors.map { String($0.drop { $0 != "[" }) } == [
                "[DR011]: there is no incident class `region_los`", "[DR011]: there is no region `eats`",
                "[DR011]: there is no overlay `as-writen`",
            ])
    }

    @Test func `a plan's errors do not hide its scenario's, nor these the plan's`() throws {
        let services = "scenarios/my-plan/services.yaml"
        let errors = try errors(replacing: [("deployment: api,", "deployment: apii,")], in: services)
        #expect(errors.map { String($0.drop { $0 != "[" }) } == ["[DR011]: there is no deployment `apii`"])
    }

    @Test(arguments: [
        // What the broken piece does not define is known all the same.
        (
            "controller.yaml", "poll_interval: 30s", "poll_interval: 30",
            ["class `region_los`", "region `eats`", "service `apii`", "store `order`"]
        ),
        (
            "controller.yaml", "latch: true", "latch: [true",
            ["class `region_los`", "region `eats`", "service `apii`", "store `order`"]
        ),
        // What it defines, or would, is not.
        (
            "services.yaml", "  - id: orders", "  - name: orders",
            ["class `region_los`", "region `eats`", "service `apii`"]
        ),
        ("services.yaml", "tier: 1", "tier: [1", ["class `region_los`", "region `eats`"]),
        ("topology.yaml", "regions:", "regoins:", ["class `region_los`", "service `apii`", "store `order`"]),
    ]) func `errors of a plan do not hide names that it lacks, nor invent any`(
        file: String, piece: String, other: String, names: [String]
    ) throws {
        let errors = try errors(
            replacing: [
                ("class: region_lost", "class: region_los"), ("region: east", "region: eats"),
                ("verdict(api)", "verdict(apii)"), ("rpa(orders)", "rpa(order)"),
            ], and: (file, piece, other))
        let stray = errors.filter { $0.hasPrefix("region-lost.yaml:") }
        #expect(stray.map { String($0.split(separator: " ").suffix(2).joined(separator: " ")) } == names)
        #expect(errors.contains { $0.hasPrefix(file) })
    }

    @Test func `the errors of all scenarios are told when several are read`() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try folder.write("title: \(name)\n", to: "\(name).yaml") }
        var loader = Loader()
        let errors = #expect(throws: InputErrors.self) {
            try loader.readAll(["a", "b"].map { "\(folder.path)/\($0).yaml" })
        }
        #expect(errors?.text.contains("/a.yaml:") == true)
        #expect(errors?.text.contains("/b.yaml:") == true)
    }

    @Test func `a note is said once for all scenarios it is true of`() {
        var notes = OpeningNotes()
        for path in ["a.yaml", "b.yaml"] {
            notes.add(["half of its pods"], of: path, at: "l2")
            notes.add(["no pods"], of: path, at: path == "a.yaml" ? "l3" : "l4")
        }
        #expect(
            notes.texts == [
                "note: 2 scenarios at l2: half of its pods", "note: a.yaml at l3: no pods",
                "note: b.yaml at l4: no pods",
            ])
    }
}
