import DRSimDocument
import DRSimPlan
import DRSimUnits

extension StoragePlan {
    /// The section `storage`.
    init(_ fields: FieldReader) {
        let account = fields.required("account", .text)
        self.init(
            buckets: fields.optionalMappings("buckets", "a bucket") { Bucket($0, account: account) },
            keys: fields.optionalMappings("keys", "a key") { EncryptionKey($0, account: account) },
            identities: fields.optionalMappings("identities", "an identity") {
                StorageIdentity($0, account: account)
            },
            volumes: fields.optionalMappings("volumes", "a volume") { Volume($0) },
            controllerIdentity: fields.optionalRefer("controller_identity", to: .identity),
            peopleIdentity: fields.optionalRefer("people_identity", to: .identity))
        fields.readSource()
        checkReplication(fields)
    }

    /// The store copies only between buckets that keep versions.
    private func checkReplication(_ fields: FieldReader) {
        guard !fields.hasFailed else { return }
        for source in buckets {
            guard let rule = source.replication, let target = bucket(rule.target) else { continue }
            for bucket in [source, target] where !bucket.isVersioned {
                fields.fail(
                    "buckets",
                    ScalarError(
                        .invalidValue,
                        "`\(source.name)` is copied to `\(target.name)`, but `\(bucket.name)` keeps no "
                            + "versions",
                        help: "add `versioned: true`"))
            }
        }
    }
}

extension StoragePlan.Bucket {
    /// An item of `buckets`.
    fileprivate init(_ fields: FieldReader, account: String) {
        self.init(
            name: fields.define("name", .bucket), region: RegionID(fields.refer("region", to: .region)),
            account: fields.optional("account", .text) ?? account,
            isVersioned: fields.optional("versioned", .flag) ?? false,
            lock: fields.optionalMapping("lock", "a lock") { ObjectLock($0) },
            key: fields.optionalRefer("key", to: .encryptionKey),
            replication: fields.optionalMapping("replicate", "a replication") { ReplicationRule($0) },
            source: fields.required("source", .text))
        if lock != nil, !isVersioned {
            fields.fail(
                "lock",
                ScalarError(
                    .invalidValue, "a bucket that keeps no versions cannot lock them",
                    help: "add `versioned: true`"))
        }
    }
}

extension ObjectLock {
    /// A bucket's `lock`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            mode: fields.required("mode", .choice), retention: fields.required("retention", .positiveSpan))
    }
}

extension ReplicationRule {
    /// A bucket's `replicate`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            target: fields.refer("to", to: .bucket),
            hasTimeControl: fields.optional("time_control", .flag) ?? false,
            key: fields.optionalRefer("key", to: .encryptionKey),
            copiesDeleteMarkers: fields.optional("delete_markers", .flag) ?? false)
    }
}

extension EncryptionKey {
    /// An item of `keys`.
    fileprivate init(_ fields: FieldReader, account: String) {
        self.init(
            id: fields.define("id", .encryptionKey), alias: fields.optional("alias", .text),
            account: fields.optional("account", .text) ?? account,
            region: RegionID(fields.refer("region", to: .region)),
            replicas: fields.referList("replicas", to: .region).map { RegionID($0) },
            source: fields.required("source", .text))
        if !replicas.isEmpty, !id.hasPrefix("mrk-"), !fields.hasFailed {
            fields.fail(
                "replicas",
                ScalarError(
                    .invalidValue, "the key `\(id)` was made for one region and cannot be replicated",
                    help: "ids of keys for several regions begin with `mrk-`; they are chosen at creation"))
        }
    }
}

extension StorageIdentity {
    /// An item of `identities`.
    fileprivate init(_ fields: FieldReader, account: String) {
        self.init(
            name: fields.define("name", .identity), account: fields.optional("account", .text) ?? account,
            grants: fields.mappings("grants", "a grant") { Grant($0) },
            source: fields.required("source", .text))
    }
}

extension StorageIdentity.Grant {
    /// An item of `grants`: actions on `buckets` and `keys`, or on everything of the account.
    fileprivate init(_ fields: FieldReader) {
        let isAll = fields.optional("everything", .flag) ?? false
        let names = fields.referList("buckets", to: .bucket) + fields.referList("keys", to: .encryptionKey)
        self.init(actions: fields.list("actions", of: .text), resources: isAll ? ["*"] : names)
        if resources.isEmpty || isAll && !names.isEmpty, !fields.hasFailed {
            fields.fail(
                "actions",
                ScalarError(
                    .invalidValue, "a grant is for some `buckets` and `keys`, or for `everything`"))
        }
    }
}

extension StoragePlan.Volume {
    /// An item of `volumes`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            id: fields.define("id", .volume), region: RegionID(fields.refer("region", to: .region)),
            claim: fields.required("claim", .text), size: fields.required("size", .bytes),
            source: fields.required("source", .text))
    }
}
