import DRSimCloud
import DRSimDocument
import DRSimUnits

/// `aws ec2 describe-snapshots`: the snapshots of a region, and of no other (C12).
struct DescribeSnapshots: RegionalOperation {
    private let ids: [String]

    let service = "ec2"

    init(_ call: AWSCall) throws(CommandFailure) {
        try call.requireAbsence(of: "--filters")
        if let owner = call["--owner-ids"], owner != "self" {
            throw .notSimulated("aws --owner-ids \(owner)")
        }
        ids = call["--snapshot-ids"].map { [$0] + call.arguments } ?? []
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let snapshots = try scope.ask { (cloud, caller) throws(CloudError) in
            try cloud.describeSnapshots(ids, in: region, as: caller)
        }
        return try call.success(["Snapshots": .array(snapshots.map { $0.description(in: scope) })])
    }
}

/// `aws ec2 create-snapshot`: starts a snapshot of a volume.
struct CreateSnapshot: RegionalOperation {
    private let volume: String

    let service = "ec2"

    init(_ call: AWSCall) throws(CommandFailure) {
        volume = try call.required("--volume-id")[0]
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let caller = scope.caller
        // What a volume holds is named by the instant whose state it shows.
        let content = ObjectContent(payload: scope.now.milliseconds)
        let snapshot = try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
            try cloud.createSnapshot(
                of: volume, in: region, content: content, text: call["--description"] ?? "", as: caller,
                at: now, draws: draws, effects: &effects)
        }
        return try call.success(snapshot.description(in: scope), isEffective: true)
    }
}

/// `aws ec2 copy-snapshot`: starts the copy of a snapshot from another region.
struct CopySnapshot: RegionalOperation {
    private let source: String
    private let id: String

    let service = "ec2"

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--source-region", "--source-snapshot-id")
        (source, id) = (values[0], values[1])
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        guard let from = scope.infrastructure.cloud.region(named: source) else {
            throw CommandFailure(
                254,
                "An error occurred (InvalidParameterValue) when calling the CopySnapshot operation: "
                    + "\(source) is not a valid region.")
        }
        let (caller, key) = (scope.caller, call["--kms-key-id"])
        let snapshot = try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
            try cloud.copySnapshot(
                id, from: from, to: region, text: call["--description"] ?? "", key: key, as: caller, at: now,
                draws: draws, effects: &effects)
        }
        return try call.success(["SnapshotId": .string(snapshot.id)], isEffective: true)
    }
}

extension Snapshot {
    /// The snapshot as the API describes it; volumes are sold by the gibibyte.
    fileprivate func description(in scope: CommandScope) -> JSONValue {
        [
            "SnapshotId": .string(id), "VolumeId": .string(volume), "State": .string(state.rawValue),
            "StartTime": .string(scope.stamped(startedAt)),
            "Progress": state == .completed ? "100%" : "0%", "VolumeSize": .integer(size.gibibytes),
            "Encrypted": .bool(key != nil), "Description": .string(text),
        ]
    }
}

extension ByteCount {
    /// Whole gibibytes, begun ones counted.
    fileprivate var gibibytes: Int64 { (bytes + (1 << 30) - 1) >> 30 }
}
