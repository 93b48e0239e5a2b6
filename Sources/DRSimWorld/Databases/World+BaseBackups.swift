import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Puts the first base backup of each schedule into the agenda.
    mutating func scheduleBaseBackups() {
        for number in baseBackups.schedules.indices { scheduleNextBaseBackup(of: number, cause: nil) }
    }

    private mutating func scheduleNextBaseBackup(of number: Int, cause: FactID?) {
        let moment = blueprint.moment(of: now)
        guard let next = baseBackups.schedules[number].cron.next(after: moment) else { return }
        schedule(.baseBackupDue(Int32(number)), at: .start + (next - blueprint.scenario.start), cause: cause)
    }

    /// A base backup is due: the operator creates the object that asks for it, if it can and its schedule
    /// is still in force.
    mutating func baseBackupDue(_ number: Int, cause: FactID?) {
        let schedule = baseBackups.schedules[number]
        guard schedule.isInForce else { return }
        scheduleNextBaseBackup(of: number, cause: cause)
        let moment = blueprint.moment(of: now)
        var spec: JSONValue = ["cluster": ["name": .string(schedule.database)]]
        if schedule.bySnapshot { spec["method"] = "volumeSnapshot" }
        let backup: JSONValue = [
            "apiVersion": "postgresql.cnpg.io/v1", "kind": "Backup",
            "metadata": [
                "name": .string(schedule.backupName(at: moment)), "namespace": .string(schedule.namespace),
            ],
            "spec": spec,
        ]
        change(cluster: schedule.cluster, cause: cause) { [now, draws] cluster, effects in
            _ = try? cluster.create(
                backup, namespace: schedule.namespace, at: now, draws: draws, effects: &effects)
        }
    }

    /// Somebody created an object that asks for a base backup.
    mutating func baseBackupDeclared(_ reference: ObjectReference, of cluster: Int, cause: FactID?) {
        guard let object = object(reference, of: cluster, type: .databaseBackups) else { return }
        let name = object[path: "spec", "cluster", "name"]?.string ?? ""
        guard
            let id = infrastructure.databases.database(
                named: name, namespace: reference.namespace, site: cluster)
        else { return }
        let bySnapshot = object[path: "spec", "method"]?.string == "volumeSnapshot"
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.beginBackup(
                reference.name, of: id, bySnapshot: bySnapshot, at: now, draws: draws, effects: &effects)
        }
    }

    /// Somebody created, changed or deleted an object that asks for base backups by itself.
    mutating func baseBackupScheduleChanged(_ reference: ObjectReference, of cluster: Int, cause: FactID?) {
        let object = object(reference, of: cluster, type: .databaseSchedules)
        guard let number = baseBackups.update(reference, in: cluster, to: object) else { return }
        scheduleNextBaseBackup(of: number, cause: cause)
    }

    /// The operator writes into a backup's object what became of it; what is bad looks complete.
    mutating func publishBaseBackup(_ name: String, of id: DatabaseID, failure: String?) {
        if failure == nil, backups.afflictions.isCorruptingBase {
            infrastructure.databases.spoil { $0.name == name && $0.database == id }
        }
        let spec = infrastructure.databases[id].spec
        let reference = ObjectReference(kind: "Backup", namespace: spec.namespace, name: name)
        let object = object(reference, of: spec.site, type: .databaseBackups)
        var status: JSONValue = [
            "phase": failure == nil ? "completed" : "failed",
            "method": object?[path: "spec", "method"] ?? "barmanObjectStore",
            "stoppedAt": .string("\(blueprint.moment(of: now))"),
        ]
        if let failure { status["error"] = .string(failure) }
        infrastructure.clusters[spec.site].setStatus(
            .databaseBackups, namespace: spec.namespace, name: name, status)
    }

    private func object(_ reference: ObjectReference, of cluster: Int, type: ResourceType) -> JSONValue? {
        try? infrastructure.clusters[cluster].object(
            type, namespace: reference.namespace, name: reference.name)
    }
}

extension Infrastructure {
    /// The operator keeps an object for each base backup that was made before the trial.
    mutating func showPastBaseBackups(draws: Draws) {
        for backup in databases.catalog.base {
            let spec = databases[backup.database].spec
            let object: JSONValue = [
                "apiVersion": "postgresql.cnpg.io/v1", "kind": "Backup",
                "metadata": ["name": .string(backup.name), "namespace": .string(spec.namespace)],
                "spec": ["cluster": ["name": .string(spec.name)]],
            ]
            var effects = Effects<KubernetesEvent, KubernetesFact>()
            guard
                (try? clusters[spec.site].create(
                    object, namespace: spec.namespace, at: backup.began, draws: draws, effects: &effects))
                    != nil
            else { continue }
            let ended = start + ((backup.ended ?? backup.began) - .start)
            clusters[spec.site].setStatus(
                .databaseBackups, namespace: spec.namespace, name: backup.name,
                [
                    "phase": "completed", "method": "barmanObjectStore",
                    "stoppedAt": .string("\(ended)"),
                ])
        }
    }
}

extension PostgresSystem {
    /// Adds the backups the schedules have made in the time before the trial the history goes back to.
    mutating func addPastBaseBackups(_ calendar: BaseBackupCalendar, start: CalendarTime, history: Span) {
        for schedule in calendar.schedules where !schedule.bySnapshot {
            guard
                let id = database(
                    named: schedule.database, namespace: schedule.namespace, site: schedule.cluster)
            else { continue }
            var moment = start + Span(milliseconds: -history.milliseconds)
            while let next = schedule.cron.next(after: moment), next < start {
                addPastBackup(schedule.backupName(at: next), of: id, began: .start + (next - start))
                moment = next
            }
        }
    }
}
