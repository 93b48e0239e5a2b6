import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Testing

/// What assumptions can say, and that somebody reads them.
struct AssumptionReaderTests {
    /// What is said of an overlay that changes assumptions.
    private static func said(_ items: String) throws -> [Diagnostic] {
        try OverlayTests.read(("change", "assumptions: [\(items)]")).diagnostics
    }

    private static func changed(_ name: String, _ distribution: String) -> String {
        "{id: \(name), distribution: {\(distribution)}}"
    }

    private static func added(_ name: String, _ distribution: String = "constant: 10s") -> String {
        "{id: \(name), title: Added, unit: seconds, source: C4, confidence: estimate, "
            + "distribution: {\(distribution)}}"
    }

    private static let bounds: [(name: String, distribution: String, line: String)] = [
        (
            "capacity_refusal", "constant: 1.6",
            "1:63: DR010 `1.6` is out of range: `capacity_refusal` is a probability, between 0 and 1"
        ),
        (
            "slip_calm", "uniform: {low: 0.1, high: 1.2}",
            "1:72: DR010 `1.2` is out of range: `slip_calm` is a probability, between 0 and 1"
        ),
        (
            "slip_calm", "lognormal: {p50: 0.1, p95: 0.3}",
            "1:73: DR010 `slip_calm` is a probability, between 0 and 1, and these draws have no upper bound"
        ),
        (
            "slip_calm", "exponential: {mean: 0.1}",
            "1:66: DR010 `slip_calm` is a probability, between 0 and 1, and these draws have no upper bound"
        ),
        (
            "usable_capacity", "constant: 80",
            "1:62: DR010 `80` is out of range: `usable_capacity` is a share of a whole, between 0 and 1"
        ),
        (
            "snapshot",
            "mixture: [{weight: 100%, distribution: {triangular: {low: 0s, mode: 0s, high: 9000d}}}]",
            "1:123: DR010 `9000d` is out of range: `snapshot` is a duration, ten years (3653d) at most"
        ),
    ]

    @Test(arguments: bounds) private func `points at the number that an assumption cannot have`(
        row: (name: String, distribution: String, line: String)
    ) throws {
        let found = try Self.said(Self.changed(row.name, row.distribution))
        #expect(found.map(\.summary) == ["overlays/change.yaml:\(row.line)"])
    }

    @Test(arguments: ["exponential: {mean: 0.1}", "uniform: {low: 0.1, high: 1.2}"])
    func `says of one that must be a constant no more than that`(distribution: String) throws {
        let found = try Self.said(Self.changed("capacity_refusal", distribution))
        #expect(found.map(\.message) == ["`capacity_refusal` must be a constant"])
    }

    /// A number no assumption of a measure can have.
    private static func beyond(_ measure: AssumptionMeasure) -> String {
        switch measure {
        case .duration: "3654d"
        case .probability, .share: "1.01"
        case .factor: "0"
        case .rate, .size: "0B"
        }
    }

    @Test(arguments: AssumptionName.allCases)
    func `knows a range of every assumption the model asks for`(name: AssumptionName) throws {
        let shape = "constant: \(Self.beyond(name.measure)), lognormal: null, uniform: null, mixture: null"
        let first = try #require(Self.said(Self.changed(name.rawValue, shape)).first)
        #expect(first.code == .outOfRange)
        #expect(first.message.hasSuffix("`\(name.rawValue)` is \(name.measure.words)"))
    }

    @Test(arguments: FaultAssumptionName.allCases.map(\.rawValue) + ShellProgram.allCases.map(\.latency.name))
    func `knows those that only some plans have`(name: String) throws {
        #expect(try Self.said(Self.added(name)) == [])
        let first = try #require(Self.said(Self.added(name, "constant: 3654d")).first)
        #expect(first.message.hasSuffix("`\(name)` is \(AssumptionMeasure.duration.words)"))
    }

    @Test(arguments: [
        ("slip_clam", "did you mean `slip_calm`?"), ("command_kubctl", "did you mean `command_kubectl`?"),
        ("weather", "remove it, or name it where something is to be drawn from it"),
    ]) func `refuses what nothing reads`(name: String, help: String) throws {
        let found = try Self.said(Self.added(name))
        #expect(
            found.map(\.summary) == [
                "overlays/change.yaml:1:20: DR005 nothing reads the assumption `\(name)`"
            ])
        #expect(found.first?.help == help)
    }

    @Test func `takes a misspelt one for the one that is missing, and says so once`() throws {
        let found = try PlanFixture.replacing(
            "id: node_start", with: "id: node_strat", in: "assumptions.yaml"
        )
        .read().diagnostics
        #expect(
            found.map(\.summary) == ["assumptions.yaml:1:8: DR005 nothing reads the assumption `node_strat`"])
        #expect(found.first?.help == "did you mean `node_start`?")
    }

    @Test func `holds one to what it is named for`() throws {
        let conduct = "people: {conduct: {misdeclaration: {chance: err, corrected: node_start}, source: L1}}"
        let found = try OverlayTests.read(
            ("change", "\(conduct)\nassumptions: [\(Self.added("err"))]")
        ).diagnostics
        #expect(
            found.map(\.summary) == [
                "overlays/change.yaml:2:45: DR008 `err` is in seconds, but `chance` takes it in number"
            ])
        #expect(found.first?.notes.map(\.position.column) == [45])
    }

    @Test func `says of a name that is misspelt only where it is used`() throws {
        let conduct = "people: {conduct: {misdeclaration: {chance: slip_calm, corrected: rigt}, source: L1}}"
        let found = try OverlayTests.read(
            ("change", "\(conduct)\nassumptions: [\(Self.added("right"))]")
        ).diagnostics
        #expect(found.map(\.summary) == ["overlays/change.yaml:1:67: DR011 there is no assumption `rigt`"])
        #expect(found.first?.help == "did you mean `right`?")
    }

    @Test func `blames the change where shares no longer grow`() throws {
        let found = try Self.said(Self.changed("dns_share_by_ttl", "constant: 0.6"))
        #expect(
            found.map(\.summary) == [
                "overlays/change.yaml:1:63: DR010 `dns_share_by_ttl_plus_5m` is 0.5, less than the 0.6 of "
                    + "`dns_share_by_ttl`"
            ])
    }
}
