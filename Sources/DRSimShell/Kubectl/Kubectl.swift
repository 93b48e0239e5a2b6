import DRSimCloud

/// The simulated `kubectl`: finds the subcommand and the cluster its context names.
struct Kubectl: Program {
    private let call: KubectlCall
    private let subcommand: any KubectlSubcommand

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        do {
            let scanner = try ArgumentScanner(arguments, known: KubectlCall.options)
            call = KubectlCall(scanner: scanner, session: session)
        } catch {
            throw Self.usage(error)
        }
        subcommand = try Self.subcommand(call)
    }

    var runsForEver: Bool { subcommand.runsForEver }

    func silentAddress(in scope: CommandScope) -> Bool {
        guard subcommand.needsServer, let cluster = scope.cluster(context: call.context) else { return false }
        return !scope.answers(cluster: cluster)
    }

    func run(in scope: inout CommandScope) -> CommandResult {
        guard subcommand.needsServer else { return subcommand.run(call, cluster: 0, in: &scope) }
        guard let cluster = scope.cluster(context: call.context) else {
            return .failure(1, "error: context \"\(call.context)\" does not exist")
        }
        guard scope.answers(cluster: cluster) else {
            return .failure(
                1,
                "Unable to connect to the server: dial tcp: lookup \(call.context): i/o timeout")
        }
        return subcommand.run(call, cluster: cluster, in: &scope)
    }

    private static func subcommand(_ call: KubectlCall) throws(CommandFailure) -> any KubectlSubcommand {
        switch call.words.first {
        case "get": return try KubectlGet(call)
        case "describe": return try KubectlDescribe(call)
        case "logs": return try KubectlLogs(call)
        case "patch": return try KubectlPatch(call)
        case "scale": return try KubectlScale(call)
        case "rollout": return try KubectlRollout(call)
        case "config": return try KubectlConfig(call)
        case "cnpg": return try KubectlCNPG(call)
        case nil: throw CommandFailure(1, "kubectl controls the Kubernetes cluster manager.")
        case let word?:
            throw CommandFailure(
                1,
                "error: unknown command \"\(word)\" for \"kubectl\"\nRun 'kubectl --help' for usage.")
        }
    }

    private static func usage(_ problem: ArgumentScanner.Problem) -> CommandFailure {
        switch problem {
        case .unknownOption(let option) where option.hasPrefix("--"):
            CommandFailure(
                1,
                "error: unknown flag: \(option)\nSee 'kubectl --help' for usage.")
        case .unknownOption(let option):
            CommandFailure(
                1,
                "error: unknown shorthand flag: '\(option.dropFirst().prefix(1))' in \(option)\n"
                    + "See 'kubectl --help' for usage.")
        case .missingValue(let option):
            CommandFailure(
                1,
                "error: flag needs an argument: \(option)\nSee 'kubectl --help' for usage.")
        }
    }
}

/// A subcommand of `kubectl`.
protocol KubectlSubcommand: Sendable {
    /// Whether it asks an API server; `config` does not.
    var needsServer: Bool { get }
    /// Whether it runs until it is stopped, as `get -w` does.
    var runsForEver: Bool { get }
    /// Does what was asked for.
    func run(_ call: KubectlCall, cluster: Int, in scope: inout CommandScope) -> CommandResult
}

extension KubectlSubcommand {
    var needsServer: Bool { true }
    var runsForEver: Bool { false }
}
