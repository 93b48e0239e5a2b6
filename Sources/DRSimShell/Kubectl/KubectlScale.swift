import DRSimDocument
import DRSimKubernetes

/// `kubectl scale`: sets the number of replicas, by name, by label or of all of a type.
struct KubectlScale: KubectlSubcommand {
    private let replicas: Int64
    /// What the number must be at present; `nil` for any.
    private let expected: Int64?

    static let options: [ArgumentScanner.Known] = [
        .value("--replicas"), .value("--current-replicas"), .value("--timeout"), .value("--dry-run"),
        .flag("--all"), .value("--selector", "-l"),
    ]

    init(_ call: KubectlCall) throws(CommandFailure) {
        guard let replicas = try Self.count("--replicas", in: call) else {
            throw CommandFailure(1, "error: required flag(s) \"replicas\" not set")
        }
        guard replicas >= 0 else {
            throw CommandFailure(
                1,
                "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0")
        }
        self.replicas = replicas
        expected = try Self.count("--current-replicas", in: call).flatMap { $0 < 0 ? nil : $0 }
    }

    private static func count(_ option: String, in call: KubectlCall) throws(CommandFailure) -> Int64? {
        guard let text = call[option] else { return nil }
        guard let number = Int64(text) else {
            throw CommandFailure(
                1,
                "error: invalid argument \"\(text)\" for \"\(option)\" flag: strconv.ParseInt: parsing "
                    + "\"\(text)\": invalid syntax\nSee 'kubectl scale --help' for usage.")
        }
        return number
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let resources = try call.selectedResources(in: scope.infrastructure.clusters[index])
        return call.forEach(resources) { (type, name) throws(APIError) in
            let namespace = call.namespace(for: type)
            if let expected {
                let object = try scope.infrastructure.clusters[index].object(
                    type, namespace: namespace, name: name)
                let spec = object["spec"]
                let present = (spec?["replicas"] ?? spec?["instances"])?.integer ?? 0
                guard present == expected else {
                    return .failure(1, "error: Expected replicas to be \(expected), was \(present)")
                }
            }
            return try scope.write((type, namespace, name), in: index) {
                cluster, now, draws, effects throws(APIError) in
                let outcome = try cluster.scale(
                    type, namespace: namespace, name: name, to: replicas, at: now, draws: draws,
                    effects: &effects)
                return .success("\(type.label(name)) scaled\n", isEffective: outcome.isChanged)
            }
        }
    }
}
