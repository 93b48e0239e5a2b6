import DRSimDocument
import DRSimKubernetes
import DRSimPostgres
import DRSimUnits

/// What asks for base backups by itself: the `ScheduledBackup` objects of the clusters.
struct BackupSchedules: Sendable {
    private(set) var all: [Schedule] = []

    /// One `ScheduledBackup`.
    struct Schedule: Hashable, Sendable {
        let cluster: Int
        let namespace: String
        let name: String
        let database: String
        let cron: CronSchedule
        let bySnapshot: Bool
    }

    init() {}

    /// The schedules of the clusters as they are at the start.
    init(in clusters: [KubernetesCluster]) {
        for (index, cluster) in clusters.enumerated() {
            guard let type = cluster.resourceType(named: "scheduledbackups.postgresql.cnpg.io"),
                let objects = try? cluster.objects(type, namespace: nil)
            else { continue }
            for object in objects { _ = add(object, in: index) }
        }
    }

    /// Adds a schedule and returns its number; `nil` for one that is suspended or makes no sense.
    mutating func add(_ object: JSONValue, in cluster: Int) -> Int? {
        let reference = ObjectReference(object)
        guard object[path: "spec", "suspend"]?.bool != true,
            let cron = object[path: "spec", "schedule"]?.string.flatMap(CronSchedule.init),
            let database = object[path: "spec", "cluster", "name"]?.string
        else { return nil }
        all.append(
            Schedule(
                cluster: cluster, namespace: reference.namespace, name: reference.name, database: database,
                cron: cron, bySnapshot: object[path: "spec", "method"]?.string == "volumeSnapshot"))
        return all.count - 1
    }
}

extension BackupSchedules.Schedule {
    /// The name of the backup that is due at a moment: the schedule's with the moment's digits.
    func backupName(at moment: CalendarTime) -> String {
        let digits = "\(moment)".prefix(19).filter(\.isNumber)
        return "\(name)-\(digits)"
    }
}
