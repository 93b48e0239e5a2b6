import DRSimCloud
import DRSimDocument
import DRSimKernel

/// `aws ec2 describe-instances`: the machines of a region, those that are gone left out.
struct DescribeInstances: RegionalOperation {
    let service = "ec2"

    init(_ call: AWSCall) throws(CommandFailure) {
        try call.requireAbsence(of: "--filters", "--instance-ids")
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let cloud = scope.infrastructure.cloud
        let zones = cloud.configuration.regions[region].zones
        let reservations = cloud.nodes.filter { $0.region == region }.compactMap { node -> JSONValue? in
            guard let state = Self.state(of: node) else { return nil }
            let instance: JSONValue = [
                "InstanceId": .string("i-0" + String(StreamName(node.name).hash, radix: 16)),
                "PrivateDnsName": .string(node.name),
                "Placement": ["AvailabilityZone": .string(zones[node.zone])],
                "State": ["Code": .integer(state.code), "Name": .string(state.name)],
            ]
            return ["Instances": [instance]]
        }
        return try call.success(["Reservations": .array(reservations)])
    }

    private static func state(of node: Node) -> (code: Int64, name: String)? {
        switch node.state {
        case .starting: (0, "pending")
        case .running: (16, "running")
        case .stopped: (80, "stopped")
        case .refused, .gone: nil
        }
    }
}
