package import DRSimKernel
package import DRSimUnits

extension Cloud {
    /// The volumes snapshots are taken of.
    package var volumes: [StorageConfiguration.Volume] { storage.volumes }

    /// Starts a snapshot of a volume. The content is the owner's number for the volume's state now.
    @discardableResult
    package mutating func createSnapshot(
        of volume: String, in region: Int, content: ObjectContent, text: String = "", key: String? = nil,
        as caller: Caller, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) throws(CloudError) -> Snapshot {
        try authorizeCompute(caller, "ec2:CreateSnapshot", volume, for: .createSnapshot)
        guard let source = storage.volumes.first(where: { $0.id == volume && $0.region == region }) else {
            throw CloudError(.noSuchVolume, .createSnapshot, "The volume '\(volume)' does not exist.")
        }
        let snapshot = Snapshot(
            id: nextSnapshotID, volume: volume, region: region, copiedFrom: nil, size: source.size,
            startedAt: now, content: content, key: key, text: text, state: .pending)
        let wait = timings.storage.snapshot.span(
            draws, of: StreamName("volume \(volume)"),
            ordinal: UInt32(storage.snapshots.count { $0.volume == volume }))
        storage.snapshots.append(snapshot)
        effects.schedule(.snapshotIsComplete(snapshot: Int32(storage.snapshots.count - 1)), at: now + wait)
        return snapshot
    }

    /// Starts the copy of a snapshot to another region, where a key of that region encrypts it.
    @discardableResult
    package mutating func copySnapshot(
        _ id: String, from source: Int, to target: Int, text: String = "", key: String? = nil,
        as caller: Caller, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) throws(CloudError) -> Snapshot {
        try authorizeCompute(caller, "ec2:CopySnapshot", id, for: .copySnapshot)
        guard isUp(region: source),
            let original = storage.snapshots.first(where: { $0.id == id && $0.region == source })
        else { throw CloudError(.noSuchSnapshot, .copySnapshot, "The snapshot '\(id)' does not exist.") }
        guard original.state == .completed else {
            throw CloudError(
                .incorrectState, .copySnapshot, "Snapshot is in invalid state - \(original.state.rawValue)")
        }
        var targetKey: String?
        if let key {
            targetKey = try checkKey(
                key, in: target, "kms:Encrypt", as: caller, for: .copySnapshot, inStore: false)
        }
        let copy = Snapshot(
            id: nextSnapshotID, volume: "vol-ffffffff", region: target, copiedFrom: source,
            size: original.size, startedAt: original.startedAt, content: original.content, key: targetKey,
            text: text,
            state: .pending)
        let wait = timings.storage.snapshotCopyRate.span(
            for: original.size, draws,
            of: StreamName("snapshot \(id) to \(configuration.regions[target].name)"), ordinal: 0)
        storage.snapshots.append(copy)
        effects.schedule(.snapshotIsComplete(snapshot: Int32(storage.snapshots.count - 1)), at: now + wait)
        return copy
    }

    /// The snapshots of a region, in the order in which they were taken.
    package func snapshots(in region: Int) -> [Snapshot] { storage.snapshots.filter { $0.region == region } }

    /// The snapshots of a region as its API tells a caller of them.
    package func describeSnapshots(
        _ ids: [String], in region: Int, as caller: Caller
    ) throws(CloudError) -> [Snapshot] {
        try authorizeCompute(caller, "ec2:DescribeSnapshots", "*", for: .describeSnapshots)
        let all = snapshots(in: region)
        for id in ids where !all.contains(where: { $0.id == id }) {
            throw CloudError(.noSuchSnapshot, .describeSnapshots, "The snapshot '\(id)' does not exist.")
        }
        return ids.isEmpty ? all : all.filter { ids.contains($0.id) }
    }

    /// Puts a complete snapshot into a region as if it had been taken at an instant of the past.
    package mutating func installSnapshot(of volume: String, content: ObjectContent, takenAt: Instant) {
        guard let source = storage.volumes.first(where: { $0.id == volume }) else {
            preconditionFailure("there is no volume \(volume) to have had a snapshot")
        }
        storage.snapshots.append(
            Snapshot(
                id: nextSnapshotID, volume: volume, region: source.region, copiedFrom: nil,
                size: source.size, startedAt: takenAt, content: content, key: nil, text: "", state: .completed
            ))
    }

    /// The newest complete snapshot of a volume in its own region: copies have another volume's id.
    package func newestSnapshot(of volume: String) -> Snapshot? {
        storage.snapshots.last { $0.volume == volume && $0.state == .completed }
    }

    /// A snapshot is complete, unless its region is lost, or the one it is copied from.
    mutating func finishSnapshot(_ index: Int, effects: inout CloudEffects) {
        let (region, origin) = (storage.snapshots[index].region, storage.snapshots[index].copiedFrom)
        let isDone = isUp(region: region) && origin.map { isUp(region: $0) } ?? true
        storage.snapshots[index].state = isDone ? .completed : .error
        guard isDone else { return }
        effects.record(
            .snapshotCompleted(
                storage.snapshots[index],
                waitedOn: origin == nil ? timings.storage.snapshot.id : timings.storage.snapshotCopyRate.id))
    }

    private var nextSnapshotID: String {
        "snap-0" + StreamDigits.hexadecimal("snapshot \(storage.snapshots.count)")
    }

    private func authorizeCompute(
        _ caller: Caller, _ action: String, _ resource: String, for operation: CloudError.Operation
    ) throws(CloudError) {
        guard let name = caller.name else { return }
        let account = storage.identities.first { $0.name == name }?.account ?? ""
        do throws(CloudError) {
            try authorize(caller, action, resource: resource, of: account, named: resource, for: operation)
        } catch {
            guard error.code == .accessDenied else { throw error }
            throw CloudError(
                .unauthorized, operation,
                "You are not authorized to perform this operation. User: arn:aws:iam::\(account):user/"
                    + "\(name) is not authorized to perform: \(action) because no identity-based policy "
                    + "allows the \(action) action")
        }
    }
}
