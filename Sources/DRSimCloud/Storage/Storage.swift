import DRSimUnits

/// All that a cloud keeps: buckets, keys, snapshots, and who reaches them.
struct Storage: Sendable {
    var buckets: [Bucket]
    var keys: KeyRing
    let identities: [Identity]
    /// What identities prove by who they are, oldest first.
    var accessKeys: [AccessKey]
    /// How many access keys there ever were; numbers the next one.
    var accessKeysMade: Int
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
        accessKeysMade = accessKeys.count
        storeFaults = Array(repeating: 0, count: regionCount)
    }

    /// The versions of the same object that left for the same bucket after a transfer.
    func versions(after index: Int) -> [String] {
        let transfer = transfers[index]
        return transfers[(index + 1)...].filter {
            $0.source == transfer.source && $0.key == transfer.key && $0.target == transfer.target
        }
        .map(\.version)
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
