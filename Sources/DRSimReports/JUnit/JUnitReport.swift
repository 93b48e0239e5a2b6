/// Results of rehearsals as the XML that CI systems read: a suite a scenario and level, a case a line
/// of its contract. Names hold no number that varies, so that a CI system recognises a case over time.
package struct JUnitReport: Hashable, Sendable {
    /// The suites, in the order in which they ran.
    package var suites: [Suite]

    /// A scenario at one level.
    package struct Suite: Hashable, Sendable {
        /// The scenario's name and the level.
        package var name: String
        /// The scenario's path.
        package var file: String
        /// When it ran, ISO 8601; `nil` keeps the document the same from run to run.
        package var timestamp: String?
        /// Seconds of wall time, not of simulated time: CI systems add them up.
        package var seconds: Double
        /// What identifies the run: seed, digest, hashes.
        package var properties: [Property]
        /// The command that shows it again.
        package var replay: String
        /// The lines of its contract.
        package var cases: [Case]
        /// Why it could not run; its cases did not.
        package var error: String?

        /// Creates a suite.
        package init(
            name: String, file: String, timestamp: String? = nil, seconds: Double,
            properties: [Property], replay: String, cases: [Case], error: String? = nil
        ) {
            (self.name, self.file, self.timestamp, self.seconds) = (name, file, timestamp, seconds)
            (self.properties, self.replay, self.cases) = (properties, replay, cases)
            self.error = error
        }
    }

    /// A fact about a suite.
    package struct Property: Hashable, Sendable {
        /// Its name, such as `drsim.seed`.
        package var name: String
        /// Its value.
        package var value: String

        /// Creates a property.
        package init(_ name: String, _ value: String) {
            (self.name, self.value) = (name, value)
        }
    }

    /// A line of a contract.
    package struct Case: Hashable, Sendable {
        /// The line as it was written.
        package var name: String
        /// Where it stands in the suite's file; `nil` if that is not known.
        package var line: Int?
        /// Whether it held.
        package var held: Bool
        /// What the figure was.
        package var actual: String
        /// What is said where it did not hold; `nil` for what was expected and what was.
        package var message: String?

        /// Creates a case.
        package init(name: String, line: Int?, held: Bool, actual: String, message: String? = nil) {
            (self.name, self.line, self.held, self.actual) = (name, line, held, actual)
            self.message = message
        }
    }

    /// Creates a document.
    package init(suites: [Suite]) {
        self.suites = suites
    }

    /// The document.
    package var text: String {
        let root = XMLElement(
            "testsuites",
            [
                "name": "drsim", "tests": "\(suites.reduce(0) { $0 + $1.tests })",
                "failures": "\(suites.reduce(0) { $0 + $1.failures })",
                "errors": "\(suites.reduce(0) { $0 + $1.errors })", "skipped": "0",
                "time": WallTime.text(suites.reduce(0) { $0 + $1.seconds }),
            ], suites.map(\.element))
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.render()
    }
}

extension JUnitReport.Suite {
    fileprivate var tests: Int { error == nil ? cases.count : 1 }
    fileprivate var failures: Int { error == nil ? cases.count { !$0.held } : 0 }
    fileprivate var errors: Int { error == nil ? 0 : 1 }

    fileprivate var element: XMLElement {
        var suite = XMLElement(
            "testsuite",
            [
                "name": name, "tests": "\(tests)", "failures": "\(failures)", "errors": "\(errors)",
                "skipped": "0", "time": WallTime.text(seconds), "file": file,
            ])
        if let timestamp { suite.attributes.append((name: "timestamp", value: timestamp)) }
        let properties = properties.map { XMLElement("property", ["name": $0.name, "value": $0.value]) }
        if !properties.isEmpty { suite.children.append(XMLElement("properties", [:], properties)) }
        suite.children += error.map { [broken($0)] } ?? cases.enumerated().map(element)
        return suite
    }

    /// A suite that could not run is one case with an error: a CI system shows no suite's own.
    private func broken(_ reason: String) -> XMLElement {
        let error = XMLElement(
            "error", ["type": "engine", "message": reason], text: "\(reason)\nreplay: \(replay)")
        return XMLElement(
            "testcase",
            ["classname": className, "name": "runs", "time": WallTime.text(seconds), "file": file], [error])
    }

    private func element(_ index: Int, _ item: JUnitReport.Case) -> XMLElement {
        // A suite is one trial: its time stands with the first of the lines it answers.
        let time = index == 0 ? WallTime.text(seconds) : "0"
        var element = XMLElement(
            "testcase", ["classname": className, "name": item.name, "time": time, "file": file])
        if let line = item.line { element.attributes.append((name: "line", value: "\(line)")) }
        if !item.held {
            let message = item.message ?? "expected \(item.name), was \(item.actual)"
            let lines = [message] + seedLine + ["replay: \(replay)"]
            element.children = [
                XMLElement(
                    "failure", ["type": "objective", "message": message], text: lines.joined(separator: "\n"))
            ]
        }
        return element
    }

    private var className: String {
        "drsim." + name.map { $0 == "." || $0 == " " ? "_" : String($0) }.joined()
    }

    private var seedLine: [String] {
        properties.first { $0.name == "drsim.seed" }.map { ["seed: \($0.value)"] } ?? []
    }
}

/// Seconds of wall time to the millisecond.
enum WallTime {
    static func text(_ seconds: Double) -> String {
        let thousandths = Int64((max(0, seconds) * 1_000).rounded())
        let digits = "\(thousandths % 1_000)"
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
