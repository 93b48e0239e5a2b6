import DRSimKernel
import DRSimUnits

// Replication is the store's own: it copies versions as they are, bad ones too, after a drawn lag. What
// was not copied when a store was lost is not there.

extension Cloud {
    private func quantity(of rule: StorageConfiguration.Replication) -> Quantity {
        rule.hasTimeControl ? timings.storage.timedReplication : timings.storage.replication
    }

    /// Starts the copy of a version by its bucket's rule, if there is one that holds for it.
    mutating func replicate(
        _ version: ObjectVersion, at address: ObjectAddress, from bucket: Int, at now: Instant,
        draws: Draws, effects: inout CloudEffects
    ) {
        guard let rule = storage.buckets[bucket].configuration.replication,
            let target = storage.index(ofBucket: rule.target),
            version.key == nil || rule.replicaKey != nil
        else { return }
        storage.buckets[bucket].change(version.id, of: address.key) { $0.replication = .pending }
        storage.transfers.append(
            Transfer(source: bucket, key: address.key, version: version.id, target: target))
        startTransfer(storage.transfers.count - 1, at: now, draws: draws, effects: &effects)
    }

    private mutating func startTransfer(
        _ index: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        let transfer = storage.transfers[index]
        let source = storage.buckets[transfer.source]
        guard let rule = source.configuration.replication else { return }
        let stream = StreamName("copy of \(source.name)/\(transfer.key) \(transfer.version)")
        let lag = quantity(of: rule).span(draws, of: stream, ordinal: transfer.starts)
        storage.transfers[index].isStalled = false
        storage.transfers[index].starts += 1
        effects.schedule(.objectIsCopied(transfer: Int32(index)), at: now + lag)
    }

    /// A copy arrives, unless what it comes from or goes to is out: then it waits.
    mutating func finishTransfer(_ index: Int, at now: Instant, effects: inout CloudEffects) {
        let transfer = storage.transfers[index]
        guard canRun(transfer) else {
            storage.transfers[index].isStalled = true
            return
        }
        let source = storage.buckets[transfer.source]
        guard let rule = source.configuration.replication,
            let version = source.version(transfer.version, of: transfer.key)
        else { return }
        storage.buckets[transfer.source].change(version.id, of: transfer.key) { $0.replication = .completed }
        storage.buckets[transfer.target].add(
            replica(of: version, from: source, to: transfer.target, at: now), to: transfer.key,
            below: storage.versions(after: index))
        effects.record(
            .objectReplicated(
                ObjectAddress(source.name, transfer.key), to: storage.buckets[transfer.target].name,
                waitedOn: quantity(of: rule).id))
    }

    /// A copy keeps the version's id and its own instant of arrival, and is locked as its bucket has it.
    func replica(
        of version: ObjectVersion, from source: Bucket, to target: Int, at now: Instant
    ) -> ObjectVersion {
        let bucket = storage.buckets[target]
        let key =
            version.key == nil
            ? bucket.configuration.defaultKey : source.configuration.replication?.replicaKey
        return ObjectVersion(
            id: bucket.configuration.isVersioned ? version.id : "null", storedAt: now, size: version.size,
            content: version.content, key: version.isDeleteMarker ? nil : key,
            retainedUntil: version.isDeleteMarker
                ? nil : bucket.retention(from: now) ?? version.retainedUntil,
            replication: .replica)
    }

    private func canRun(_ transfer: Transfer) -> Bool {
        let (source, target) = (storage.buckets[transfer.source], storage.buckets[transfer.target])
        let (from, to) = (source.configuration.region, target.configuration.region)
        let key = source.configuration.replication?.replicaKey
        let original = source.version(transfer.version, of: transfer.key)?.key
        return isObjectStoreUp(from) && isObjectStoreUp(to)
            && (from == to || !links.isCut(from: .region(from), to: .region(to)))
            && (key.map { storage.keys.isUsable($0, in: to) } ?? true)
            && (original.map { storage.keys.isUsable($0, in: from) } ?? true)
    }

    /// What waited for a store, a key or a link is tried again.
    mutating func resumeTransfers(at now: Instant, draws: Draws, effects: inout CloudEffects) {
        for index in storage.transfers.indices where storage.transfers[index].isStalled {
            guard canRun(storage.transfers[index]) else { continue }
            startTransfer(index, at: now, draws: draws, effects: &effects)
        }
    }
}
