import DRSimDocument
import DRSimKubernetes

/// `kubectl create -f FILE|-` and `kubectl create namespace NAME`.
struct KubectlCreate: KubectlSubcommand {
    private let action: Action

    private enum Action: Sendable {
        case manifests(KubectlManifests)
        case namespace(String)
    }

    static let options = KubectlManifests.options

    init(_ call: KubectlCall) throws(CommandFailure) {
        let words = Array(call.words.dropFirst())
        switch words.first {
        case nil: action = .manifests(try KubectlManifests(call, verb: "create"))
        case "namespace", "ns":
            guard words.count == 2 else {
                throw CommandFailure(1, "error: exactly one NAME is required, got \(words.count - 1)")
            }
            action = .namespace(words[1])
        case let word?: throw .notSimulated("kubectl create \(word)")
        }
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        switch action {
        case .namespace(let name):
            let object: JSONValue = [
                "apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(name)],
            ]
            do throws(APIError) {
                return try create(object, in: "default", index, &scope)
            } catch {
                return error.reason == .invalid
                    ? error.commandResult
                    : .failure(1, "Error from server (\(error.reason)): \(error.message)")
            }
        case .manifests(let manifests):
            var results: [CommandResult] = []
            for (source, object) in try manifests.objects(in: scope) {
                let home = try call.home(of: object)
                do throws(APIError) {
                    results.append(try create(object, in: home, index, &scope))
                } catch {
                    results.append(error.commandResult(of: object, from: source))
                }
            }
            return .joined(results)
        }
    }

    private func create(
        _ object: JSONValue, in home: String, _ index: Int, _ scope: inout CommandScope
    ) throws(APIError) -> CommandResult {
        _ = try scope.change(cluster: index) { cluster, now, draws, effects throws(APIError) in
            try cluster.create(object, namespace: home, at: now, draws: draws, effects: &effects)
        }
        return .success(
            "\(scope.infrastructure.clusters[index].label(of: object)) created\n", isEffective: true)
    }
}
