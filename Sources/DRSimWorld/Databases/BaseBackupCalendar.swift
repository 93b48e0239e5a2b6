import DRSimDocument
import DRSimKubernetes
import DRSimPostgres
import DRSimUnits

/// What asks for base backups by itself: the `ScheduledBackup` objects of the clusters, as they are and as
/// they were before somebody changed them.
struct BaseBackupCalendar: Sendable {
    private(set) var schedules: [Schedule] = []

    /// One `ScheduledBackup`.
    struct Schedule: Hashable, Sendable {
        let cluster: Int
        let namespace: String
        let name: String
        let database: String
        let cron: CronSchedule
        let bySnapshot: Bool
        /// Whether the object still says so; one that was changed, suspended or deleted asks for no more.
        var isInForce = true
    }

    init() {}

    /// The schedules of the clusters as they are at the start.
    init(in clusters: [KubernetesCluster]) {
        for (index, cluster) in clusters.enumerated() {
            for object in (try? cluster.objects(.databaseSchedules, namespace: nil)) ?? [] {
                _ = update(ObjectReference(object), in: index, to: object)
            }
        }
    }

    /// Takes over what became of an object; `nil` for one that is gone.
    ///
    /// - Returns: the number of the schedule it is now, if it is another than before.
    mutating func update(_ reference: ObjectReference, in cluster: Int, to object: JSONValue?) -> Int? {
        let present = schedules.firstIndex {
            $0.isInForce && $0.cluster == cluster && $0.namespace == reference.namespace
                && $0.name == reference.name
        }
        let schedule = object.flatMap { Schedule(reference, in: cluster, $0) }
        if let present {
            guard schedules[present] != schedule else { return nil }
            schedules[present].isInForce = false
        }
        guard let schedule else { return nil }
        schedules.append(schedule)
        return schedules.count - 1
    }
}

extension BaseBackupCalendar.Schedule {
    /// What an object asks for; `nil` for one that is suspended.
    fileprivate init?(_ reference: ObjectReference, in cluster: Int, _ object: JSONValue) {
        guard object[path: "spec", "suspend"]?.bool != true,
            let cron = object[path: "spec", "schedule"]?.string.flatMap({ try? CronSchedule($0) }),
            let database = object[path: "spec", "cluster", "name"]?.string
        else { return nil }
        self.init(
            cluster: cluster, namespace: reference.namespace, name: reference.name, database: database,
            cron: cron, bySnapshot: object[path: "spec", "method"]?.string == "volumeSnapshot")
    }

    /// The name of the backup that is due at a moment: the schedule's with the moment's digits.
    func backupName(at moment: CalendarTime) -> String { "\(name)-\(moment.digits)" }
}
