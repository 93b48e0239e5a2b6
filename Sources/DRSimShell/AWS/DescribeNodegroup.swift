import DRSimCloud
import DRSimDocument

/// `aws eks describe-nodegroup`: the sizes a node group should have.
struct DescribeNodegroup: NodegroupOperation {
    let path: NodegroupPath

    init(_ call: AWSCall) throws(CommandFailure) {
        path = try NodegroupPath(call)
    }

    func endpoint(_ call: AWSCall) -> String { path.url(in: call.region) }

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
            "health": ["issues": []],
        ]
        return try call.success(["nodegroup": description])
    }
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
protocol NodegroupOperation: AWSOperation {
    /// What it acts on.
    var path: NodegroupPath { get }
}

extension NodegroupOperation {
    func region(_ call: AWSCall, in scope: CommandScope) -> Int? {
        scope.infrastructure.cloud.region(named: call.region)
    }
}
