import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits
import Foundation
import OrderedCollections
import Testing

/// The findings of the audit: none is forgotten, each is shown by something that is there, and what a
/// trial shows of one comes from its fault.
@Suite struct FindingTests {
    /// The ids of the audit, in its order.
    static let ids = """
        F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F16b F16c F17 F18 F19 F20 F21 F22 F23 F24 F25
        F26 F27 F28 F29 F30 F31 F32 F33 F34 F35 F36 F37 F38 F39 F40 F41 F42 F43 F44 F45 F46 F47 F48 F49 F50
        F51 F52 F53 F53b F54 F55 F56 F57 F58 F59 F60 F61 F62 F63 F64 F65 F66 F67 F68 F69 F70 F71 F72 F73 F74
        F75 F76 F77 F78 F79 F80 F81 F82 F83 F84 F85b F85c F85
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let folder = RepositoryFiles.root.appending(path: "scenarios/itdo-erp").path

    private static func catalogue() throws -> FindingCatalogue {
        let read = FindingReader.read(folder: folder)
        return try #require(read.value, "\(read.diagnostics.map(\.message))")
    }

    @Test func `lists all 90 of the audit, in its order`() throws {
        #expect(Self.ids.count == 90)
        #expect(try Self.catalogue().findings.map(\.id) == Self.ids)
    }

    /// What each rung mends, as decision 14 has it; all the others are the last one's.
    @Test func `says of each rung what it mends, and of twenty that none does`() throws {
        let rungs = [
            "l1-probed": "F2",
            "l2-stubbed": "F1 F3",
            "l3-named": """
            F16 F16b F17 F18 F21 F30 F31 F34 F38 F48 F49 F50 F51 F52 F53 F54 F56 F59 F60 F61 F62 F64 F67
            """,
            "none": "F7 F29 F47 F65 F68 F69 F70 F71 F72 F73 F74 F75 F76 F77 F78 F80 F82 F84 F85b F85",
        ]
        let catalogue = try Self.catalogue()
        for (rung, ids) in rungs {
            let mended = catalogue.findings.filter { ($0.mendedAt ?? "none") == rung }
            #expect(mended.map(\.id).joined(separator: " ") == ids, "\(rung)")
        }
        let others = catalogue.findings.filter { rungs[$0.mendedAt ?? "none"] == nil }
        #expect(others.allSatisfy { $0.mendedAt == "l4-remediated" })
        #expect(others.count == 44)
    }

    @Test func `names checks that are there`() throws {
        for finding in try Self.catalogue().findings {
            guard case .check(_, let place) = finding.evidence else { continue }
            let parts = place.split(separator: "#", maxSplits: 1).map(String.init)
            #expect(parts.count == 2, "\(finding.id): \(place)")
            #expect(try Self.checks(in: parts[0]).contains(parts[1]), "\(finding.id): no check \(place)")
        }
    }

    /// The names of a file's tests, or the lines of a scenario's contract.
    private static func checks(in path: String) throws -> [String] {
        if path.hasSuffix(".yaml") {
            return try RepositoryFiles.scenario(path).scenario.expectations.values
                .flatMap { $0.map(\.text) }
        }
        let text = try String(contentsOf: RepositoryFiles.root.appending(path: path), encoding: .utf8)
        return text.components(separatedBy: "@Test").dropFirst().compactMap { test in
            let parts = test.components(separatedBy: "`")
            return parts.count > 1 && parts[0].hasSuffix("func ") ? parts[1] : nil
        }
    }

    @Test func `uses every overlay that puts back or mends a finding`() throws {
        let catalogue = try Self.catalogue()
        let used = FindingSurvey.overlays(of: catalogue)
        let plan = try #require(
            PlanReader.read(folder: Self.folder, overlays: ["l3-named"], settings: []).value)
        let written = plan.knownOverlays.filter { name in
            ["findings/", "mends/", "readings/"].contains { name.hasPrefix($0) }
        }
        #expect(!written.isEmpty)
        #expect(written.filter { !used.contains($0) } == [])
    }

    @Test func `tries every finding both ways, but for the one that no level mends`() throws {
        let untried = try Self.catalogue().findings.flatMap { finding -> [String] in
            guard case .scenario(let experiment) = finding.evidence else { return [] }
            return [("put_back", experiment.price), ("mend", experiment.gain)].compactMap { key, side in
                if case .absent = side { "\(finding.id) \(key)" } else { nil }
            }
        }
        #expect(untried == ["F84 put_back"])
    }

    @Test func `mends a reading in which the finding bites, and what is detected shows it`() throws {
        var read: [String] = []
        for finding in try Self.catalogue().findings {
            guard case .scenario(let experiment) = finding.evidence, let base = experiment.mendBase,
                case .overlay(let mend, _) = experiment.gain
            else { continue }
            let scenario = try #require(ScenarioReader.read(path: experiment.scenario).value).scenario
            let handlings = try [base, mend].map { overlay in
                Rehearsal(plan: try RepositoryFiles.plan(overlay), scenario: scenario)
                    .run(seed: scenario.seed).score.handling
            }
            #expect(handlings[0] != handlings[1], "\(finding.id) does not bite in \(base)")
            read.append(finding.id)
        }
        #expect(read == ["F2", "F8", "F9", "F13", "F14", "F15"])
    }

    @Test func `shows an effect or says why there is none, and none without a fault`() throws {
        let catalogue = try Self.catalogue()
        let results = try Self.survey(catalogue, hasFaults: true)
        let silent = results.filter { result in
            [result.price, result.gain].contains { $0 == .idle(reason: nil) }
        }
        #expect(silent.map(\.finding.id) == [])
        let shown = results.filter(\.hasEffect).map(\.finding.id)
        #expect(shown.count >= 25)
        #expect(shown.contains("F20") && shown.contains("F57"))
        let faultless = try Self.survey(catalogue, hasFaults: false)
        #expect(faultless.filter(\.hasEffect).map(\.finding.id) == [])
    }

    @Test func `gives no reason where there is an effect`() throws {
        for result in try Self.survey(try Self.catalogue(), hasFaults: true) {
            guard case .scenario(let experiment) = result.finding.evidence else { continue }
            for (side, outcome) in [(experiment.price, result.price), (experiment.gain, result.gain)] {
                guard case .overlay(_, ifIdle: _?) = side else { continue }
                #expect(outcome?.effect == nil, "\(result.finding.id) has an effect after all")
            }
        }
    }

    @Test func `F26 waits by the clock to the end, and longer for it`() throws {
        let scenario = try RepositoryFiles.scenario("scenarios/disasters/region/us-west-2-lost-8h.yaml")
            .scenario
        func trial(_ overlay: String) throws -> TrialResult {
            Rehearsal(plan: try RepositoryFiles.plan(overlay), scenario: scenario).run(seed: scenario.seed)
        }
        let (mended, waiting) = try (trial("l4-remediated"), trial("findings/F26"))
        #expect(waiting.trace.all(.stepSucceeded, of: "wait_blindly").count == 1)
        let before = try #require(mended.score.service("core_erp_api")?.rta)
        let after = try #require(waiting.score.service("core_erp_api")?.rta)
        #expect(after - before == .minutes(5))
    }

    private static func survey(_ catalogue: FindingCatalogue, hasFaults: Bool) throws -> [FindingResult] {
        let overlays = FindingSurvey.overlays(of: catalogue)
        let plans = try PlanReader.readEach(folder: folder, overlays: overlays).map { read in
            try #require(read.value?.plan, "\(read.diagnostics.map(\.message))")
        }
        let paths = FindingSurvey.scenarios(of: catalogue)
        let scenarios = try paths.map { path in
            var scenario = try #require(ScenarioReader.read(path: path).value).scenario
            if !hasFaults { scenario.faults = [] }
            return scenario
        }
        return FindingSurvey(
            catalogue, plans: Dictionary(uniqueKeysWithValues: zip(overlays, plans)),
            scenarios: Dictionary(uniqueKeysWithValues: zip(paths, scenarios)), seed: nil
        ).results()
    }
}
