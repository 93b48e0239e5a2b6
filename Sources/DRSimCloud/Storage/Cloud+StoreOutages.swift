package import DRSimKernel
package import DRSimUnits
import OrderedCollections

extension Cloud {
    /// The object store of a region is out by a fault of its own; a second fault is counted.
    package mutating func objectStoreLost(
        _ region: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        changeStore(of: region, by: 1, at: now, draws: draws, effects: &effects)
    }

    /// One fault of a region's object store ends; it answers again after the last.
    package mutating func objectStoreReturned(
        _ region: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        changeStore(of: region, by: -1, at: now, draws: draws, effects: &effects)
    }

    private mutating func changeStore(
        of region: Int, by count: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        let wasUp = isObjectStoreUp(region)
        storage.storeFaults[region] += count
        precondition(
            storage.storeFaults[region] >= 0, "the store of region \(region) was mended once too often")
        tellStore(of: region, wasUp: wasUp, at: now, draws: draws, effects: &effects)
    }

    /// Records what became of a region's store, if anything did; copies go on with it.
    mutating func tellStore(
        of region: Int, wasUp: Bool, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        let isUp = isObjectStoreUp(region)
        guard isUp != wasUp else { return }
        effects.record(isUp ? .objectStoreReturned(region) : .objectStoreLost(region))
        if isUp { resumeTransfers(at: now, draws: draws, effects: &effects) }
    }
}

// What harness and world read and set as truth, past all refusals.

extension Cloud {
    /// Puts an object into a bucket as if it had been stored at an instant of the past, with its copy by
    /// the bucket's rule.
    package mutating func installObject(_ upload: ObjectUpload, at address: ObjectAddress, storedAt: Instant)
    {
        guard let index = storage.index(ofBucket: address.bucket) else {
            preconditionFailure("there is no bucket \(address.bucket) to install \(address.key) in")
        }
        let bucket = storage.buckets[index]
        let rule = bucket.configuration.replication
        let key = upload.key ?? bucket.configuration.defaultKey
        let isCopied = rule != nil && (key == nil || rule?.replicaKey != nil)
        let version = ObjectVersion(
            id: bucket.nextVersionID(address.key), storedAt: storedAt, size: upload.size,
            content: upload.content, key: key, retainedUntil: bucket.retention(from: storedAt),
            replication: isCopied ? .completed : nil)
        storage.buckets[index].add(version, to: address.key)
        guard isCopied, let target = rule.flatMap({ storage.index(ofBucket: $0.target) }) else { return }
        storage.buckets[target].add(
            replica(of: version, from: bucket, to: target, at: storedAt), to: address.key)
    }

    /// The newest version of an object that is no marker, hidden or not; `nil` where there is none.
    package func newestVersion(at address: ObjectAddress) -> ObjectVersion? {
        guard let index = storage.index(ofBucket: address.bucket) else { return nil }
        return storage.buckets[index].objects[address.key]?.last { !$0.isDeleteMarker }
    }

    /// Whether a version in a bucket can be read now: its store answers and its keys decrypt, the one it
    /// was sealed with in any region that is up.
    package func isReadable(_ version: ObjectVersion, in name: String) -> Bool {
        guard let bucket = bucket(named: name), let content = version.content,
            isObjectStoreUp(bucket.region)
        else { return false }
        let isDecrypted = version.key.map { isKeyUsable($0, in: bucket.region) } ?? true
        let isUnsealed =
            content.sealedWith.map { key in
                configuration.regions.indices.contains { isKeyUsable(key, in: $0) }
            } ?? true
        return isDecrypted && isUnsealed
    }
}
