import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Testing

/// Runbooks that follow others and go by what they find, and the procedures of incident classes.
struct RunbookReaderTests {
    private static let restore = """
        id: restore
        title: Restore
        window: late
        source: L30
        steps:
          - id: find
            title: Find the newest
            run: [aws, s3, ls, "s3://backups"]
            capture: {name: dump, part: last_word}
            source: L31
          - id: load
            title: Load it
            run: [restore, "${dump}", --until, "${recovery_target}"]
            unless: {run: [psql, -c, SELECT 1], contains: "1"}
            source: L32

        """
    private static let all = """
        id: all
        title: Everything
        source: L33
        steps:
          - {id: first, title: Restore first, follow: restore, source: L34}
          - {id: pause, title: Breathe, wait: 1m, source: L35}

        """
    private static let windows = "windows: [{id: late, not_before: 1h, source: L36}]\nplaybooks:"

    private static func fixture(_ changes: (inout PlanFixture) -> Void = { _ in }) -> PlanFixture {
        var fixture = PlanFixture.replacing("playbooks:", with: windows, in: "people.yaml")
        fixture.files["runbooks/restore.yaml"] = restore
        fixture.files["runbooks/all.yaml"] = all
        changes(&fixture)
        return fixture
    }

    private static func replacing(_ piece: String, _ other: String, in file: String) -> PlanFixture {
        fixture { fixture in
            precondition(fixture.files[file]?.contains(piece) == true, "\(file) lacks \(piece)")
            fixture.files[file] = fixture.files[file]?.replacing(piece, with: other)
        }
    }

    private static func plan(_ fixture: PlanFixture) throws -> Plan {
        let result = try fixture.read()
        #expect(result.diagnostics.map(\.summary) == [])
        return try #require(result.value).plan
    }

    @Test func `the steps of a runbook that is followed stand in its place, under both names`() throws {
        let steps = try #require(try Self.plan(Self.fixture()).runbook("all")).steps
        #expect(steps.map(\.id) == ["first/find", "first/load", "pause"])
        #expect(steps[0].capture == Capture(name: "dump", part: .lastWord))
        #expect(steps[1].unless?.condition == .contains("1"))
        #expect(steps.map(\.source) == ["L31", "L32", "L35"])
    }

    @Test(arguments: [
        (
            "runbooks/restore.yaml", "\"${dump}\"", "\"${dmup}\"",
            "13:20: DR011 no earlier step of the runbook captures `${dmup}`"
        ),
        (
            "runbooks/restore.yaml", "SELECT 1]", "\"${load}\"]",
            "14:30: DR011 no earlier step of the runbook captures `${load}`"
        ),
        (
            "runbooks/restore.yaml", "\"${dump}\", ", "",
            "9:21: DR008 no later step uses `${dump}`"
        ),
        (
            "runbooks/restore.yaml", "{name: dump, part: last_word}", "Dump",
            "9:14: DR008 `Dump` cannot be a name for `${…}`"
        ),
        (
            "runbooks/restore.yaml", "part: last_word", "part: first",
            "9:33: DR008 `first` is not one of the values allowed here"
        ),
        (
            "runbooks/all.yaml", "wait: 1m", "wait: 1m, capture: x",
            "6:52: DR008 only what a `run` prints can be captured"
        ),
        (
            "runbooks/all.yaml", "follow: restore", "follow: restor",
            "5:47: DR011 there is no runbook `restor`"
        ),
        (
            "runbooks/all.yaml", "follow: restore", "follow: restore, wait: 1m",
            "5:56: DR008 a step has `follow` and `wait`, but only one can hold"
        ),
        (
            "runbooks/all.yaml", "follow: restore", "follow: restore, retries: 2",
            "5:56: DR005 a step has no key `retries`"
        ),
        (
            "runbooks/all.yaml", "follow: restore", "follow: all",
            "5:47: DR013 this closes a circle: `all` → `all`"
        ),
        ("runbooks/restore.yaml", "window: late", "window: soon", "3:9: DR011 there is no window `soon`"),
        (
            "incident-classification.yaml", "[failover]", "[failover, mend]",
            "7:26: DR011 there is no runbook `mend`"
        ),
        (
            "incident-classification.yaml", "[failover]", "[failover]\n  missing_procedures: [mend]",
            "8:23: DR011 `mend` is not among the class's procedures"
        ),
    ])
    func `says what is wrong with names`(file: String, piece: String, other: String, line: String) throws {
        let lines = try Self.replacing(piece, other, in: file).read().diagnostics.map(\.summary)
        #expect(lines.contains("\(file):\(line)"), "\(lines)")
    }

