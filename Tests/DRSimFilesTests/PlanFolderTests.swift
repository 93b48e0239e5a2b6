import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Foundation
import Testing

struct PlanFolderTests {
    private func lines(_ fixture: PlanFixture) throws -> [String] {
        try fixture.read().diagnostics.map(\.summary)
    }

    @Test func `says of a folder that is not there only that`() {
        let result = PlanReader.read(folder: "/nowhere/shop/", overlays: ["a"], settings: ["b=c"])
        #expect(result.value == nil)
        #expect(result.diagnostics.map(\.summary) == ["DR001 there is no plan folder /nowhere/shop"])
    }

    @Test func `says of a folder of other things that it is no plan, not what it lacks`() {
        let result = PlanReader.read(folder: "/usr", overlays: [], settings: [])
        #expect(result.value == nil)
        #expect(result.diagnostics.map(\.summary) == ["DR001 /usr is no plan folder: it has no plan.yaml"])
    }

    @Test(arguments: [
        ("../shop", "../../shop"), ("../../../shop", "../../shop"), ("../../shpo", "../../shop"),
        ("../..", "../../shop"), ("../../shop/plan.yaml", "../../shop"),
    ]) func `points at the line that names a wrong folder, and at the right one`(
        written: String, meant: String
    ) throws {
        let found = try ScenarioFixture.replacing("../../shop", with: written).read().diagnostics
        #expect(found.map(\.code) == [.unreadableFile])
        #expect(found.first?.position?.line == 4 && found.first?.position?.column == 7)
        #expect(found.first?.length == written.count)
        #expect(found.first?.help == "did you mean `\(meant)`?")
    }

