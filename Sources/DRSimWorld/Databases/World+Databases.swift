import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits
import OrderedCollections

// What the operator does for databases that are declared or deleted while the trial runs: pods, jobs,
// and what comes of them.

extension World {
    /// A database's object was created: the operator starts a job that makes its first instance.
    mutating func databaseDeclared(_ object: JSONValue, in cluster: Int, cause: FactID?) {
        guard let store = blueprint.plan.stores.first(where: { $0.kind == .postgres }) else { return }
        let spec = blueprint.databaseSpec(
            object, site: cluster, in: infrastructure.clusters[cluster], store: store.id)
        let id = infrastructure.databases.create(spec, from: blueprint.bootstrap(of: object, in: cluster))
        createPod(
            named: infrastructure.databases[id].jobPod, of: id, ordinal: 0, from: object, cause: cause)
    }

    /// A database's object was deleted, and its volumes with it.
    mutating func databaseDeleted(_ id: DatabaseID, cause: FactID?) {
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.remove(id, at: now, draws: draws, effects: &effects)
        }
    }

    private mutating func createPod(
        named name: String, of id: DatabaseID, ordinal: Int, from object: JSONValue,
        role: Database.Role? = nil,
        isWarm: Bool = false, cause: FactID?
    ) {
        let spec = infrastructure.databases[id].spec
        var template = PodTemplate(
            labels: [:], milliCPU: object.requestedMilliCPU, memory: object.requestedMemory,
            zone: spec.zones[ordinal])
        if let role {
            template.labels = [KubernetesCluster.clusterLabel: spec.name]
            template.labels[KubernetesCluster.roleLabel] = role.rawValue
        }
        guard infrastructure.clusters[spec.site].pod(named: name, namespace: spec.namespace) == nil else {
            return
        }
        change(cluster: spec.site, cause: cause) { [now, draws] cluster, effects in
            cluster.createPod(
                template, named: name, namespace: spec.namespace,
                owner: PodOwner(kind: DatabaseSpec.kind, name: spec.name), isWarm: isWarm, at: now,
                draws: draws, effects: &effects)
        }
    }

    /// A pod runs that is no instance's: if it is that of a database's job, the job begins.
    mutating func jobPodReady(_ pod: PodReference, of cluster: Int, cause: FactID?) {
        let databases = infrastructure.databases
        guard let id = databases.database(named: pod.owner.name, namespace: pod.namespace, site: cluster),
            databases[id].bootstrap != nil, databases[id].jobPod == pod.name
        else { return }
        let cloud = infrastructure.cloud
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.bootstrapBegins(
                id, canRead: { cloud.keepsArchive($0, of: cluster) }, at: now, draws: draws, effects: &effects
            )
        }
    }

    /// The first instance of a database is there: its pod takes the job's place, and the others are made.
    mutating func databaseEstablished(_ id: DatabaseID, cause: FactID?) {
        let database = infrastructure.databases[id]
        guard let object = databaseObject(of: id) else { return }
        let owner = PodOwner(kind: DatabaseSpec.kind, name: database.spec.name)
        let jobs = infrastructure.clusters[database.spec.site].pods(
            of: owner, namespace: database.spec.namespace)
        change(cluster: database.spec.site, cause: cause) { [now, draws] cluster, effects in
            for job in jobs {
                cluster.deletePod(
                    named: job.name, namespace: database.spec.namespace, at: now, draws: draws,
                    effects: &effects)
            }
        }
        for (ordinal, instance) in database.instances.enumerated() {
            createPod(
                named: instance.pod, of: id, ordinal: ordinal, from: object,
                role: ordinal == 0 ? .primary : .replica, isWarm: ordinal == 0, cause: cause)
        }
        // Another pod may have taken the room that the job's left.
        if let first = database.instances.first?.pod,
            infrastructure.clusters[database.spec.site].pod(
                named: first, namespace: database.spec.namespace)?.isRunning != true
        {
            changeDatabases(cause: cause) { [now, draws] databases, effects in
                databases.instanceStopped(
                    id, ordinal: 0, reason: .nodeLost, at: now, draws: draws, effects: &effects)
            }
        }
    }

    /// The object that declares a database.
    func databaseObject(of id: DatabaseID) -> JSONValue? {
        let spec = infrastructure.databases[id].spec
        return try? infrastructure.clusters[spec.site].object(
            .databaseClusters, namespace: spec.namespace, name: spec.name)
    }
}

extension Database {
    /// The name of the pod of the job that makes its first instance.
    var jobPod: String {
        let job = "\(spec.name)-1-\(bootstrap?.job ?? "join")"
        return "\(job)-\(PodName.suffix("\(spec.site)/\(spec.namespace)/\(job)"))"
    }
}

extension Blueprint {
    /// What a database's object says it is to be made from, with the databases its servers lead to.
    func bootstrap(of object: JSONValue, in site: Int) -> Bootstrap {
        object.bootstrap(start: scenario.start) { server in
            plan.topology.address(ofServer: server, namedBy: object, in: site)
        }
    }
}
