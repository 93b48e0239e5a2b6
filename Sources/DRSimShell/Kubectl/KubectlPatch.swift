import DRSimDocument
import DRSimKernel
import DRSimKubernetes

/// `kubectl patch`: changes fields of one object, or those of its status.
struct KubectlPatch: KubectlSubcommand {
    private let strategy: PatchStrategy
    private let subresource: Subresource?
    private let patch: JSONValue

    init(_ call: KubectlCall) throws(CommandFailure) {
        strategy = try Self.strategy(call["--type"])
        subresource = try Self.subresource(call["--subresource"])
        guard let text = call["--patch"] else {
            throw CommandFailure(
                1, "error: must specify --patch or --patch-file containing the contents of the patch")
        }
        do {
            patch = try JSONValue(parsing: text)
        } catch {
            throw CommandFailure(
                1, "error: unable to parse \"\(text)\": yaml: did not find expected node content")
        }
    }

    private static func strategy(_ option: String?) throws(CommandFailure) -> PatchStrategy {
        switch option {
        case nil, "strategic": return .strategic
        case "merge": return .merge
        case "json": return .json
        case let name?:
            throw CommandFailure(1, "error: --type must be one of [json merge strategic], not \"\(name)\"")
        }
    }

    private static func subresource(_ option: String?) throws(CommandFailure) -> Subresource? {
        switch option {
        case nil: return nil
        case "status": return .status
        case "scale": return .scale
        case let name?:
            throw CommandFailure(
                1,
                "error: invalid subresource value: \"\(name)\". Must be one of [status scale resize]")
        }
    }

    func run(_ call: KubectlCall, cluster index: Int, in scope: inout CommandScope) -> CommandResult {
        do {
            let resource = try call.resource(in: scope.infrastructure.clusters[index])
            let (now, draws) = (scope.now, scope.draws)
            let namespace = call.namespace(for: resource.type)
            let outcome = try scope.patched(cluster: index) { (cluster, effects) throws(APIError) in
                try cluster.patch(
                    resource.type, namespace: namespace, name: resource.name, with: patch,
                    strategy: strategy, subresource: subresource, at: now, draws: draws, effects: &effects)
            }
            let suffix = outcome.isChanged ? "patched" : "patched (no change)"
            return CommandResult(
                status: 0, output: "\(resource.type.label(resource.name)) \(suffix)\n",
                errors: outcome.warnings.map { "Warning: \($0)\n" }.joined(), isEffective: outcome.isChanged)
        } catch {
            return error.result
        }
    }
}
