import DRSimDocument
import DRSimKubernetes
import DRSimPostgres
import DRSimUnits

extension JSONValue {
    /// Where a database's object says that its backups and its log go, and how long they are kept.
    var backupPolicy: BackupPolicy? {
        guard let store = self[path: "spec", "backup", "barmanObjectStore"] else { return nil }
        let name = self[path: "metadata", "name"]?.string ?? ""
        return store.objectStore(
            server: name,
            window: self[path: "spec", "backup", "retentionPolicy"]?.string.flatMap(Span.init(retention:)))
    }

    private func objectStore(server: String, window: Span?) -> BackupPolicy? {
        self["destinationPath"]?.string.map {
            BackupPolicy(
                destination: $0, server: self["serverName"]?.string ?? server, window: window)
        }
    }

    /// What a database's object says it is to be made from.
    ///
    /// - Parameter address: where the database behind a server is that it names.
    func bootstrap(start: CalendarTime, address: (_ server: String) -> DatabaseAddress) -> Bootstrap {
        let methods = self[path: "spec", "bootstrap"]
        if let name = methods?[path: "pg_basebackup", "source"]?.string {
            return .clone(of: address(name))
        }
        guard let recovery = methods?["recovery"] else { return .empty }
        return .recovery(recoverySource(recovery), Self.target(recovery["recoveryTarget"], start: start))
    }

    private func recoverySource(_ recovery: JSONValue) -> RecoverySource {
        if let name = recovery[path: "backup", "name"]?.string { return .backup(name) }
        if let name = recovery[path: "volumeSnapshots", "storage", "name"]?.string { return .snapshots(name) }
        let name = recovery["source"]?.string ?? ""
        let store = server(named: name)?["barmanObjectStore"]?.objectStore(server: name, window: nil)
        return .objectStore(store ?? BackupPolicy(destination: "", server: name, window: nil))
    }

    private func server(named name: String) -> JSONValue? {
        self[path: "spec", "externalClusters"]?.array?.first { $0["name"]?.string == name }
    }

    private static func target(_ target: JSONValue?, start: CalendarTime) -> RecoveryTarget {
        guard let target else { return .latest }
        if let moment = target["targetTime"]?.string.flatMap(CalendarTime.init(recoveryTarget:)) {
            return .time(.start + (moment - start), isExclusive: target["exclusive"]?.bool ?? false)
        }
        if let position = target["targetLSN"]?.string.flatMap(ByteCount.init(location:)) {
            return .position(position)
        }
        if target["targetImmediate"]?.bool == true { return .immediate }
        // Transactions and restore points have no names here: a point that is never reached.
        let points = ["targetTime", "targetLSN", "targetName", "targetXID"]
        return points.allSatisfy { (target[$0]?.string ?? "").isEmpty } ? .latest : .position(ByteCount(.max))
    }
}

extension Span {
    /// Reads a recovery window: `30d`, `4w`, `3m`.
    fileprivate init?(retention text: String) {
        let days: [Character: Int64] = ["d": 1, "w": 7, "m": 30]
        guard let last = text.last, let unit = days[last], !text.dropLast().isEmpty,
            text.dropLast().allSatisfy({ ("0"..."9").contains($0) })
        else { return nil }
        let count = Int64(text.dropLast()) ?? .max
        // A window longer than a hundred years keeps everything all the same.
        self = .days(min(count, 36_525) * unit)
    }
}
