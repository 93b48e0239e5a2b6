package import DRSimKernel
package import DRSimUnits
import OrderedCollections

// Requests to the object store. The caller has made sure that the region can be reached; a store that
// is out refuses by itself.

extension Cloud {
    /// The most one request takes or copies, 5 GB as the provider counts them (C11).
    package static let singleRequestLimit = ByteCount(5_368_709_120)
    /// The most that can be stored in parts.
    static let objectLimit = ByteCount(5_497_558_138_880)

    /// Stores an object.
    @discardableResult
    package mutating func putObject(
        _ upload: ObjectUpload, at address: ObjectAddress, as caller: Caller, at now: Instant, draws: Draws,
        effects: inout CloudEffects
    ) throws(CloudError) -> ObjectVersion {
        let operation: CloudError.Operation = upload.isInParts ? .createMultipartUpload : .putObject
        let bucket = try bucket(address.bucket, for: operation)
        try authorize(caller, "s3:PutObject", bucket, key: address.key, for: operation)
        guard upload.size <= (upload.isInParts ? Self.objectLimit : Self.singleRequestLimit) else {
            throw CloudError(
                .entityTooLarge, operation, "Your proposed upload exceeds the maximum allowed size")
        }
        return try store(
            upload, at: address, in: bucket, as: caller, for: operation, at: now, draws: draws,
            effects: &effects)
    }

    /// Copies an object within the store; in one request no more than 5 GB (C11).
    @discardableResult
    package mutating func copyObject(
        from source: ObjectAddress, version: String? = nil, to target: ObjectAddress, key: String? = nil,
        isInParts: Bool = false, as caller: Caller, at now: Instant, draws: Draws,
        effects: inout CloudEffects
    ) throws(CloudError) -> ObjectVersion {
        let operation: CloudError.Operation = isInParts ? .uploadPartCopy : .copyObject
        let bucket = try bucket(target.bucket, for: operation)
        try authorize(caller, "s3:PutObject", bucket, key: target.key, for: operation)
        let object = try getObject(source, version: version, as: caller, for: operation)
        guard isInParts || object.size <= Self.singleRequestLimit else {
            throw CloudError(
                .invalidRequest, operation,
                "The specified copy source is larger than the maximum allowable size for a copy source: "
                    + "\(Self.singleRequestLimit.bytes)")
        }
        guard let content = object.content else {
            throw missing(source, in: bucket, version: version, as: caller, for: operation)
        }
        return try store(
            ObjectUpload(size: object.size, content: content, key: key), at: target, in: bucket, as: caller,
            for: operation, at: now, draws: draws, effects: &effects)
    }

    /// An object's latest version, or the one named, with its content: whoever gets it can decrypt it.
    package func getObject(
        _ address: ObjectAddress, version: String? = nil, as caller: Caller,
        for operation: CloudError.Operation = .getObject
    ) throws(CloudError) -> ObjectVersion {
        let bucket = try bucket(address.bucket, for: operation)
        let action = version == nil ? "s3:GetObject" : "s3:GetObjectVersion"
        try authorize(caller, action, bucket, key: address.key, for: operation)
        let found =
            version.map { storage.buckets[bucket].version($0, of: address.key) }
            ?? storage.buckets[bucket].current(address.key)
        guard let object = found, !object.isDeleteMarker else {
            throw missing(address, in: bucket, version: version, as: caller, for: operation)
        }
        if let key = object.key {
            try checkKey(
                key, in: storage.buckets[bucket].configuration.region, "kms:Decrypt", as: caller,
                for: operation, inStore: true)
        }
        return object
    }

    /// The latest versions under a prefix, sorted by key.
    package func listObjects(
        in name: String, prefix: String = "", as caller: Caller
    ) throws(CloudError) -> [ListedObject] {
        let bucket = try bucket(name, for: .listObjectsV2)
        try authorize(caller, "s3:ListBucket", bucket, for: .listObjectsV2)
        return storage.buckets[bucket].listing(prefix: prefix)
    }

    private mutating func store(
        _ upload: ObjectUpload, at address: ObjectAddress, in bucket: Int, as caller: Caller,
        for operation: CloudError.Operation, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) throws(CloudError) -> ObjectVersion {
        let configuration = storage.buckets[bucket].configuration
        var key: String?
        if let reference = upload.key ?? configuration.defaultKey {
            key = try checkKey(
                reference, in: configuration.region, "kms:GenerateDataKey", as: caller, for: operation,
                inStore: true)
        }
        let version = ObjectVersion(
            id: storage.buckets[bucket].nextVersionID(address.key), storedAt: now, size: upload.size,
            content: upload.content, key: key, retainedUntil: storage.buckets[bucket].retention(from: now))
        storage.buckets[bucket].add(version, to: address.key)
        effects.record(.objectStored(address, size: upload.size))
        replicate(version, at: address, from: bucket, at: now, draws: draws, effects: &effects)
        return version
    }
}
