import DRSimReports
import Testing

struct JUnitReportTests {
    private static let document = JUnitReport(suites: [
        .init(
            name: "region-lost at named", file: "disasters/a & b.yaml", seconds: 0.0625,
            properties: [.init("drsim.seed", "7"), .init("drsim.digest", "ab12")],
            replay: "drsim run 'disasters/a & b.yaml' --seed 7",
            cases: [
                .init(name: "rta(orders) <= 45m", line: 12, held: false, actual: "50m <\u{7}\">"),
                .init(name: "disaster == region_failure", line: nil, held: true, actual: "region_failure"),
            ]),
        .init(
            name: "blip", file: "b.yaml", timestamp: "2026-11-24T09:00:00", seconds: 1, properties: [],
            replay: "drsim run b.yaml", cases: [], error: "it did not end"),
    ])

    @Test func `counts cases, failures and errors alike in every place`() throws {
        let xml = try #require(ParsedXML(Self.document.text))
        let root = xml["testsuites"][0].attributes
        #expect(root["tests"] == "3")
        #expect(root["failures"] == "1")
        #expect(root["errors"] == "1")
        #expect(root["time"] == "1.063")
        #expect(xml["testsuite"].map { $0.attributes["failures"] } == ["1", "0"])
        #expect(xml["testsuite"].map { $0.attributes["errors"] } == ["0", "1"])
        #expect(xml["testcase"].count == 3)
        #expect(xml["failure"].count == 1)
        #expect(xml["error"].count == 1)
    }

    @Test func `a failure says what was expected, what was, and how to see it again`() throws {
        let failure = try #require(ParsedXML(Self.document.text))["failure"][0]
        #expect(failure.attributes["type"] == "objective")
        #expect(failure.attributes["message"] == "expected rta(orders) <= 45m, was 50m <\">")
        #expect(
            failure.text == """
                expected rta(orders) <= 45m, was 50m <">
                seed: 7
                replay: drsim run 'disasters/a & b.yaml' --seed 7
                """)
    }

    @Test func `a case names the file and, where it is known, the line`() throws {
        let cases = try #require(ParsedXML(Self.document.text))["testcase"]
        #expect(cases[0].attributes["line"] == "12")
        #expect(cases[1].attributes["line"] == nil)
        #expect(
            cases.map { $0.attributes["file"] } == ["disasters/a & b.yaml", "disasters/a & b.yaml", "b.yaml"])
        #expect(cases[0].attributes["classname"] == "drsim.region-lost_at_named")
    }

    @Test func `the times of a suite's cases add up to the suite's`() throws {
        let xml = try #require(ParsedXML(Self.document.text))
        #expect(xml["testcase"].map { $0.attributes["time"] } == ["0.063", "0", "1.000"])
    }

    @Test func `properties stand before the cases`() throws {
        let xml = try #require(ParsedXML(Self.document.text))
        let names = xml.elements.map(\.name)
        #expect(
            names.prefix(6) == ["testsuites", "testsuite", "properties", "property", "property", "testcase"])
        #expect(xml["property"].map { $0.attributes["value"] } == ["7", "ab12"])
    }

    @Test func `what XML cannot hold is left out and line ends survive in attributes`() throws {
        let odd = JUnitReport(suites: [
            .init(
                name: "a\u{0}b\u{FFFE}c\nd", file: "f", seconds: -1, properties: [], replay: "r", cases: [])
        ])
        let xml = try #require(ParsedXML(odd.text))
        #expect(xml["testsuite"][0].attributes["name"] == "abc\nd")
        #expect(xml["testsuite"][0].attributes["time"] == "0.000")
    }

    @Test func `nothing tested is a document too`() throws {
        let xml = try #require(ParsedXML(JUnitReport(suites: []).text))
        #expect(xml["testsuites"][0].attributes["tests"] == "0")
    }
}
