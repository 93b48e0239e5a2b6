import DRSimCloud
import DRSimDocument

/// `aws eks describe-nodegroup`: the sizes a node group should have.
struct DescribeNodegroup: NodegroupOperation {
    let path: NodegroupPath

    init(_ call: AWSCall) throws(CommandFailure) {
        path = try NodegroupPath(call)
    }

    func endpoint(_ call: AWSCall, region: String) -> String { path.url(in: region) }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let group = try scope.changeCloud { (cloud, _, _, _) throws(CloudError) in
            try cloud.describeNodeGroup(cluster: path.cluster, group: path.group, region: region)
        }
        let sizes: JSONValue = [
            "minSize": .integer(Int64(group.sizes.min)), "maxSize": .integer(Int64(group.sizes.max)),
            "desiredSize": .integer(Int64(group.sizes.desired)),
        ]
        let description: JSONValue = [
            "nodegroupName": .string(group.name), "clusterName": .string(path.cluster),
            "status": group.starting > 0 ? "UPDATING" : "ACTIVE", "scalingConfig": sizes,
            "health": ["issues": group.refused > 0 ? [Self.shortage] : []],
        ]
        return try call.success(["nodegroup": description])
    }
}

extension DescribeNodegroup {
    /// What the API says of launches that are refused.
    private static let shortage: JSONValue = [
        "code": "AsgInstanceLaunchFailures",
        "message": .string(
            "Could not launch On-Demand Instances. InsufficientInstanceCapacity - We currently do not have "
                + "sufficient capacity in the Availability Zone you requested. Our system will be working on "
                + "provisioning additional capacity. Launching EC2 instance failed."),
    ]
}

/// The cluster and the node group that an operation names.
struct NodegroupPath: Hashable, Sendable {
    let cluster: String
    let group: String

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--cluster-name", "--nodegroup-name")
        (cluster, group) = (values[0], values[1])
    }

    func url(in region: String) -> String {
        "https://eks.\(region).amazonaws.com/clusters/\(cluster)/node-groups/\(group)"
    }
}

/// An operation on a node group: asked of the region the command names, or of the session's.
protocol NodegroupOperation: RegionalOperation {
    /// What it acts on.
    var path: NodegroupPath { get }
}

extension NodegroupOperation {
    var service: String { "eks" }
}
