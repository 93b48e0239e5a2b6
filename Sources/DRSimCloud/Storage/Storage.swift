import DRSimUnits

/// All that a cloud keeps: buckets, keys, snapshots, and who reaches them.
struct Storage: Sendable {
    var buckets: [Bucket]
    var keys: KeyRing
    let identities: [Identity]
    /// What identities prove by who they are, oldest first.
    var accessKeys: [AccessKey]
    let volumes: [StorageConfiguration.Volume]
    var snapshots: [Snapshot] = []
    /// Copies under way by the buckets' rules; events name them by index.
    var transfers: [Transfer] = []
    /// The faults that keep each region's object store down.
    var storeFaults: [Int]

    init(_ configuration: StorageConfiguration, regionCount: Int) {
        buckets = configuration.buckets.map { Bucket($0) }
        keys = KeyRing(configuration.keys)
        (identities, volumes) = (configuration.identities, configuration.volumes)
        accessKeys = identities.map { AccessKey(number: 0, of: $0.name, createdAt: .start - .days(365)) }
        storeFaults = Array(repeating: 0, count: regionCount)
    }

    func index(ofBucket name: String) -> Int? { buckets.firstIndex { $0.name == name } }
}

/// A version on its way to another bucket.
struct Transfer: Hashable, Sendable {
    let source: Int
    let key: String
    let version: String
    let target: Int
    /// How often it was started; the ordinal of the next draw.
    var starts: UInt32 = 0
    /// Whether it waits for a store, a key or a link to come back.
    var isStalled = false
}

/// What a deletion did.
package struct ObjectDeletion: Hashable, Sendable {
    /// The id of the version that was deleted or of the marker that was put; `nil` in a bucket without
    /// versions.
    package let version: String?
    /// Whether a marker was put, or taken away.
    package let isMarker: Bool
    /// Whether anything is other than before.
    package let hasEffect: Bool
}
