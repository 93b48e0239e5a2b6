import DRSimDocument
import OrderedCollections

/// Reads the fields of one mapping: every read notes its key, and keys that nothing read are errors.
///
/// A read that fails notes why and answers a placeholder, so that one pass finds all errors of all
/// files; what was read with errors is dropped at the end. A reader of nothing, which stands in for a
/// mapping that is missing, answers placeholders in silence.
final class FieldReader {
    /// What the mapping is, for messages: `a tier`.
    let title: String
    /// The mapping's place; `nil` for a reader of nothing.
    let position: SourcePosition?
    let report: DecodingReport
    private let entries: OrderedDictionary<String, DocumentNode.Entry>
    private var asked: OrderedSet<String> = []
    private var lacking: OrderedSet<String> = []
    private let errorsBefore: Int

    private init(
        _ entries: OrderedDictionary<String, DocumentNode.Entry>, _ title: String,
        at position: SourcePosition?,
        _ report: DecodingReport
    ) {
        (self.entries, self.title, self.position, self.report) = (entries, title, position, report)
        errorsBefore = report.diagnostics.count
    }

    /// Reads a node as a mapping; a node that is none is an error.
    ///
    /// Keys in `lacking` may be missing: that they could not be read is known already.
    static func read<Value>(
        _ node: DocumentNode?, _ title: String, _ report: DecodingReport,
        lacking: OrderedSet<String> = [], _ body: (FieldReader) -> Value
    ) -> Value {
        guard let node else { return body(FieldReader([:], title, at: nil, report)) }
        guard case .mapping(let entries) = node.content else {
            report.add(
                Diagnostic(
                    .wrongType, "expected \(title), a mapping, found \(node.kindDescription)",
                    at: node.position,
                    length: node.width))
            return body(FieldReader([:], title, at: nil, report))
        }
        let fields = FieldReader(entries, title, at: node.position, report)
        fields.lacking = lacking
        let value = body(fields)
        fields.reportUnreadKeys()
        return value
    }

    /// True once something in the mapping or below could not be read: then sums need not be right.
    var hasFailed: Bool { position == nil || report.diagnostics.count > errorsBefore }

    /// True where all keys could be read, so that what is not named is not needed.
    var isWhole: Bool { lacking.isEmpty }

    /// True if something of a key's value could not be read, or all of it.
    func isLacking(_ key: String) -> Bool { lacking.contains(key) }

    /// True if the mapping has the key with a value.
    func has(_ key: String) -> Bool { node(key) != nil }

    /// The keys of the mapping, in order.
    var keys: [String] { Array(entries.keys) }

    /// Where a key stands.
    func keyPosition(_ key: String) -> SourcePosition? { entries[key]?.keyPosition }

    /// The value of a key; `nil` if it is missing or null.
    func node(_ key: String) -> DocumentNode? {
        asked.append(key)
        guard let value = entries[key]?.value, !value.isNull else { return nil }
        return value
    }

    /// The value of a key that must be there.
    func requiredNode(_ key: String) -> DocumentNode? {
        if let node = node(key) { return node }
        reportMissing(key)
        return nil
    }

    /// Notes an error at a key's value, or at the mapping if the key is missing; `culprit` is the node that
    /// made a value wrong which stands elsewhere.
    func fail(_ key: String, _ error: ScalarError, at culprit: DocumentNode? = nil) {
        guard let position else { return }
        let node = culprit ?? entries[key]?.value
        report.add(
            Diagnostic(
                error.code, error.message, at: node?.position ?? position, length: node?.width ?? 1,
                help: error.help))
    }
}

extension FieldReader {
    private func reportMissing(_ key: String) {
        guard let position, !lacking.contains(key) else { return }
        if let null = entries[key] {
            report.add(
                Diagnostic(
                    .missingKey, "\(title) needs a value of `\(key)`", at: null.keyPosition, length: key.width
                ))
        } else if let removal = report.trail.removal(of: key, from: position) {
            report.add(
                Diagnostic(
                    .missingKey, "\(title) cannot do without `\(key)`", at: removal,
                    notes: [.init("it is removed from here", at: position)]))
        } else {
            report.add(
                Diagnostic(
                    .missingKey, "\(title) needs `\(key)`", at: position, help: helpForAddition(at: position))
            )
        }
    }

    /// An item an overlay added without saying all of it may be a misspelt one of those that are there.
    private func helpForAddition(at position: SourcePosition) -> String? {
        guard let addition = report.trail.addition(at: position) else { return nil }
        let new = "`\(addition.name)` is new in this list"
        guard let nearest = Suggestion.nearest(to: addition.name, among: addition.known) else { return new }
        return "\(new); did you mean `\(nearest)`?"
    }

    private func reportUnreadKeys() {
        for (key, entry) in entries where !asked.contains(key) {
            let isOverlay = report.trail.files.contains(entry.keyPosition.file)
            report.add(
                Diagnostic(
                    isOverlay ? .overlay : .unknownKey, "\(title) has no key `\(key)`", at: entry.keyPosition,
                    length: key.width, help: Suggestion.help(for: key, among: asked)))
        }
    }
}

extension String {
    /// How many code points the text is long.
    var width: Int { unicodeScalars.count }
}
