import DRSimDocument
import DRSimPlan
import DRSimUnits
import OrderedCollections

extension Scenario {
    /// A scenario's file, but for the plan it names.
    init(_ fields: FieldReader, path: String) {
        let incidentClass = fields.required("class", .text)
        if incidentClass != "none", !incidentClass.isEmpty { _ = fields.refer("class", to: .incidentClass) }
        let horizon = fields.required("horizon", .horizon)
        let end = fields.hasFailed ? nil : horizon
        let faults = FaultList(fields, horizon: end).faults
        self.init(
            id: FilePath.stem(path), title: fields.required("title", .text), path: path,
            incidentClass: incidentClass == "none" ? nil : IncidentClassID(incidentClass),
            start: fields.required("start", .moment), horizon: horizon,
            seed: fields.optional("seed", .seed) ?? 1, faults: faults,
            expectations: Self.contract(fields, horizon: end),
            caughtBy: fields.optional("caught_by", .choice))
        for contract in expectations.values { checkFigures(of: contract, fields) }
    }

    /// Where a checker must catch something, a figure of its own must be among the expectations.
    private func checkFigures(of contract: [Expectation], _ fields: FieldReader) {
        guard let caughtBy, !contract.isEmpty else { return }
        guard !contract.contains(where: { caughtBy.answers(for: $0.subject) }) else { return }
        fields.fail(
            "caught_by",
            ScalarError(
                .invalidValue, "no expectation is about a figure of the \(caughtBy.rawValue)",
                help: "expect of it what the defect makes untrue"))
    }

    /// The mapping `expect`: lines by overlay, at least one in all.
    private static func contract(
        _ fields: FieldReader, horizon: Span?
    ) -> OrderedDictionary<String, [Expectation]> {
        guard let node = fields.node("expect") else {
            fields.fail("expect", .noExpectation)
            return [:]
        }
        let contract = FieldReader.read(node, "the expectations", fields.report) { levels in
            levels.keys.reduce(into: OrderedDictionary<String, [Expectation]>()) { contract, overlay in
                if overlay != Scenario.asWritten { levels.referKey(overlay, to: .overlay) }
                let lines = levels.items(of: levels.requiredNode(overlay))
                if lines.isEmpty, levels.node(overlay)?.items != nil {
                    levels.fail(overlay, .noExpectation)
                }
                contract[overlay] = lines.compactMap { levels.expectation($0, at: overlay, horizon) }
            }
        }
        if case .mapping(let levels) = node.content, levels.isEmpty { fields.fail("expect", .noExpectation) }
        return contract
    }
}

extension ScalarError {
    fileprivate static let noExpectation = ScalarError(
        .missingExpectation, "a scenario without an expectation proves nothing",
        help: "add `expect:` with an overlay's name and a list such as `- rta(SERVICE) <= 60m`")
}

extension FieldReader {
    /// Notes that a key is itself the name of something that must exist.
    fileprivate func referKey(_ key: String, to kind: NameKind) {
        guard let position = keyPosition(key) else { return }
        report.names.refer(
            NameReference(kind: kind, name: key, position: position, width: key.width, owner: nil))
    }

    /// One line of a contract at a level.
    fileprivate func expectation(_ node: DocumentNode, at level: String, _ horizon: Span?) -> Expectation? {
        guard let text = scalar(node, .text) else { return nil }
        var parser = ExpectationParser(text)
        // What a line names is looked up whether or not the rest of it can be read.
        defer {
            for (kind, word) in parser.names {
                let place = node.place(of: word.offset)
                report.names.refer(
                    NameReference(
                        kind: kind, name: word.text, position: place, width: word.text.width, owner: nil,
                        level: kind == .step ? level : nil))
            }
        }
        do throws(ExpectationParser.Failure) {
            let (subject, comparison) = try parser.expectation()
            let line = Expectation(
                text: text, position: node.position, subject: subject, comparison: comparison)
            if let horizon, let flaw = Foregone.flaw(of: line, within: horizon) {
                throw ExpectationParser.Failure(flaw, 0, text.width)
            }
            return line
        } catch {
            report.add(
                Diagnostic(
                    error.reason.code, error.reason.message, at: node.place(of: error.offset),
                    length: error.width, help: error.reason.help))
            return nil
        }
    }
}

extension DocumentNode {
    /// The place of a character of a scalar's text, as far as its quotes let it be told.
    fileprivate func place(of offset: Int) -> SourcePosition {
        let quote = scalar?.isQuoted == true ? 1 : 0
        return SourcePosition(
            file: position.file, line: position.line, column: position.column + quote + offset)
    }
}
