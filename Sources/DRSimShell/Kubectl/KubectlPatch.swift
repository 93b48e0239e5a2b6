import DRSimDocument
import DRSimKubernetes

/// `kubectl patch`: changes fields of objects, or those of their status.
///
/// Patches are read as JSON; that the real one takes YAML too is not simulated.
struct KubectlPatch: KubectlSubcommand {
    private let strategy: PatchStrategy
    private let subresource: Subresource?
    private let patch: JSONValue

    static let options: [ArgumentScanner.Known] = [
        .value("--type"), .value("--patch", "-p"), .value("--patch-file"), .value("--subresource"),
        .value("--dry-run"),
    ]

    init(_ call: KubectlCall) throws(CommandFailure) {
        let text = try Self.patchText(call)
        strategy = try Self.strategy(call["--type"])
        subresource = try Self.subresource(call["--subresource"])
        guard let patch = try? JSONValue(parsing: text) else {
            throw CommandFailure(
                1,
                "error: unable to parse \(JSONValue.string(text).text()): yaml: line 1: did not find "
                    + "expected node content")
        }
        self.patch = patch
    }

    private static func patchText(_ call: KubectlCall) throws(CommandFailure) -> String {
        switch (call["--patch"], call["--patch-file"]) {
        case (let text?, nil) where !text.isEmpty: return text
        case (nil, let file?):
            if let file = call.session.provided(file) { return file.objects?.first?.text() ?? file.text }
            throw CommandFailure(
                1, "error: unable to read patch file: open \(file): no such file or directory")
        case (_?, _?): throw CommandFailure(1, "error: cannot specify --patch and --patch-file together")
        default:
            throw CommandFailure(
                1, "error: must specify --patch or --patch-file containing the contents of the patch")
        }
    }

    private static func strategy(_ option: String?) throws(CommandFailure) -> PatchStrategy {
        guard let option else { return .strategic }
        guard let strategy = PatchStrategy(rawValue: option.lowercased()) else {
            throw CommandFailure(
                1, "error: --type must be one of [json merge strategic], not \"\(option)\"")
        }
        return strategy
    }

    private static func subresource(_ option: String?) throws(CommandFailure) -> Subresource? {
        guard let option else { return nil }
        guard let subresource = Subresource(rawValue: option) else {
            throw CommandFailure(
                1, "error: invalid subresource value: \"\(option)\". Must be one of [status scale resize]")
        }
        return subresource
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let resources = try call.namedResources(in: scope.infrastructure.clusters[index])
        return call.forEach(resources) { (type, name) throws(APIError) in
            let namespace = call.namespace(for: type)
            return try scope.write((type, namespace, name), in: index) {
                cluster, now, draws, effects throws(APIError) in
                let outcome = try cluster.patch(
                    type, namespace: namespace, name: name, with: patch, strategy: strategy,
                    subresource: subresource, at: now, draws: draws, effects: &effects)
                return CommandResult(
                    status: 0,
                    output: "\(type.label(name)) patched\(outcome.isChanged ? "" : " (no change)")\n",
                    errors: outcome.warnings.map { "Warning: \($0)" }.joined(separator: "\n"),
                    isEffective: outcome.isChanged)
            }
        }
    }
}
