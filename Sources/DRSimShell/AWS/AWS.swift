import DRSimCloud

/// The simulated `aws`: finds the service and the operation.
struct AWS: Program {
    private let operation: any AWSOperation
    private let call: AWSCall

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        call = try AWSCall(arguments: arguments, session: session)
        switch (call.words.first, call.words.dropFirst().first) {
        case ("eks", "update-nodegroup-config"): operation = try UpdateNodegroupConfig(call)
        case ("eks", "describe-nodegroup"): operation = try DescribeNodegroup(call)
        case ("route53", "change-resource-record-sets"): operation = try ChangeResourceRecordSets(call)
        case ("route53", "list-resource-record-sets"): operation = try ListResourceRecordSets(call)
        case ("route53", "get-change"): operation = try GetChange(call)
        case ("eks", let word), ("route53", let word):
            throw Self.usage(
                "argument operation: Invalid choice, valid choices are: … (found \(word ?? "nothing"))")
        case (let service, _):
            throw Self.usage(
                "argument command: Invalid choice, valid choices are: … (found \(service ?? "nothing"))")
        }
    }

    func silentAddress(in scope: CommandScope) -> Bool {
        guard let region = operation.region(call, in: scope) else { return false }
        return !answers(region, in: scope)
    }

    func run(in scope: inout CommandScope) -> CommandResult {
        guard let region = operation.region(call, in: scope) else {
            return .failure(
                255,
                "Could not connect to the endpoint URL: \"https://\(call.service).\(call.region).amazonaws.com/\""
            )
        }
        guard answers(region, in: scope) else {
            return .failure(
                255,
                "Connect timeout on endpoint URL: \"https://\(call.service).\(call.region).amazonaws.com/\"")
        }
        return operation.run(call, in: &scope)
    }

    private func answers(_ region: Int, in scope: CommandScope) -> Bool {
        scope.infrastructure.cloud.isAPIUp(region)
            && scope.infrastructure.cloud.isReachable(from: scope.session.site, to: .region(region))
    }

    /// How the command line answers words it cannot use (exit status 252).
    static func usage(_ reason: String) -> CommandFailure {
        CommandFailure(
            252,
            "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\n\naws: error: \(reason)"
        )
    }
}

/// An operation of a cloud service.
protocol AWSOperation: Sendable {
    /// The index of the region whose API is asked; `nil` if there is none of that name.
    func region(_ call: AWSCall, in scope: CommandScope) -> Int?
    /// Does what was asked for.
    func run(_ call: AWSCall, in scope: inout CommandScope) -> CommandResult
}

extension AWSOperation {
    func region(_ call: AWSCall, in scope: CommandScope) -> Int? {
        scope.infrastructure.cloud.region(named: call.region)
    }
}

/// The words and options of one `aws` command line.
struct AWSCall: Sendable {
    /// Service and operation.
    let words: [String]
    /// The region asked: the one named, else the session's.
    let region: String
    private let scanner: ArgumentScanner

    var service: String { words.first ?? "" }

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        do {
            scanner = try ArgumentScanner(
                arguments,
                known: [
                    .value("--region"), .value("--output"), .value("--profile"), .value("--cluster-name"),
                    .value("--nodegroup-name"), .value("--scaling-config"), .value("--hosted-zone-id"),
                    .value("--change-batch"), .value("--id"), .value("--query"),
                ])
        } catch {
            switch error {
            case .unknownOption(let option): throw AWS.usage("Unknown options: \(option)")
            case .missingValue(let option): throw AWS.usage("argument \(option): expected one argument")
            }
        }
        words = scanner.positions
        region = scanner["--region"] ?? session.region
    }

    /// The value of a required option.
    func required(_ options: String...) throws(CommandFailure) -> [String] {
        let missing = options.filter { scanner[$0] == nil }
        guard missing.isEmpty else {
            throw AWS.usage("the following arguments are required: \(missing.joined(separator: ", "))")
        }
        return options.compactMap { scanner[$0] }
    }
}