    @Test func `says of a plan that is not whole where a scenario names it`() throws {
        var fixture = PlanFixture()
        fixture.files["topology.yaml"] = nil
        fixture.files["../region/lost.yaml"] = ScenarioFixture.regionLost
            .replacing("../../shop", with: "../shop")
        let text = try fixture.inFolder { folder in
            let scenario = ScenarioReader.reading(path: "\(folder)/../region/lost.yaml")
            let plan = PlanReader.read(
                folder: folder, overlays: [], settings: [], mention: scenario.planMention)
            return DiagnosticRenderer(sources: plan.sources).text(of: plan.diagnostics)
        }
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines.first?.contains("/region/lost.yaml:4:7: error[DR001]: the plan folder ") == true)
        #expect(lines.first?.hasSuffix("/shop has no topology.yaml") == true)
        #expect(lines.last == "          ^^^^^^^")
    }

    @Test func `follows a link to a plan's folder`() throws {
        let found = try PlanFixture().inFolder { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "-link", withDestinationPath: folder)
            return PlanReader.read(folder: folder + "-link", overlays: [], settings: [])
        }
        #expect(found.diagnostics == [])
        #expect(found.value?.plan.runbooks.count == 1)
    }

    @Test func `refuses a link to a folder inside a plan, for what it leads to is not read`() throws {
        let found = try PlanFixture().inFolder { folder in
            try FileManager.default.moveItem(atPath: folder + "/runbooks", toPath: folder + "/../elsewhere")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/runbooks", withDestinationPath: folder + "/../elsewhere")
            return PlanReader.read(folder: folder, overlays: [], settings: [])
        }
        let line = "DR001 shop/runbooks is a link to a folder, which is not followed"
        #expect(found.diagnostics.map(\.summary) == [line])
    }

    @Test func `misses files once, and not what they would define`() throws {
        var fixture = PlanFixture()
        fixture.files["services.yaml"] = nil
        fixture.files["topology.yaml"] = nil
        #expect(
            try lines(fixture) == ["DR001 the plan folder shop has no topology.yaml, services.yaml"])
    }

    @Test func `takes a file of another name for the one that is missing`() throws {
        var fixture = PlanFixture()
        fixture.files["topolgy.yaml"] = fixture.files["topology.yaml"]
        fixture.files["topology.yaml"] = nil
        let found = try fixture.read().diagnostics
        #expect(found.map(\.summary) == ["DR001 the plan folder shop has no topology.yaml"])
        #expect(found.first?.help == "did you mean it where there is topolgy.yaml?")
    }

    @Test func `points at the first byte that is no text`() throws {
        let fixture = PlanFixture()
        let lines = try fixture.inFolder { folder in
            let text = Data("id: shop\ntitle: caf".utf8) + [0xE9] + Data("\nsource: L1\n".utf8)
            try text.write(to: URL(filePath: folder + "/plan.yaml"))
            let result = PlanReader.read(folder: folder, overlays: [], settings: [])
            return DiagnosticRenderer(sources: result.sources).text(of: result.diagnostics)
                .split(separator: "\n").map(String.init)
        }
        #expect(lines.count == 4)
        #expect(
            lines[0].hasSuffix(
                "/plan.yaml:2:11: error[DR001]: this is no text in UTF-8: the byte 0xE9 cannot stand here"))
        #expect(lines[1] == "    title: caf\u{FFFD}")
        #expect(lines[2] == "              ^")
    }

    @Test func `goes on to other files after one that is not well-formed`() throws {
        var fixture = PlanFixture.replacing("tier: 1", with: "tier: 7", in: "services.yaml")
        fixture.files["people.yaml"] = "respond: [true"
        fixture.files["runbooks/failover.yaml"] = "id: failover\nid: again\n"
        fixture.files["plan.yaml"] = "id: *shop"
        #expect(
            try lines(fixture) == [
                "plan.yaml:1:5: DR004 an alias is not part of the format",
                "services.yaml:4:11: DR011 there is no tier `7`",
                "services.yaml:15:11: DR011 there is no tier `7`",
                "people.yaml:1:10: DR002 while parsing a flow sequence: did not find expected ',' or ']'",
                "runbooks/failover.yaml:2:1: DR003 the key `id` is there twice",
            ])
    }

    @Test func `misses nothing of what a file that is not well-formed would define`() throws {
        var fixture = PlanFixture.adding(
            "- {id: warm, group: performance, title: Warm, caches: [sessions], source: L1}",
            as: "verification.yaml")
        let lost = "verification.yaml:1:56: DR011 there is no cache `sessions`"
        #expect(try lines(fixture) == [lost])
        fixture.files["services.yaml"] = "services: [1"
        let found = try lines(fixture)
        #expect(found.count == 1 && found[0].hasPrefix("services.yaml:1:"))
    }

    @Test(arguments: [([], ["DR011"]), (["wider"], [])])
    func `an overlay that a broken plan keeps off may define what a scenario names`(
        overlays: [String], codes: [String]
    ) throws {
        var fixture = PlanFixture.adding(
            "topology: {regions: {west: {zones: [west-a, west-b]}}}", as: "overlays/wider.yaml")
        fixture.files["overlays/latched.yaml"] = "controller: {latch: true}"
        fixture.files["backups.yaml"] = "a: [1"
        fixture.files["../region/lost.yaml"] = ScenarioFixture.regionLost
            .replacing("../../shop", with: "../shop").replacing("region: east", with: "region: north")
        let stray = try fixture.inFolder { folder in
            let scenario = try #require(ScenarioReader.read(path: "\(folder)/../region/lost.yaml").value)
            let plan = PlanReader.reading(folder: folder, overlays: overlays, settings: [])
            #expect(plan.result.diagnostics.map(\.code) == [.syntax])
            return ScenarioReader.check(scenario, against: plan.names)
        }
        #expect(stray.map(\.code.rawValue) == codes)
    }

    @Test func `finds all errors of one file`() throws {
        var fixture = PlanFixture()
        fixture.files["plan.yaml"] = "id: [shop]\ntitel: The shop\nobjectives: {rto: 4, rpo: soon}\n"
        #expect(
            try lines(fixture) == [
                "plan.yaml:1:1: DR006 the plan needs `title`",
                "plan.yaml:1:5: DR007 expected a single value, found a list",
                "plan.yaml:2:1: DR005 the plan has no key `titel`", "plan.yaml:3:19: DR009 `4` has no unit",
                "plan.yaml:3:27: DR007 expected a duration, found `soon`",
            ])
    }

    @Test(arguments: [
        ("topolgy.yaml", "did you mean topology.yaml?"), ("services.yml", "did you mean services.yaml?"),
        ("manifests/installed/app.yaml", nil), ("manifests/other/a/app.yaml", nil),
        ("runbooks/a/b.yaml", nil), ("assumptions/a/b.yaml", nil), ("assumptions/a.yml", nil),
    ]) func `refuses files that nothing reads`(file: String, help: String?) throws {
        let result = try PlanFixture.adding("a: 1", as: file).read()
        #expect(
            result.diagnostics.map(\.summary) == [
                "\(file):1:1: DR005 the file shop/\(file) is no part of a plan folder"
            ])
        if let help { #expect(result.diagnostics.first?.help == help) }
    }

    @Test(arguments: ["README.md", ".hidden.yaml", "overlays/.draft/x.yaml", "notes.txt"])
    func `passes over files that are not the plan's`(file: String) throws {
        #expect(try lines(.adding("a: [", as: file)) == [])
    }

    /// The shop with its assumptions in two files, the one that begins with `node_start` in a folder.
    private func divided() throws -> PlanFixture {
        var fixture = PlanFixture()
        let text = try #require(fixture.files["assumptions.yaml"])
        let cut = try #require(text.range(of: "- {id: dump_restore_rate,")).lowerBound
        fixture.files["assumptions.yaml"] = String(text[cut...])
        fixture.files["assumptions/cloud.yaml"] = String(text[..<cut])
        return fixture
    }

    @Test func `takes assumptions from a file, from files of a folder and from both`() throws {
        let whole = try #require(PlanFixture().read().value).plan.assumptions
        var fixture = try divided()
        let both = try #require(fixture.read().value).plan.assumptions
        #expect(both == Array(whole[1...] + whole[..<1]))
        fixture.files["assumptions/rest.yaml"] = fixture.files["assumptions.yaml"]
        fixture.files["assumptions.yaml"] = nil
        #expect(try #require(fixture.read().value).plan.assumptions == whole)
        let setting = "assumptions.node_start.distribution={constant: 3m}"
        let set = try #require(fixture.read(settings: [setting]).value).plan.assumptions
        #expect(set.first?.distribution == .constant(180) && set.dropFirst() == whole.dropFirst())
        fixture.files["assumptions/rest.yaml"] = nil
        fixture.files["assumptions/cloud.yaml"] = nil
        #expect(try lines(fixture) == ["DR001 the plan folder shop has no assumptions.yaml"])
    }

    @Test func `refuses an assumption that another file has, and points at both`() throws {
        var fixture = try divided()
        fixture.files["assumptions/more.yaml"] = fixture.files["assumptions/cloud.yaml"]
        let found = try #require(fixture.read().diagnostics.first)
        #expect(found.summary == "assumptions/more.yaml:1:8: DR012 `node_start` is there twice")
        #expect(found.notes.first?.position.file.hasSuffix("/assumptions/cloud.yaml") == true)
    }

    @Test(arguments: [
        ("- {id: [a", "1:8: DR002 while parsing a flow sequence: did not find expected ',' or ']'"),
        ("id: node_start", "1:1: DR007 expected a list, found a mapping"),
    ]) func `goes on to other assumptions after a file that cannot be read`(
        text: String, line: String
    ) throws {
        var fixture = try divided()
        let file = "assumptions/cloud.yaml"
        fixture.files[file] = text
        #expect(try lines(fixture) == ["\(file):\(line)"])
        fixture.files["assumptions.yaml"]?.replace("unit: bytes_per_second", with: "unit: bites")
        let found = try lines(fixture)
        #expect(found.first?.hasPrefix("assumptions.yaml:1:55: DR008 `bites`") == true)
        #expect(found.last == "\(file):\(line)")
    }

    @Test func `strips a byte-order mark`() throws {
        var fixture = PlanFixture()
        fixture.files["plan.yaml"] = "\u{FEFF}" + (fixture.files["plan.yaml"] ?? "")
        #expect(try lines(fixture) == [])
    }

    @Test func `reads runbooks and manifests in the order of their files`() throws {
        var fixture = PlanFixture()
        fixture.files["runbooks/a.yaml"] = "{id: a, title: A, source: L1, steps: []}"
        fixture.files["manifests/document/west-context/a.yaml"] =
            "{apiVersion: v1, kind: Secret, metadata: {name: a}}"
        let plan = try #require(fixture.read().value).plan
        #expect(plan.runbooks.map(\.id) == ["a", "failover"])
        #expect(
            plan.manifests.map(\.origin) == [
                .document(context: "west-context"), .git(path: "environments/recovery"),
                .installed(context: "east-context"), .installed(context: "east-context"),
            ])
        #expect(plan.manifests.map(\.position.line) == [1, 1, 1, 9])
    }

    @Test func `reads manifests as kubectl does`() throws {
        let plan = try #require(PlanFixture().read().value).plan
        let spec = try #require(plan.manifests.first { $0.object["kind"] == "Cluster" }?.object["spec"])
        #expect(spec["enableSuperuserAccess"] == true)
        #expect(spec[path: "postgresql", "parameters", "wal_compression"] == "on")
        #expect(spec[path: "postgresql", "parameters", "max_connections"] == "100")
        #expect(spec["instances"] == 3)
    }
}
