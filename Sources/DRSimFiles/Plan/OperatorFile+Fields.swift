import DRSimDocument
import DRSimPlan

extension OperatorFile {
    /// An item of `files`; what is named as YAML must be YAML.
    init(_ fields: FieldReader) {
        self.init(path: fields.required("path", .text), text: fields.required("text", .text))
        guard path.hasSuffix(".yaml") || path.hasSuffix(".yml"), let node = fields.node("text")
        else { return }
        do throws(Diagnostic) {
            let read = try YAMLReader(text, file: node.position.file).documents()
            documents = read.map(\.manifestValue)
        } catch {
            fields.report.add(Self.isWholeFile(node) ? error : Self.within(node, error))
        }
    }

    /// Whether a text is all of a file, whose lines are counted as its own.
    private static func isWholeFile(_ text: DocumentNode) -> Bool {
        text.position.line == 1 && text.position.column == 1
    }

    private static func within(_ text: DocumentNode, _ error: Diagnostic) -> Diagnostic {
        Diagnostic(.syntax, "this text is no YAML: \(error.message)", at: text.position, length: text.width)
    }
}
