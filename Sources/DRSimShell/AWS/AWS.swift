import DRSimCloud
import OrderedCollections

/// The simulated `aws`: finds the service and the operation.
struct AWS: Program {
    private let call: AWSCall
    private let operation: any AWSOperation

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        // An operation that is not simulated has options nobody here knows.
        let type = try Self.operation(AWSCall.words(of: arguments))
        call = try AWSCall(arguments: arguments, session: session)
        operation = try type.init(call)
    }

    func wait(in scope: CommandScope) -> CommandWait {
        guard let region = operation.region(call, in: scope) else { return .forAnswer }
        guard scope.answers(region: region) else { return .inVain(patience: call.patience) }
        var scope = scope
        scope.session.identity = call.identity
        return operation.load(call, in: scope).map { .forTransfer($0) } ?? .forAnswer
    }

    func run(in scope: inout CommandScope) throws(CommandFailure) -> CommandResult {
        let own = scope.session.identity
        scope.session.identity = call.identity
        defer { scope.session.identity = own }
        if let profile = call["--profile"], !scope.infrastructure.cloud.identities.contains(named: profile) {
            throw CommandFailure(255, "The config profile (\(profile)) could not be found")
        }
        guard let region = operation.region(call, in: scope) else {
            let address = operation.endpoint(call, region: call.region)
            return operation.unreachable("Could not connect to the endpoint URL: \"\(address)\"")
        }
        guard scope.answers(region: region) else {
            let name = scope.infrastructure.cloud.configuration.regions[region].name
            let address = operation.endpoint(call, region: name)
            return operation.unreachable("Connect timeout on endpoint URL: \"\(address)\"")
        }
        try checkCredentials(in: scope)
        return try operation.run(call, region: region, in: &scope)
    }

    /// Each service has words of its own for an access key that is none; the object store's are those of
    /// each of its operations.
    private func checkCredentials(in scope: CommandScope) throws(CommandFailure) {
        guard !scope.infrastructure.cloud.isKnown(scope.caller) else { return }
        let token = "The security token included in the request is invalid."
        let (code, message) =
            switch call.service {
            case "s3", "s3api": ("", "")
            case "ec2": ("AuthFailure", "AWS was not able to validate the provided access credentials")
            case "iam", "route53": ("InvalidClientTokenId", token)
            default: ("UnrecognizedClientException", token)
            }
        guard !code.isEmpty, let word = call.operation else { return }
        let name = word.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        throw CommandFailure(
            254, "An error occurred (\(code)) when calling the \(name) operation: \(message)")
    }

    private static func operation(_ words: [String]) throws(CommandFailure) -> any AWSOperation.Type {
        guard let service = words.first else {
            throw usage("the following arguments are required: command")
        }
        guard let operations = AWSCatalogue.operations[service] else {
            guard !AWSCatalogue.otherServices.contains(service) else { throw .notSimulated("aws \(service)") }
            throw usage("argument command: Found invalid choice '\(service)'")
        }
        guard let word = words.dropFirst().first else {
            throw usage("the following arguments are required: operation")
        }
        if let operation = operations[word] { return operation }
        guard !(AWSCatalogue.otherOperations[service] ?? []).contains(word) else {
            throw .notSimulated("aws \(service) \(word)")
        }
        // Operations are a verb and its object, but those of `s3`: with an unknown verb it cannot be one.
        let verb = String(word.prefix { $0 != "-" })
        guard service == "s3" || verb == word || !AWSCatalogue.verbs.contains(verb) else {
            throw .notSimulated("aws \(service) \(word)")
        }
        throw usage("argument operation: Found invalid choice '\(word)'")
    }

    /// How the command line answers words it cannot use (exit status 252).
    static func usage(_ reason: String) -> CommandFailure {
        CommandFailure(
            252,
            "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\n\n"
                + "aws: error: \(reason)"
        )
    }

    /// How the command line answers parameters that cannot be right (exit status 252).
    static func invalid(_ reason: String) -> CommandFailure {
        CommandFailure(252, "Parameter validation failed:\n\(reason)")
    }
}

extension [Identity] {
    fileprivate func contains(named name: String) -> Bool { contains { $0.name == name } }
}
