import DRSimCloud
import DRSimDocument
import DRSimUnits
import OrderedCollections

/// `aws s3api put-object`: stores a file in one request.
struct PutObject: S3Operation {
    private let address: ObjectAddress
    private let file: LocalPath?

    var addresses: [ObjectAddress] { [address] }

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--bucket", "--key")
        (address, file) = (ObjectAddress(values[0], values[1]), call["--body"].map { LocalPath($0) })
    }

    func load(_ call: AWSCall, in scope: CommandScope) -> TransferLoad? {
        file.flatMap { scope.session.files[$0.absolute] }
            .map { TransferLoad(size: min($0.size, Cloud.singleRequestLimit), way: .upload) }
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        var upload = ObjectUpload(size: .zero, content: ObjectContent(payload: 0))
        if let file {
            guard let body = scope.session.files[file.absolute] else {
                throw CommandFailure(
                    255,
                    "Error parsing parameter '--body': Blob values must be a path to a file.")
            }
            upload = ObjectUpload(size: body.size, content: body.content)
        }
        upload.key = call["--ssekms-key-id"]
        let caller = scope.caller
        let stored = try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
            try cloud.putObject(upload, at: address, as: caller, at: now, draws: draws, effects: &effects)
        }
        var members: [(String, JSONValue)] = [("ETag", .string(stored.entityTag))]
        members += stored.encryption
        if stored.id != "null" { members.append(("VersionId", .string(stored.id))) }
        return try call.success(.object(.init(uniqueKeysWithValues: members)), isEffective: true)
    }
}

/// `aws s3api copy-object`: copies an object in one request, up to 5 GB (C11).
struct CopyObject: S3Operation {
    private let source: ObjectAddress
    private let version: String?
    private let target: ObjectAddress

    var addresses: [ObjectAddress] { [target, source] }

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--bucket", "--copy-source", "--key")
        target = ObjectAddress(values[0], values[2])
        let text = values[1].hasPrefix("/") ? String(values[1].dropFirst()) : values[1]
        let mark = "?versionId="
        let parts = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = ObjectAddress(uri: "s3://" + (parts.first ?? "")), !address.key.isEmpty else {
            throw AWS.invalid(
                "CopySource must be of the form <bucket>/<key> or <bucket>/<key>?versionId=<id>")
        }
        (source, version) = (address, parts.count > 1 ? String(parts[1]) : nil)
    }

    func load(_ call: AWSCall, in scope: CommandScope) -> TransferLoad? {
        guard
            let object = try? scope.infrastructure.cloud.getObject(
                source, version: version, as: scope.caller), object.size <= Cloud.singleRequestLimit
        else { return nil }
        return TransferLoad(size: object.size, way: .copy)
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let (caller, key) = (scope.caller, call["--ssekms-key-id"])
        let stored = try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
            try cloud.copyObject(
                from: source, version: version, to: target, key: key, as: caller, at: now, draws: draws,
                effects: &effects)
        }
        var members: [(String, JSONValue)] = []
        if let version { members.append(("CopySourceVersionId", .string(version))) }
        if stored.id != "null" { members.append(("VersionId", .string(stored.id))) }
        members += stored.encryption
        members.append(
            (
                "CopyObjectResult",
                [
                    "ETag": .string(stored.entityTag),
                    "LastModified": .string(scope.stamped(stored.storedAt)),
                ]
            ))
        return try call.success(.object(.init(uniqueKeysWithValues: members)), isEffective: true)
    }
}

/// `aws s3api delete-object`: deletes an object or a version.
struct DeleteObject: S3Operation {
    private let address: ObjectAddress

    var addresses: [ObjectAddress] { [address] }

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--bucket", "--key")
        address = ObjectAddress(values[0], values[1])
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let (caller, version) = (scope.caller, call["--version-id"])
        let bypasses = call.has("--bypass-governance-retention")
        let deletion = try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
            try cloud.deleteObject(
                address, version: version, bypassesGovernance: bypasses, as: caller, at: now, draws: draws,
                effects: &effects)
        }
        guard let id = deletion.version else { return .success("", isEffective: deletion.hasEffect) }
        let answer: JSONValue =
            deletion.isMarker
            ? ["DeleteMarker": true, "VersionId": .string(id)] : ["VersionId": .string(id)]
        return try call.success(answer, isEffective: deletion.hasEffect)
    }
}
