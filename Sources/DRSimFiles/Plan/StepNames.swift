import DRSimDocument
import DRSimPlan
import OrderedCollections

/// The names that the steps of one runbook capture, and those that their commands use.
///
/// A name must be captured by an earlier step of the same runbook, or be known when the procedure
/// begins; what is captured must be used by a later one.
final class StepNames {
    private var captured: OrderedDictionary<String, DocumentNode> = [:]
    private var used: OrderedSet<String> = []
    private static let known = Placeholder.Known.allCases.map(\.rawValue)

    /// Notes the names in the command of a mapping, under `run` and `input`.
    func noteUses(_ fields: FieldReader) {
        let arguments = fields.node("run")?.items ?? []
        for node in arguments + [fields.node("input")].compactMap({ $0 }) {
            for name in Placeholder.names(in: node.scalar?.text ?? "") { use(name, at: node, fields.report) }
        }
    }

    /// The rule under `capture`: a name, or a name and the part of the output it is for.
    func capture(_ fields: FieldReader) -> Capture? {
        guard let node = fields.node("capture") else { return nil }
        guard fields.has("run") else {
            fields.fail("capture", ScalarError(.invalidValue, "only what a `run` prints can be captured"))
            return nil
        }
        guard node.scalar != nil else {
            return fields.mapping("capture", "a capture") { fields in
                Capture(
                    name: name(fields.node("name"), fields), part: fields.required("part", .choice))
            }
        }
        return Capture(name: name(node, fields), part: .all)
    }

    /// Notes an error for each name that is captured for nothing.
    func reportUnusedCaptures(_ report: DecodingReport) {
        for (name, node) in captured where !used.contains(name) {
            report.add(
                Diagnostic(
                    .invalidValue, "no later step uses `${\(name)}`", at: node.position, length: node.width,
                    help: "leave the capture out"))
        }
    }

    private func use(_ name: String, at node: DocumentNode, _ report: DecodingReport) {
        used.append(name)
        let names = Self.known + captured.keys
        guard !names.contains(name) else { return }
        report.add(
            Diagnostic(
                .unknownName, "no earlier step of the runbook captures `${\(name)}`", at: node.position,
                length: node.width, help: Suggestion.help(for: name, among: names)))
    }

    private func name(_ node: DocumentNode?, _ fields: FieldReader) -> String {
        guard let node, let name = fields.scalar(node, .text) else {
            _ = fields.requiredNode("name")
            return ""
        }
        guard Placeholder.isName(name) else {
            fields.report.add(
                Diagnostic(
                    .invalidValue, "`\(name)` cannot be a name for `${…}`", at: node.position,
                    length: node.width, help: "use lower-case letters, digits and underscores"))
            return name
        }
        captured[name] = node
        return name
    }
}