    @Test func `people carry a class's procedures out in their order, none before the one in front`() throws {
        let plan = try Self.plan(
            Self.replacing("[failover]", "[restore, failover]", in: "incident-classification.yaml"))
        let response = plan.response(to: "region_lost")
        #expect(response.map(\.runbook.id) == ["restore", "failover"])
        #expect(response.map(\.notBefore) == [.hours(1), .hours(1)])
        #expect(plan.response(to: nil) == [])
        #expect(plan.response(to: "data_corrupted") == [])
    }

    @Test func `of a procedure that is said to be missing there is only the call, which raises`() throws {
        let plan = try Self.plan(
            Self.replacing(
                "[failover]", "[mend]\n  missing_procedures: [mend]", in: "incident-classification.yaml"))
        let runbook = try #require(plan.response(to: "region_lost").first?.runbook)
        #expect(runbook.steps.map(\.action) == [.call("mend")])
        #expect(runbook.source == "L5")
    }

    @Test func `the way back comes after the recovery, not in the response`() throws {
        let plan = try Self.plan(
            Self.fixture { fixture in
                fixture.files["people.yaml"]?.replace(
                    "runbook: failover,", with: "runbook: failover, stage: aftermath,")
                fixture.files["incident-classification.yaml"]?.replace("[failover]", with: "[restore]")
            })
        #expect(plan.response(to: "region_lost").map(\.runbook.id) == ["restore"])
        #expect(plan.aftermath(of: "region_lost").map(\.runbook.id) == ["failover"])
    }

    @Test func `files of the folder and of overlays lie where commands are typed`() throws {
        let overlay = "files: [{path: dns.json, text: none}, {path: new.txt, text: more}]\n"
        let fixture = Self.fixture { fixture in
            fixture.files["files/dns.json"] = "{}\n"
            fixture.files["files/deep/app.yaml"] = "kind: Pod\n"
            fixture.files["overlays/other.yaml"] = overlay
        }
        let files = try Self.plan(fixture).files
        #expect(files.map(\.path) == ["deep/app.yaml", "dns.json"])
        #expect(files.map(\.text) == ["kind: Pod\n", "{}\n"])
        #expect(files.map(\.documents) == [[["kind": "Pod"]], nil])
        let changed = try #require(fixture.read(overlays: ["other"]).value).plan.files
        #expect(changed.map(\.text) == ["kind: Pod\n", "none", "more"])
    }

    @Test func `a file that is named as YAML must be YAML, in the folder and in overlays`() throws {
        let fixture = Self.fixture { fixture in
            fixture.files["files/broken.yaml"] = "kind: Pod\nmetadata: {\n"
            fixture.files["overlays/other.yaml"] = "files: [{path: also.yml, text: '{'}]\n"
        }
        let diagnostics = try fixture.read(overlays: ["other"]).diagnostics
        #expect(diagnostics.count == 2)
        #expect(diagnostics[0].position?.file.hasSuffix("files/broken.yaml") == true)
        #expect((diagnostics[0].position?.line ?? 0) > 1)
        #expect(diagnostics[1].position?.file.hasSuffix("overlays/other.yaml") == true)
        #expect(diagnostics[1].message.hasPrefix("this text is no YAML: "))
    }
}
