import DRSimUnits

/// The simulated `kubectl`: finds the subcommand and the cluster its context names.
struct Kubectl: Program {
    private let call: KubectlCall
    private let subcommand: any KubectlSubcommand

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        let word = KubectlCall.firstWord(of: arguments)
        let type = try Self.subcommand(named: word, in: arguments)
        call = try KubectlCall(arguments, of: word, options: type.options, session: session)
        subcommand = try type.init(call)
    }

    var gap: String? { subcommand.gap }

    func wait(in scope: CommandScope) -> CommandWait {
        guard subcommand.needsServer, let cluster = scope.cluster(context: call.context) else {
            return .forAnswer
        }
        guard scope.answers(cluster: cluster) else { return .inVain(patience: call.patience) }
        return subcommand.wait(call, cluster: cluster, in: scope)
    }

    func run(in scope: inout CommandScope) throws(CommandFailure) -> CommandResult {
        guard subcommand.needsServer else { return try subcommand.run(call, cluster: 0, in: &scope) }
        guard let cluster = scope.cluster(context: call.context) else {
            return .failure(1, "error: context \"\(call.context)\" does not exist")
        }
        guard scope.answers(cluster: cluster) else {
            // An API server's private address stands beside those of its region's nodes.
            return .failure(
                1, "Unable to connect to the server: dial tcp 10.\(cluster).0.10:443: i/o timeout")
        }
        guard let dryRun = call.dryRun else { return try subcommand.run(call, cluster: cluster, in: &scope) }
        var rehearsal = scope
        var result = try subcommand.run(call, cluster: cluster, in: &rehearsal)
        result.output = result.output.split(separator: "\n").map { "\($0) \(dryRun)\n" }.joined()
        (result.asksForChange, result.isEffective) = (false, false)
        return result
    }

    private static func subcommand(
        named word: String?, in arguments: ArraySlice<String>
    ) throws(CommandFailure) -> any KubectlSubcommand.Type {
        switch word {
        case "get": return KubectlGet.self
        case "describe": return KubectlDescribe.self
        case "logs": return KubectlLogs.self
        case "patch": return KubectlPatch.self
        case "scale": return KubectlScale.self
        case "rollout": return KubectlRollout.self
        case "apply": return KubectlApply.self
        case "create": return KubectlCreate.self
        case "exec": return KubectlExec.self
        case "config": return KubectlConfig.self
        case "delete": return KubectlDelete.self
        case "annotate", "label": return KubectlAnnotate.self
        case nil: throw .help(0, help)
        case let word? where notSimulated.contains(word): throw .notSimulated("kubectl \(word)")
        // What kubectl does not know itself may be a plugin, which has to be the first word.
        case _? where arguments.first?.hasPrefix("-") == true:
            throw CommandFailure(
                1, "Error: flags cannot be placed before plugin name: \(arguments.first ?? "")")
        case "cnpg": return KubectlCNPG.self
        case let word?: throw CommandFailure(1, "error: unknown command \"\(word)\" for \"kubectl\"")
        }
    }

    private static let help =
        "kubectl controls the Kubernetes cluster manager.\n\n"
        + " Find more information at: https://kubernetes.io/docs/reference/kubectl/"

    private static let notSimulated = [
        "api-resources", "api-versions", "attach", "auth", "autoscale", "cluster-info",
        "cordon", "cp", "debug", "diff", "drain", "edit", "events", "explain",
        "expose", "port-forward", "proxy", "replace", "run", "set", "taint", "top", "uncordon",
        "version", "wait",
    ]
}

/// A subcommand of `kubectl`.
protocol KubectlSubcommand: Sendable {
    /// The options it knows beside those of every subcommand.
    static var options: [ArgumentScanner.Known] { get }
    /// Whether it asks an API server; `config` does not.
    var needsServer: Bool { get }
    /// What of it is not simulated, as far as its words show before it runs.
    var gap: String? { get }

    /// Reads the words and options.
    init(_ call: KubectlCall) throws(CommandFailure)
    /// What it would wait for if it were started now, given that the API server answers.
    func wait(_ call: KubectlCall, cluster: Int, in scope: CommandScope) -> CommandWait
    /// Does what was asked for.
    func run(
        _ call: KubectlCall, cluster: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult
}

extension KubectlSubcommand {
    static var options: [ArgumentScanner.Known] { [] }
    var needsServer: Bool { true }
    var gap: String? { nil }
    func wait(_ call: KubectlCall, cluster: Int, in scope: CommandScope) -> CommandWait { .forAnswer }

    /// Whether it would begin well if it were started now: a watch that fails at once returns.
    func succeeds(_ call: KubectlCall, cluster: Int, in scope: CommandScope) -> Bool {
        var rehearsal = scope
        return (try? run(call, cluster: cluster, in: &rehearsal))?.status == 0
    }
}
