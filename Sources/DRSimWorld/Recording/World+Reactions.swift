import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// What something in the cloud means for clusters and databases.
    mutating func react(to fact: CloudFact, cause: FactID?) {
        if fact.isOfObjects { return }
        switch fact {
        case .regionLost(let region): siteChanged(region, isUp: false, cause: cause)
        case .regionReturned(let region): siteChanged(region, isUp: true, cause: cause)
        case .nodeStopped(let node):
            change(cluster: node.region, cause: cause) { [now, draws] cluster, effects in
                cluster.nodeStopped(node.name, at: now, draws: draws, effects: &effects)
            }
        case .nodeReturned(let node):
            change(cluster: node.region, cause: cause) { [now, draws] cluster, effects in
                cluster.nodeReturned(node.name, at: now, draws: draws, effects: &effects)
            }
        case .nodeReady(let node, _):
            let zone = blueprint.regions[node.region].zones[node.zone].name
            change(cluster: node.region, cause: cause) { [now, draws] cluster, effects in
                cluster.nodeJoined(
                    node.name, zone: zone, milliCPU: node.milliCPU, memory: node.memory, at: now,
                    draws: draws, effects: &effects)
            }
        case .nodeRemoved(let node):
            change(cluster: node.region, cause: cause) { [now, draws] cluster, effects in
                cluster.nodeRemoved(node.name, at: now, draws: draws, effects: &effects)
            }
        case .linkCut(.region(let one), .region(let other)):
            linkChanged(one, other, isUp: false, cause: cause)
        case .linkHealed(.region(let one), .region(let other)):
            linkChanged(one, other, isUp: true, cause: cause)
        case .dnsChanged:
            for region in blueprint.regions.indices { considerNames(of: region, cause: cause) }
        case .dnsPropagated: lookUpNames()
        case .linkQualityChanged(.region(let one), .region(let other)):
            linkQualityChanged(one, other, cause: cause)
        default: break
        }
        updateArchives(cause: cause)
    }

    /// What something in a cluster means for the databases whose pods it runs.
    mutating func react(to fact: KubernetesFact, of cluster: Int, cause: FactID?) {
        switch fact {
        case .podsLost(_, let pods):
            if pods.contains(where: \.isDatabaseOperator) { updateControlPlane(of: cluster, cause: cause) }
            for pod in pods { instanceChanged(pod, of: cluster, isRunning: false, cause: cause) }
        case .podReady(let pod, _, _):
            if pod.isDatabaseOperator { updateControlPlane(of: cluster, cause: cause) }
            instanceChanged(pod, of: cluster, isRunning: true, cause: cause)
            if pod.owner.kind == DatabaseSpec.kind { jobPodReady(pod, of: cluster, cause: cause) }
        case .objectChanged(let object, _) where object.kind == DatabaseSpec.kind:
            databaseObjectChanged(object, of: cluster, cause: cause)
        case .objectChanged(let object, _) where object.kind == "Secret":
            considerCertificate(in: object, of: cluster, cause: cause)
        case .objectChanged(let object, "created") where object.kind == "Backup":
            baseBackupDeclared(object, of: cluster, cause: cause)
        case .objectChanged(let object, _) where object.kind == "ScheduledBackup":
            baseBackupScheduleChanged(object, of: cluster, cause: cause)
        case .objectChanged(let object, "created") where object.kind == "VolumeSnapshot":
            volumeSnapshotDeclared(object, of: cluster, cause: cause)
        default: break
        }
    }
}

extension World {
    /// A region stops or returns as a whole: its API server, its operator, its databases, and the
    /// controller if it runs there.
    private mutating func siteChanged(_ region: Int, isUp: Bool, cause: FactID?) {
        updateControlPlane(of: region, cause: cause)
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            if isUp {
                databases.siteReturned(region, at: now, draws: draws, effects: &effects)
            } else {
                databases.siteLost(region, at: now, draws: draws, effects: &effects)
            }
        }
        if controllerSite == .region(region) { controllerProcess(isUp: isUp, cause: cause) }
        if isUp {
            for region in blueprint.regions.indices { considerNames(of: region, cause: cause) }
        }
        if blueprint.backupSite == .region(region) { backupProcess(isUp: isUp) }
        losses[region].note(isUp: isUp, at: now, cause: cause)
        noteSynchronisations()
    }

    private mutating func linkChanged(_ one: Int, _ other: Int, isUp: Bool, cause: FactID?) {
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.link(from: one, to: other, isUp: isUp, at: now, draws: draws, effects: &effects)
        }
        noteSynchronisations()
    }

    /// A link between regions became better or worse: what is streamed over it is later by half of what
    /// there and back takes longer, and as slow as one connection on it (C14).
    private mutating func linkQualityChanged(_ one: Int, _ other: Int, cause: FactID?) {
        let quality = infrastructure.cloud.quality(between: .region(one), and: .region(other))
        let rate = quality.bytesPerSecond(
            roundTrip: quality.loss == .none
                ? .zero : roundTrip(between: one, and: other) - quality.latency)
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.link(
                between: one, and: other, delay: Span(milliseconds: quality.latency.milliseconds / 2),
                bytesPerSecond: rate, at: now,
                draws: draws, effects: &effects)
        }
    }

    private mutating func instanceChanged(
        _ pod: PodReference, of cluster: Int, isRunning: Bool, cause: FactID?
    ) {
        guard
            let place = infrastructure.databases.instance(
                pod: pod.name, namespace: pod.namespace, site: cluster)
        else { return }
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            if isRunning {
                databases.instanceReturned(
                    place.database, ordinal: place.ordinal, at: now, draws: draws, effects: &effects)
            } else {
                databases.instanceStopped(
                    place.database, ordinal: place.ordinal, reason: .nodeLost, at: now, draws: draws,
                    effects: &effects)
            }
        }
    }
}

