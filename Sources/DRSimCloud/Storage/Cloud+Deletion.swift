package import DRSimKernel
package import DRSimUnits
import OrderedCollections

extension Cloud {
    /// Deletes an object: for ever in a bucket without versions; in one with versions a marker hides it
    /// and the version named is what goes.
    @discardableResult
    package mutating func deleteObject(
        _ address: ObjectAddress, version: String? = nil, bypassesGovernance: Bool = false,
        as caller: Caller, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) throws(CloudError) -> ObjectDeletion {
        let bucket = try bucket(address.bucket, for: .deleteObject)
        let action = version == nil ? "s3:DeleteObject" : "s3:DeleteObjectVersion"
        try authorize(caller, action, bucket, key: address.key, for: .deleteObject)
        if let version {
            return try deleteVersion(
                version, of: address, in: bucket, bypassesGovernance: bypassesGovernance, as: caller, at: now,
                effects: &effects)
        }
        guard storage.buckets[bucket].configuration.isVersioned else {
            let isThere = storage.buckets[bucket].current(address.key) != nil
            storage.buckets[bucket].remove("null", of: address.key)
            if isThere { effects.record(.objectDeleted(address, isMarker: false)) }
            return ObjectDeletion(version: nil, isMarker: false, hasEffect: isThere)
        }
        let marker = ObjectVersion(
            id: storage.buckets[bucket].nextVersionID(address.key), storedAt: now, size: .zero, content: nil,
            key: nil, retainedUntil: nil)
        storage.buckets[bucket].add(marker, to: address.key)
        effects.record(.objectDeleted(address, isMarker: true))
        if storage.buckets[bucket].configuration.replication?.copiesDeleteMarkers == true {
            replicate(marker, at: address, from: bucket, at: now, draws: draws, effects: &effects)
        }
        return ObjectDeletion(version: marker.id, isMarker: true, hasEffect: true)
    }

    private mutating func deleteVersion(
        _ id: String, of address: ObjectAddress, in bucket: Int, bypassesGovernance: Bool,
        as caller: Caller, at now: Instant, effects: inout CloudEffects
    ) throws(CloudError) -> ObjectDeletion {
        guard let version = storage.buckets[bucket].version(id, of: address.key) else {
            return ObjectDeletion(version: id, isMarker: false, hasEffect: false)
        }
        if let end = version.retainedUntil, end > now {
            let mode = storage.buckets[bucket].configuration.lock?.mode
            guard mode != .compliance, bypassesGovernance else {
                throw CloudError(
                    .accessDenied, .deleteObject, "Access Denied because object protected by object lock.")
            }
            try authorize(
                caller, "s3:BypassGovernanceRetention", bucket, key: address.key, for: .deleteObject)
        }
        storage.buckets[bucket].remove(id, of: address.key)
        effects.record(.objectDeleted(address, isMarker: version.isDeleteMarker))
        return ObjectDeletion(version: id, isMarker: version.isDeleteMarker, hasEffect: true)
    }

    /// Deletes all a caller can reach, as a thief of its credentials would: versions where it may,
    /// otherwise objects; what is locked, or in a store that is out, stays.
    package mutating func deleteEverything(
        as caller: Caller, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) -> [BucketLoss] {
        storage.buckets.indices.compactMap { index in
            let bucket = storage.buckets[index]
            var loss = BucketLoss(bucket: bucket.name)
            for (key, versions) in bucket.objects {
                let address = ObjectAddress(bucket.name, key)
                for version in versions where !version.isDeleteMarker {
                    attempt(version, of: address, in: bucket, &loss, as: caller, at: now, draws, &effects)
                }
            }
            return bucket.objects.isEmpty ? nil : loss
        }
    }

    private mutating func attempt(
        _ version: ObjectVersion, of address: ObjectAddress, in bucket: Bucket, _ loss: inout BucketLoss,
        as caller: Caller, at now: Instant, _ draws: Draws, _ effects: inout CloudEffects
    ) {
        let id = bucket.configuration.isVersioned ? version.id : nil
        do throws(CloudError) {
            try deleteObject(
                address, version: id, bypassesGovernance: true, as: caller, at: now, draws: draws,
                effects: &effects)
            loss.deleted += 1
        } catch {
            guard id != nil, version == bucket.current(address.key) else {
                loss.kept += 1
                return
            }
            do throws(CloudError) {
                try deleteObject(address, as: caller, at: now, draws: draws, effects: &effects)
                loss.hidden += 1
            } catch {
                loss.kept += 1
            }
        }
    }
}

/// What became of a bucket whose objects somebody set out to delete.
package struct BucketLoss: Hashable, Sendable {
    /// The bucket's name.
    package let bucket: String
    /// Versions that are gone for ever.
    package internal(set) var deleted = 0
    /// Objects hidden behind a marker, whose versions are still there.
    package internal(set) var hidden = 0
    /// Versions that could not be touched.
    package internal(set) var kept = 0
}
