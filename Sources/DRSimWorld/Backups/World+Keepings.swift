import DRSimCloud
import DRSimControl
import DRSimDocument
import DRSimKubernetes
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// What is left of the stores beside the database, each in the primary region: the original, unless the
    /// region is lost, and the copies that really lie somewhere.
    func keepings() -> [StoreKeeping] {
        blueprint.plan.stores.enumerated().filter { $0.element.kind != .postgres }.map { index, store in
            let home = blueprint.primaryRegion
            let loss = losses[home]
            var keeping =
                store.kind == .cache
                ? memory(of: store.id, in: home)
                : StoreKeeping(
                    store: store.id, struckAt: loss.since ?? loss.first, cause: loss.cause,
                    isThere: loss.since == nil)
            let lostAt = keeping.isThere ? nil : keeping.struckAt
            keeping.copies = copies(of: store, at: index, lostAt: lostAt)
            return keeping
        }
    }

    /// What is left of what a region holds in memory: it is gone with the region, and with each cache that
    /// keeps it, and does not come back with them.
    private func memory(of store: StoreID, in home: Int) -> StoreKeeping {
        let kept = caches.filter { $0.region == home && blueprint.plan.caches[$0.cache].store == store }
        let loss = losses[home]
        guard let first = kept.compactMap(\.loss).min(by: { $0.at < $1.at }),
            first.at < loss.first ?? .never
        else {
            return StoreKeeping(
                store: store, struckAt: loss.first, cause: loss.cause, isThere: loss.first == nil)
        }
        return StoreKeeping(store: store, struckAt: first.at, cause: first.cause, isThere: false)
    }

    /// The copies of a store, newest first; one that lacks what a rebuild needs is none.
    private func copies(of store: Store, at index: Int, lostAt: Instant?) -> [StoreKeeping.Copy] {
        let parts = blueprint.plan.backups.components.filter { $0.stores.contains(store.id) }
        let needed = blueprint.configuredKinds
        var copies = backups.saved.filter { saved in
            parts.contains { $0.name == saved.artefact.part }
                && saved.artefact.content.restoresSomething && !saved.artefact.isElsewhere
                && has(saved.artefact.content, needed)
        }
        .flatMap { saved in self.copies(of: saved) }
        copies += parts.compactMap { snapshots(of: $0) }
        copies += synchronised(store, at: index, until: lostAt ?? horizon).map { [$0] } ?? []
        // Of two copies of one moment the one that can be reached stands first.
        return copies.sorted {
            ($0.takenAt, $0.isAvailable ? 1 : 0, $0.site) > ($1.takenAt, $1.isAvailable ? 1 : 0, $1.site)
        }
    }

    /// Whether a copy of the configuration has each kind of object that production was set up with, in its
    /// namespace: a rebuild needs them all (F37). Secrets are a store of their own.
    private func has(_ content: BackupContent, _ needed: [String]) -> Bool {
        guard case .configuration(let exported) = content else { return true }
        let cluster = infrastructure.clusters[blueprint.primaryRegion]
        let saved = exported.compactMap { item in
            cluster.resourceType(named: item.kind).map { "\(item.namespace)/\($0.apiVersion)/\($0.kind)" }
        }
        return needed.allSatisfy(saved.contains)
    }

    /// What a part left behind, in its bucket and in the one it is copied to.
    private func copies(of saved: BackupSite.Saved) -> [StoreKeeping.Copy] {
        guard !saved.artefact.content.isRegional else { return [] }
        let address = saved.artefact.address
        return [address.bucket, saved.artefact.copyBucket].compactMap { $0 }.compactMap { bucket in
            let version = infrastructure.cloud.newestVersion(at: ObjectAddress(bucket, address.key))
            guard let version else { return nil }
            return StoreKeeping.Copy(
                takenAt: saved.startedAt, site: bucket,
                isAvailable: infrastructure.cloud.isReadable(version, in: bucket))
        }
    }

    /// The snapshots of a part's volumes, which stay in their region (C12): as old as the oldest of the
    /// newest of each volume.
    private func snapshots(of part: BackupComponent) -> StoreKeeping.Copy? {
        let claims = part.claims
        let volumes = infrastructure.cloud.volumes.filter { claims.contains($0.claim ?? "") }
        guard !volumes.isEmpty else { return nil }
        let newest = volumes.map { infrastructure.cloud.newestSnapshot(of: $0.id) }
        guard let oldest = newest.compactMap({ $0 }).min(by: { $0.startedAt < $1.startedAt }),
            !newest.contains(nil)
        else { return nil }
        return StoreKeeping.Copy(
            takenAt: oldest.startedAt, site: "snapshots in \(blueprint.regions[oldest.region].id)",
            isAvailable: infrastructure.cloud.isUp(region: oldest.region))
    }

    /// The copy that is brought up to date again and again, as often as the way there was open: it holds
    /// what the round before last found.
    private func synchronised(_ store: Store, at index: Int, until end: Instant) -> StoreKeeping.Copy? {
        guard let rule = store.synchronisation, let region = blueprint.region(rule.region) else { return nil }
        return StoreKeeping.Copy(
            takenAt: synchronisationPauses[index].roundBeforeLast(of: rule.every, by: end),
            site: "copy in \(rule.region)", isAvailable: infrastructure.cloud.isUp(region: region))
    }
}

extension Blueprint {
    /// The kinds of objects that production was set up with, each in its namespace.
    fileprivate var configuredKinds: [String] {
        plan.manifests.compactMap { manifest in
            guard manifest.origin == .installed(context: regions[primaryRegion].cluster.context),
                let version = manifest.object["apiVersion"]?.string,
                let kind = manifest.object["kind"]?.string, kind != "Secret",
                let namespace = manifest.object[path: "metadata", "namespace"]?.string
            else { return nil }
            return "\(namespace)/\(version)/\(kind)"
        }
    }
}
