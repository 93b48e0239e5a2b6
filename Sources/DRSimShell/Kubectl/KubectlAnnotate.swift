import DRSimDocument
import DRSimKubernetes
import OrderedCollections

/// `kubectl annotate` and `kubectl label`: `KEY=VALUE` sets, `KEY-` removes.
struct KubectlAnnotate: KubectlSubcommand {
    private let verb: Verb
    private let changes: [(key: String, value: String?)]
    private let overwrites: Bool

    private enum Verb: String {
        case annotate, label

        var field: String { self == .annotate ? "annotations" : "labels" }
        var thing: String { self == .annotate ? "annotation" : "label" }
    }

    static let options: [ArgumentScanner.Known] = [
        .flag("--all"), .value("--selector", "-l"), .flag("--overwrite"), .value("--dry-run"),
    ]

    init(_ call: KubectlCall) throws(CommandFailure) {
        verb = Verb(rawValue: call.words.first ?? "") ?? .annotate
        overwrites = call.has("--overwrite")
        changes = call.words.dropFirst().compactMap(Self.change)
        guard !changes.isEmpty else {
            throw CommandFailure(1, "error: at least one \(verb.thing) update is required")
        }
    }

    /// The words without those that say what is changed.
    static func isChange(_ word: String) -> Bool { change(word) != nil }

    private static func change(_ word: String) -> (key: String, value: String?)? {
        if let sign = word.firstIndex(of: "=") {
            return (String(word[..<sign]), String(word[word.index(after: sign)...]))
        }
        return word.hasSuffix("-") ? (String(word.dropLast()), nil) : nil
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let cluster = scope.infrastructure.clusters[index]
        let resources = try call.dropping(Self.isChange).selectedResources(in: cluster)
        return call.forEach(resources) { (type, name) throws(APIError) in
            let namespace = call.namespace(for: type)
            let object = try scope.infrastructure.clusters[index].object(
                type, namespace: namespace, name: name)
            if let refusal = refusal(object) { return .failure(1, refusal) }
            let values = changes.filter { change in
                change.value != nil || object[path: "metadata", verb.field, change.key] != nil
            }.map { ($0.key, $0.value.map { JSONValue.string($0) } ?? .null) }
            let body: JSONValue = [
                "metadata": [verb.field: .object(.init(values) { _, last in last })]
            ]
            guard !values.isEmpty else {
                return .success(
                    "\(type.label(name)) \(verb == .annotate ? "annotated" : "not labeled")\n",
                    isEffective: false)
            }
            let outcome = try scope.change(cluster: index) { cluster, now, draws, effects throws(APIError) in
                try cluster.patch(
                    type, namespace: namespace, name: name, with: body, strategy: .merge, at: now,
                    draws: draws, effects: &effects)
            }
            let past = verb == .annotate ? "annotated" : outcome.isChanged ? "labeled" : "not labeled"
            return .success("\(type.label(name)) \(past)\n", isEffective: outcome.isChanged)
        }
    }

    /// What kubectl says where a value would be overwritten unasked.
    private func refusal(_ object: JSONValue) -> String? {
        guard !overwrites else { return nil }
        for change in changes {
            guard let value = change.value,
                let old = object[path: "metadata", verb.field, change.key]?.string,
                old != value
            else { continue }
            guard verb == .annotate else {
                return "error: '\(change.key)' already has a value (\(old)), and --overwrite is false"
            }
            return "error: --overwrite is false but found the following declared annotation(s): "
                + "'\(change.key)' already has a value (\(old))"
        }
        return nil
    }
}
