import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import OrderedCollections
import Testing

@testable import DRSimCLI

struct RunDocumentTests {
    /// A scenario of the repository on its plan; tests run in the package's folder.
    private func document(_ overlays: [String] = []) throws -> JSONValue {
        var loader = Loader()
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let loaded = try loader.load(
            scenario: "/\(folder)/scenarios/disasters/database/primary-crash.yaml",
            variant: PlanVariant(overlays: overlays))
        let result = loaded.rehearsal().run(seed: 1)
        let expectations = ExpectationEvaluator.evaluate(loaded.expectations, result.score)
        return RunDocument(loaded: loaded, result: result, expectations: expectations).json
    }

    @Test func `has the documented keys`() throws {
        let document = try document()
        let keys = [
            "schema", "tool", "plan", "scenario", "overlays", "seed", "digest", "class", "start", "services",
            "stores", "money", "timeline", "counts", "metrics", "expectations",
        ]
        #expect(document["schema"]?.string == "drsim.run/1")
        #expect(keys.filter { document[$0] == nil } == [])
        try expect(
            document["services"],
            ["id", "tier", "rto_s", "rta_s", "rpo_s", "rpa_s", "verdict", "restored_by", "phases"])
        try expect(
            document["stores"], ["id", "rpa_s", "copy_age_s", "verdict", "is_lost", "lost", "discarded"])
        try expect(document["timeline"], ["id", "at_ms", "kind", "entity", "text", "cause", "source"])
        try expect(document["expectations"], ["text", "held", "actual"])
        try expect(document["money"]?["lines"], ["name", "amount"])
        #expect(document["money"]?["total"]?.number != nil)
        #expect(document["money"]?["data_loss"]?.object?.keys.elements == ["limit", "verdict"])
        #expect(document["money"]?["readings"]?.object?.isEmpty == false)
    }

    @Test(arguments: ["l0-literal", "l2-stubbed", "l4-remediated"])
    func `only root faults have no cause`(overlay: String) throws {
        let timeline = try #require(try document([overlay])["timeline"]?.array)
        let roots = timeline.filter { $0["cause"] == .null || $0["source"] == .null }
        #expect(roots.count == 1)
        #expect(roots.first?["kind"]?.string == FactKind.faultInjected.rawValue)
    }

    @Test func `what a trial opens with stands beside the timeline`() throws {
        let document = try document(["l2-stubbed"])
        let opening = try #require(document["opening"]?.array)
        #expect(opening.map { $0["kind"]?.string } == Array(repeating: "manifest_submitted", count: 4))
        let told = document["timeline"]?.array?.filter { fact in
            opening.contains { $0["id"] == fact["cause"] }
        }
        #expect(told?.isEmpty == false)
    }

    private func expect(_ items: JSONValue?, _ keys: [String]) throws {
        let first = try #require(items?.array?.first)
        #expect(keys.filter { first[$0] == nil } == [])
    }
}
