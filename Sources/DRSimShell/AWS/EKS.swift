import DRSimCloud

/// `aws eks update-nodegroup-config`: resizes a managed node group.
struct UpdateNodegroupConfig: AWSOperation {
    private let cluster: String
    private let group: String
    private let scaling: [String: Int]

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--cluster-name", "--nodegroup-name", "--scaling-config")
        (cluster, group) = (values[0], values[1])
        scaling = try Self.scaling(values[2])
    }

    private static func scaling(_ text: String) throws(CommandFailure) -> [String: Int] {
        var scaling: [String: Int] = [:]
        for part in text.split(separator: ",") {
            let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2, ["minSize", "maxSize", "desiredSize"].contains(halves[0]),
                let number = Int(halves[1])
            else {
                throw AWS.usage(
                    "Error parsing parameter '--scaling-config': Expected: '=', received: '\(part)'")
            }
            scaling[halves[0]] = number
        }
        return scaling
    }

    func run(_ call: AWSCall, in scope: inout CommandScope) -> CommandResult {
        guard let region = region(call, in: scope) else { return .failure(255, "Invalid endpoint") }
        do {
            let isChanged = try scope.infrastructure.cloud.updateNodeGroup(
                cluster: cluster, group: group, region: region, min: scaling["minSize"],
                max: scaling["maxSize"],
                desired: scaling["desiredSize"], at: scope.now, draws: scope.draws,
                effects: &scope.effects.cloud)
            return .success(
                "{\"update\": {\"status\": \"InProgress\", \"type\": \"ConfigUpdate\"}}\n",
                isEffective: isChanged)
        } catch {
            return error.commandResult
        }
    }
}

/// `aws eks describe-nodegroup`: the size a node group should have.
struct DescribeNodegroup: AWSOperation {
    private let cluster: String
    private let group: String

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--cluster-name", "--nodegroup-name")
        (cluster, group) = (values[0], values[1])
    }

    func run(_ call: AWSCall, in scope: inout CommandScope) -> CommandResult {
        guard let region = region(call, in: scope) else { return .failure(255, "Invalid endpoint") }
        do {
            let description = try scope.infrastructure.cloud.describeNodeGroup(
                cluster: cluster, group: group, region: region)
            let size = description.sizes
            return .success(
                "{\"nodegroup\": {\"nodegroupName\": \"\(group)\", \"status\": \"ACTIVE\", \"scalingConfig\": "
                    + "{\"minSize\": \(size.min), \"maxSize\": \(size.max), \"desiredSize\": \(size.desired)}}}\n"
            )
        } catch {
            return error.commandResult
        }
    }
}

extension CloudError {
    /// How the command line prints a refusal of the API.
    var commandResult: CommandResult { .failure(254, "\(self)") }
}
