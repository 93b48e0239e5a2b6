import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Puts the first backup of each schedule into the agenda.
    mutating func scheduleBackups() {
        for number in backupSchedules.all.indices { scheduleNextBackup(of: number, cause: nil) }
    }

    private mutating func scheduleNextBackup(of number: Int, cause: FactID?) {
        let moment = blueprint.scenario.start + (now - .start)
        guard let next = backupSchedules.all[number].cron.next(after: moment) else { return }
        schedule(.backupDue(Int32(number)), at: .start + (next - blueprint.scenario.start), cause: cause)
    }

    /// A scheduled backup is due: the operator creates the object that asks for it, if it can.
    mutating func backupDue(_ number: Int, cause: FactID?) {
        let schedule = backupSchedules.all[number]
        scheduleNextBackup(of: number, cause: cause)
        let moment = blueprint.scenario.start + (now - .start)
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

    /// Somebody created an object that asks for a backup, or for backups from now on.
    mutating func backupDeclared(_ reference: ObjectReference, of cluster: Int, cause: FactID?) {
        guard let object = object(reference, of: cluster, type: Self.backupType) else { return }
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

    mutating func backupScheduleDeclared(_ reference: ObjectReference, of cluster: Int, cause: FactID?) {
        guard let object = object(reference, of: cluster, type: "scheduledbackups.postgresql.cnpg.io"),
            let number = backupSchedules.add(object, in: cluster)
        else { return }
        scheduleNextBackup(of: number, cause: cause)
    }

    /// The operator writes into a backup's object what became of it.
    mutating func publishBackup(_ name: String, of id: DatabaseID, failure: String?) {
        let spec = infrastructure.databases[id].spec
        guard let type = infrastructure.clusters[spec.site].resourceType(named: Self.backupType) else {
            return
        }
        var status: JSONValue = [
            "phase": failure == nil ? "completed" : "failed", "method": "barmanObjectStore",
            "stoppedAt": .string("\(blueprint.scenario.start + (now - .start))"),
        ]
        if let failure { status["error"] = .string(failure) }
        infrastructure.clusters[spec.site].setStatus(type, namespace: spec.namespace, name: name, status)
    }

    private static let backupType = "backups.postgresql.cnpg.io"

    private func object(_ reference: ObjectReference, of cluster: Int, type: String) -> JSONValue? {
        infrastructure.clusters[cluster].resourceType(named: type).flatMap {
            try? infrastructure.clusters[cluster].object(
                $0, namespace: reference.namespace, name: reference.name)
        }
    }
}

extension Infrastructure {
    /// The operator keeps an object for each base backup that was made before the trial.
    mutating func showPastBackups(draws: Draws) {
        for backup in databases.catalog.base {
            let spec = databases[backup.database].spec
            let object: JSONValue = [
                "apiVersion": "postgresql.cnpg.io/v1", "kind": "Backup",
                "metadata": ["name": .string(backup.name), "namespace": .string(spec.namespace)],
                "spec": ["cluster": ["name": .string(spec.name)]],
            ]
            var effects = Effects<KubernetesEvent, KubernetesFact>()
            guard let type = clusters[spec.site].resourceType(named: "backups.postgresql.cnpg.io"),
                (try? clusters[spec.site].create(
                    object, namespace: spec.namespace, at: backup.began, draws: draws, effects: &effects))
                    != nil
            else { continue }
            let ended = start + ((backup.ended ?? backup.began) - .start)
            clusters[spec.site].setStatus(
                type, namespace: spec.namespace, name: backup.name,
                [
                    "phase": "completed", "method": "barmanObjectStore",
                    "stoppedAt": .string("\(ended)"),
                ])
        }
    }
}

extension PostgresSystem {
    /// Adds the backups the schedules have made in the time before the trial the history goes back to.
    mutating func addPastBackups(_ schedules: BackupSchedules, start: CalendarTime, history: Span) {
        for schedule in schedules.all where !schedule.bySnapshot {
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
