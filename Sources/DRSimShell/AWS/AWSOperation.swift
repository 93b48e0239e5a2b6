import DRSimCloud

/// An operation of a cloud service.
protocol AWSOperation: Sendable {
    /// Reads the options.
    init(_ call: AWSCall) throws(CommandFailure)
    /// The index of the region whose API is asked, of several the first that does not answer; `nil` if there
    /// is none of that name.
    func region(_ call: AWSCall, in scope: CommandScope) -> Int?
    /// The address of the API in a region.
    func endpoint(_ call: AWSCall, region: String) -> String
    /// The bytes that are moved before the command answers.
    func load(_ call: AWSCall, in scope: CommandScope) -> TransferLoad?
    /// What the command says when nothing answers at the address.
    func unreachable(_ message: String) -> CommandResult
    /// Does what was asked for.
    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult
}

extension AWSOperation {
    func load(_ call: AWSCall, in scope: CommandScope) -> TransferLoad? { nil }

    func unreachable(_ message: String) -> CommandResult { .failure(255, message) }
}

/// An operation of a service that each region has of its own: asked of the region the command names, or
/// of the session's.
protocol RegionalOperation: AWSOperation {
    /// The service's name in its address.
    var service: String { get }
}

extension RegionalOperation {
    func region(_ call: AWSCall, in scope: CommandScope) -> Int? {
        scope.infrastructure.cloud.region(named: call.region)
    }

    func endpoint(_ call: AWSCall, region: String) -> String {
        "https://\(service).\(region).amazonaws.com/"
    }
}

extension CommandScope {
    /// Whether the provider's API of a region answers the session.
    func answers(region: Int) -> Bool {
        infrastructure.cloud.isAPIUp(region) && reaches(region: region)
    }
}
