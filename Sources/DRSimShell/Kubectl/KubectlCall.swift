import DRSimUnits

/// The words and options of one `kubectl` command line.
struct KubectlCall: Sendable {
    /// The words that are no options, the subcommand first.
    private(set) var words: [String]
    /// What follows `--`: a command for a container; `nil` without it.
    let command: [String]?
    /// The context: the one named, else the session's current one.
    let context: String
    /// How long it waits for an answer; `nil` where nothing was said.
    let patience: Span?
    /// What a dry run appends to each line; `nil` if the command is meant.
    let dryRun: String?
    /// Where it was typed.
    let session: ShellSession
    private let scanner: ArgumentScanner

    /// Options of every subcommand.
    private static let options: [ArgumentScanner.Known] = [
        .value("--namespace", "-n"), .value("--context"), .value("--request-timeout"), .value("--v", "-v"),
    ]

    /// Options the real one has, of all subcommands or of some, and the simulated one has not.
    private static let otherOptions = [
        "--as", "--as-group", "--cascade", "--chunk-size", "--class", "--cluster", "--clusterrole",
        "--docker-server", "--dry-run", "--env", "--field-selector", "--filename", "-f", "--force-conflicts",
        "--from", "--from-env-file", "--from-file", "--from-literal", "--hard", "--help", "-h",
        "--ignore-not-found", "--image", "--insecure-skip-tls-verify", "--kubeconfig", "--kustomize", "-k",
        "--label-columns", "-L", "--limit-bytes", "--list", "--local", "--output", "-o", "--port", "--prune",
        "--raw", "--record", "--recursive", "-R", "--resource", "--resource-version", "--revision", "--role",
        "--rule", "--schedule", "--selector", "-l", "--server", "-s", "--serviceaccount", "--show-events",
        "--show-kind", "--show-labels", "--show-managed-fields", "--since-time", "--sort-by",
        "--subresource", "--tcp", "--template", "--timeout", "--to-revision", "--token", "--user", "--verb",
        "--wait", "--watch", "-w", "--watch-only",
    ]

    /// Reads a command line whose subcommand knows some more options.
    init(
        _ arguments: ArraySlice<String>, of word: String?, options: [ArgumentScanner.Known],
        session: ShellSession
    ) throws(CommandFailure) {
        let end = arguments.firstIndex(of: "--")
        do throws(ArgumentScanner.Problem) {
            scanner = try ArgumentScanner(
                arguments[..<(end ?? arguments.endIndex)], known: Self.options + options)
        } catch {
            if let option = error.option(among: Self.otherOptions) {
                throw .notSimulated("kubectl \(word ?? "") \(option)")
            }
            throw Self.usage(error, of: word ?? "")
        }
        let rest = end.map { Array(arguments[($0 + 1)...]) }
        (command, self.session) = (rest, session)
        words = scanner.positions + (word == "exec" ? [] : rest ?? [])
        context = scanner["--context"] ?? session.context
        patience = scanner["--request-timeout"].flatMap(Span.init(commandLine:))
        dryRun = try Self.dryRun(scanner["--dry-run"])
    }

    /// The first word that is neither an option nor the value of one: the subcommand.
    static func firstWord(of arguments: ArraySlice<String>) -> String? {
        var words = arguments
        while let word = words.popFirst() {
            guard word.hasPrefix("-") else { return word }
            if options.contains(where: { $0.names.contains(word) }) { words = words.dropFirst() }
        }
        return nil
    }

    /// The namespace: the one named, else `default`; `nil` with `--all-namespaces`.
    var namespace: String? { has("--all-namespaces") ? nil : self["--namespace"] ?? "default" }

    /// The call without those of its words that are no names of resources.
    func dropping(_ isForeign: (String) -> Bool) -> KubectlCall {
        var call = self
        call.words.removeAll(where: isForeign)
        return call
    }

    /// The value of an option.
    subscript(option: String) -> String? { scanner[option] }

    /// Whether an option was given.
    func has(_ option: String) -> Bool { scanner.has(option) }

    private static func dryRun(_ mode: String?) throws(CommandFailure) -> String? {
        switch mode {
        case nil, "none": return nil
        case "client": return "(dry run)"
        case "server": return "(server dry run)"
        case let mode?:
            throw CommandFailure(
                1,
                "error: Invalid dry-run value (\(mode)). Must be \"none\", \"server\", or \"client\".")
        }
    }

    private static func usage(_ problem: ArgumentScanner.Problem, of subcommand: String) -> CommandFailure {
        let reason =
            switch problem {
            case .unknownOption(let option): "unknown flag: \(option)"
            case .unknownLetter(let letter, let word): "unknown shorthand flag: '\(letter)' in \(word)"
            case .missingValue(let letter, let word) where !word.hasPrefix("--"):
                "flag needs an argument: '\(letter)' in \(word)"
            case .missingValue(let option, _): "flag needs an argument: \(option)"
            }
        return CommandFailure(1, "error: \(reason)\nSee 'kubectl \(subcommand) --help' for usage.")
    }
}
