import DRSimCloud
import DRSimKernel
import DRSimUnits

extension StorageConfiguration {
    /// `plain` in the west is copied to `plain-copy` in the east by hand only; `kept` is versioned and
    /// copied by rule, fast, to the locked `vault`, which another account owns.
    static func twoRegions(hasTimeControl: Bool = true, lock: Lock.Mode = .compliance) -> StorageConfiguration
    {
        StorageConfiguration(
            buckets: [
                Bucket(name: "plain", region: 0, account: "111"),
                Bucket(name: "plain-copy", region: 1, account: "111"),
                Bucket(
                    name: "kept", region: 0, account: "111", isVersioned: true,
                    replication: Replication(
                        target: "vault", hasTimeControl: hasTimeControl, replicaKey: "mrk-1")),
                Bucket(
                    name: "vault", region: 1, account: "222", isVersioned: true,
                    lock: Lock(mode: lock, retention: .days(30))),
            ],
            keys: [
                Key(id: "regional", alias: "backups", account: "111", region: 0),
                Key(id: "mrk-1", account: "111", region: 0, replicas: [1]),
            ],
            identities: [
                Identity(name: "admin", account: "111", grants: [.init(actions: ["*"], resources: ["*"])]),
                Identity(
                    name: "writer", account: "111",
                    grants: [.init(actions: ["s3:PutObject"], resources: ["plain", "kept"])]),
                Identity(
                    name: "operator", account: "111",
                    grants: [
                        .init(
                            actions: ["s3:GetObject", "s3:Put*", "s3:DeleteObject", "s3:ListBucket"],
                            resources: ["plain", "kept"])
                    ]),
            ],
            volumes: [
                Volume(id: "vol-1", region: 0, size: ByteCount(15_000_000_000), claim: "uploads")
            ])
    }
}

extension CloudRun {
    /// A cloud that keeps data.
    static func withStorage(
        _ storage: StorageConfiguration = .twoRegions(), trial: UInt32 = 0
    ) -> CloudRun {
        var configuration = CloudConfiguration.twoRegions()
        configuration.storage = storage
        return CloudRun(configuration, trial: trial)
    }

    /// Stores an object of a size; its payload is 7.
    @discardableResult
    mutating func put(
        _ address: ObjectAddress, _ size: Int64 = 100, key: String? = nil, isInParts: Bool = false,
        as caller: Caller = .anyone, at instant: Instant = .start
    ) throws -> ObjectVersion {
        let upload = ObjectUpload(
            size: ByteCount(size), content: ObjectContent(payload: 7), key: key, isInParts: isInParts)
        return try at(instant) {
            try $0.putObject(upload, at: address, as: caller, at: $1, draws: $2, effects: &$3)
        }
    }

    @discardableResult
    mutating func copy(
        _ source: ObjectAddress, to target: ObjectAddress, isInParts: Bool = false,
        as caller: Caller = .anyone, at instant: Instant = .start
    ) throws -> ObjectVersion {
        try at(instant) {
            try $0.copyObject(
                from: source, to: target, isInParts: isInParts, as: caller, at: $1, draws: $2, effects: &$3)
        }
    }

    @discardableResult
    mutating func delete(
        _ address: ObjectAddress, version: String? = nil, bypassesGovernance: Bool = false,
        as caller: Caller = .anyone, at instant: Instant = .start
    ) throws -> ObjectDeletion {
        try at(instant) {
            try $0.deleteObject(
                address, version: version, bypassesGovernance: bypassesGovernance, as: caller, at: $1,
                draws: $2, effects: &$3)
        }
    }

    /// The keys a bucket lists.
    func keys(in bucket: String) throws -> [String] {
        try cloud.listObjects(in: bucket, as: .anyone).map(\.key)
    }
}

/// The message of the refusal a body meets; `nil` if it meets none.
func refusal(of body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return "\(error)"
    }
}
