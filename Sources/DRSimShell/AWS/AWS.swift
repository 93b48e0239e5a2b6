import DRSimCloud

/// The simulated `aws`: finds the service and the operation.
struct AWS: Program {
    private let call: AWSCall
    private let operation: any AWSOperation

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        call = try AWSCall(arguments: arguments, session: session)
        operation = try Self.operation(call)
    }

    func wait(in scope: CommandScope) -> CommandWait {
        guard let region = operation.region(call, in: scope), !answers(region, in: scope) else {
            return .forAnswer
        }
        return .inVain(patience: call.patience)
    }

    func run(in scope: inout CommandScope) throws(CommandFailure) -> CommandResult {
        guard let region = operation.region(call, in: scope) else {
            return .failure(255, "Could not connect to the endpoint URL: \"\(operation.endpoint(call))\"")
        }
        guard answers(region, in: scope) else {
            return .failure(255, "Connect timeout on endpoint URL: \"\(operation.endpoint(call))\"")
        }
        return try operation.run(call, region: region, in: &scope)
    }

    private func answers(_ region: Int, in scope: CommandScope) -> Bool {
        scope.infrastructure.cloud.isAPIUp(region) && scope.reaches(region: region)
    }

    private static func operation(_ call: AWSCall) throws(CommandFailure) -> any AWSOperation {
        switch (call.service, call.operation) {
        case ("eks", "update-nodegroup-config"): return try UpdateNodegroupConfig(call)
        case ("eks", "describe-nodegroup"): return try DescribeNodegroup(call)
        case ("route53", "change-resource-record-sets"): return try ChangeResourceRecordSets(call)
        case ("route53", "list-resource-record-sets"): return try ListResourceRecordSets(call)
        case ("route53", "get-change"): return try GetChange(call)
        case (nil, _): throw usage("the following arguments are required: command")
        case ("eks", nil), ("route53", nil): throw usage("the following arguments are required: operation")
        case ("eks", let word?), ("route53", let word?):
            // Operations are a verb and its object: with an unknown verb it cannot be one.
            let verb = String(word.prefix { $0 != "-" })
            guard !verbs.contains(verb) || verb == word else {
                throw .notSimulated("aws \(call.service ?? "") \(word)")
            }
            throw usage("argument operation: Found invalid choice '\(word)'")
        case (let service?, _):
            guard !services.contains(service) else { throw .notSimulated("aws \(service)") }
            throw usage("argument command: Found invalid choice '\(service)'")
        }
    }

    private static let verbs = ["associate", "create", "delete", "describe", "get", "list", "test", "update"]
    private static let services = [
        "autoscaling", "backup", "cloudformation", "cloudwatch", "ec2", "ecr", "elbv2", "iam", "kms",
        "lambda",
        "logs", "rds", "s3", "s3api", "secretsmanager", "sns", "sqs", "ssm", "sts",
    ]

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

/// An operation of a cloud service.
protocol AWSOperation: Sendable {
    /// Reads the options.
    init(_ call: AWSCall) throws(CommandFailure)
    /// The index of the region whose API is asked; `nil` if there is none of that name.
    func region(_ call: AWSCall, in scope: CommandScope) -> Int?
    /// The address of the API.
    func endpoint(_ call: AWSCall) -> String
    /// Does what was asked for.
    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult
}
