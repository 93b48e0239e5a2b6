import DRSimCloud
import DRSimKernel
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Tells each database whether its archive can take its log, after something in the cloud changed.
    mutating func updateArchives(cause: FactID?) {
        let cloud = infrastructure.cloud
        for index in infrastructure.databases.databases.indices {
            let id = DatabaseID(index)
            guard let policy = infrastructure.databases[id].spec.backup else { continue }
            let isReachable = cloud.keepsArchive(policy, of: infrastructure.databases[id].spec.site)
            changeDatabases(cause: cause) { [now, draws] databases, effects in
                databases.archiveReachable(id, isReachable, at: now, draws: draws, effects: &effects)
            }
        }
    }
}

extension Cloud {
    /// Whether an archive can be read and written from a region: its store answers, the way there is open,
    /// and the key its bucket is encrypted with can be used (C13). A bucket nobody described stands in
    /// the region that asks.
    func keepsArchive(_ policy: BackupPolicy, of region: Int) -> Bool {
        let prefix = "s3://"
        guard policy.destination.hasPrefix(prefix) else { return false }
        let name = String(policy.destination.dropFirst(prefix.count).prefix { $0 != "/" })
        guard let bucket = bucket(named: name) else { return isUp(region: region) }
        let isOpen = bucket.region == region || isReachable(from: .region(region), to: .region(bucket.region))
        let isReadable = bucket.defaultKey.map { isKeyUsable($0, in: bucket.region) } ?? true
        return isOpen && isObjectStoreUp(bucket.region) && isReadable
    }
}