extension World {
    /// The operator looks at a database's object that somebody changed (A3, A13, A23): fencing, a target
    /// primary in its status, a replica cluster told to stand alone, or a database told to follow another.
    private mutating func databaseObjectChanged(
        _ reference: ObjectReference, of cluster: Int, cause: FactID?
    ) {
        let id = infrastructure.databases.database(
            named: reference.name, namespace: reference.namespace, site: cluster)
        let object = try? infrastructure.clusters[cluster].object(
            .databaseClusters, namespace: reference.namespace, name: reference.name)
        switch (id, object) {
        case (let id?, let object?): steer(id, by: object, cause: cause)
        case (nil, let object?): databaseDeclared(object, in: cluster, cause: cause)
        case (let id?, nil): databaseDeleted(id, cause: cause)
        case (nil, nil): break
        }
    }

    private mutating func steer(_ id: DatabaseID, by object: JSONValue, cause: FactID?) {
        considerVolume(of: id, by: object, cause: cause)
        let site = infrastructure.databases[id].spec.site
        let address = blueprint.plan.topology.replicaSource(of: object, in: site)
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            let source = address.flatMap { databases.database(at: $0) }
            // What is to follow takes no writes any more when its fence falls.
            databases.demote(id, toFollow: source, at: now, draws: draws, effects: &effects)
            databases.fence(id, object.isFenced, at: now, draws: draws, effects: &effects)
            if databases[id].isReplica, address == nil {
                databases.promoteReplicaCluster(id, at: now, draws: draws, effects: &effects)
            }
            if let target = object[path: "status", "targetPrimary"]?.string {
                databases.switchOver(id, to: target, at: now, draws: draws, effects: &effects)
            }
        }
    }

    /// What something among the databases means for the objects that show them: the labels their
    /// services select by, and the status the operator writes.
    mutating func react(to fact: PostgresFact, cause: FactID?) {
        switch fact {
        case .promoted(let id, let instance, _, _, _), .designated(let id, let instance, _):
            label(primary: instance, of: id)
        case .restored(_, _, _, .dump): break
        case .restored(let id, _, _, _): databaseEstablished(id, cause: cause)
        case .archiving(let id, isWorking: false): considerArchive(of: id, cause: cause)
        case .backupCompleted(let id, let name): publishBaseBackup(name, of: id, failure: nil)
        case .backupFailed(let id, let name, let reason): publishBaseBackup(name, of: id, failure: reason)
        default: break
        }
        for index in infrastructure.databases.databases.indices { publishStatus(of: DatabaseID(index)) }
    }

    /// The operator labels the pods of a database by their roles.
    private mutating func label(primary instance: String, of id: DatabaseID) {
        let database = infrastructure.databases[id]
        for other in database.instances {
            infrastructure.clusters[database.spec.site].setLabel(
                KubernetesCluster.roleLabel, other.pod == instance ? "primary" : "replica", ofPod: other.pod,
                namespace: database.spec.namespace)
        }
    }

    /// The operator writes what it sees into the status of a database's object.
    mutating func publishStatus(of id: DatabaseID) {
        let database = infrastructure.databases[id]
        let status = infrastructure.databases.status(id)
        infrastructure.clusters[database.spec.site].setStatus(
            .databaseClusters, namespace: database.spec.namespace, name: database.spec.name,
            [
                "currentPrimary": status.currentPrimary.map { .string($0) } ?? .null,
                "instances": .integer(Int64(status.instances)), "phase": .string(status.phase),
                "readyInstances": .integer(Int64(status.readyInstances)),
                "targetPrimary": status.targetPrimary.map { .string($0) } ?? .null,
            ])
    }
}
