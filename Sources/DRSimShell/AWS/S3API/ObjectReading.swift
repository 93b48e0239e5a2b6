import DRSimCloud
import DRSimDocument
import DRSimUnits
import OrderedCollections

/// `aws s3api head-object`: what is known of an object.
struct HeadObject: S3Operation {
    private let address: ObjectAddress
    private let version: String?

    var addresses: [ObjectAddress] { [address] }

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--bucket", "--key")
        (address, version) = (ObjectAddress(values[0], values[1]), call["--version-id"])
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let cloud = scope.infrastructure.cloud
        let object: ObjectVersion
        do throws(CloudError) {
            object = try cloud.getObject(address, version: version, as: scope.caller, for: .headObject)
        } catch {
            throw CommandFailure(254, error.withoutBody)
        }
        return try call.success(
            object.description(lock: cloud.bucket(named: address.bucket)?.lock, in: scope))
    }
}

/// `aws s3api get-object`: fetches an object into a file.
struct GetObject: S3Operation {
    private let address: ObjectAddress
    private let version: String?
    private let file: LocalPath

    var addresses: [ObjectAddress] { [address] }

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--bucket", "--key")
        guard let file = call.arguments.first else {
            throw AWS.usage("the following arguments are required: outfile")
        }
        (address, version) = (ObjectAddress(values[0], values[1]), call["--version-id"])
        self.file = LocalPath(file)
    }

    func load(_ call: AWSCall, in scope: CommandScope) -> TransferLoad? {
        (try? scope.infrastructure.cloud.getObject(address, version: version, as: scope.caller))
            .map { TransferLoad(size: $0.size, way: .download) }
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let object = try scope.ask { (cloud, caller) throws(CloudError) in
            try cloud.getObject(address, version: version, as: caller)
        }
        if let content = object.content {
            scope.session.files[file.absolute] = LocalFile(
                size: object.size, content: content, writtenAt: scope.now)
        }
        let lock = scope.infrastructure.cloud.bucket(named: address.bucket)?.lock
        return try call.success(object.description(lock: lock, in: scope))
    }
}

/// `aws s3api list-objects-v2`: the objects under a prefix.
struct ListObjectsV2: S3Operation {
    private let address: ObjectAddress

    var addresses: [ObjectAddress] { [address] }

    init(_ call: AWSCall) throws(CommandFailure) {
        address = ObjectAddress(try call.required("--bucket")[0], call["--prefix"] ?? "")
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let objects = try scope.ask { (cloud, caller) throws(CloudError) in
            try cloud.listObjects(in: address.bucket, prefix: address.key, as: caller)
        }
        let items = objects.map { object -> JSONValue in
            [
                "Key": .string(object.key),
                "LastModified": .string(scope.stamped(object.version.storedAt)),
                "ETag": .string(object.version.entityTag), "Size": .integer(object.version.size.bytes),
                "StorageClass": "STANDARD",
            ]
        }
        let answer: JSONValue =
            items.isEmpty ? ["RequestCharged": .null] : ["Contents": .array(items), "RequestCharged": .null]
        return try call.success(answer)
    }
}

extension ObjectVersion {
    /// The checksum as the API quotes it.
    var entityTag: String { "\"\(checksum)\"" }

    /// The object as the API describes it.
    func description(lock: StorageConfiguration.Lock?, in scope: CommandScope) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("AcceptRanges", "bytes"), ("LastModified", .string(scope.stamped(storedAt))),
            ("ContentLength", .integer(size.bytes)), ("ETag", .string(entityTag)),
        ]
        if id != "null" { members.append(("VersionId", .string(id))) }
        members += [("ContentType", "binary/octet-stream"), ("Metadata", [:])]
        members += encryption
        if let retainedUntil, let lock {
            members.append(("ObjectLockMode", .string(lock.mode.rawValue.uppercased())))
            members.append(("ObjectLockRetainUntilDate", .string(scope.stamped(retainedUntil))))
        }
        if let replication { members.append(("ReplicationStatus", .string(replication.rawValue))) }
        return .object(.init(uniqueKeysWithValues: members))
    }

    /// How it is encrypted, as the API says it.
    var encryption: [(String, JSONValue)] {
        guard let key else { return [("ServerSideEncryption", "AES256")] }
        return [("ServerSideEncryption", "aws:kms"), ("SSEKMSKeyId", .string(key))]
    }
}
