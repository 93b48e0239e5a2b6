import DRSimCloud
import DRSimControl
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits

extension World {
    /// What the seven checks would meet if they were taken now. Reading changes nothing.
    func healthView() -> HealthView {
        let policy = blueprint.plan.controller
        guard policy.healthChecks == .probed else {
            return HealthView(
                snapshot: .constant, endings: policy.checks.map { .answers(after: $0.duration) })
        }
        var view = HealthView(snapshot: healthSnapshot(), endings: policy.checks.map { ending(of: $0) })
        for (index, check) in policy.checks.enumerated()
        where view.isSilent(index) || faults.falseAlarms.contains(check.signal) {
            view.snapshot = view.snapshot.failing(check.signal)
        }
        return view
    }

    private func healthSnapshot() -> HealthSnapshot {
        HealthSnapshot(
            primaryDatabaseHealthy: primaryDatabaseAnswers, replicaDatabaseHealthy: replicaAnswers,
            applicationHealthyPercentage: readyPercentage, ingressHealthy: reachesPrimary,
            crossRegionHealthy: crossRegionHealthy,
            storageHealthy: reachesPrimary && infrastructure.cloud.isObjectStoreUp(primaryRegion),
            networkHealthy: reachesPrimary)
    }

    /// The place the controller asks from.
    var controllerSite: Site { blueprint.controllerSite }

    /// The index of the region production runs in by plan.
    var primaryRegion: Int { blueprint.primaryRegion }

    /// How a check would end that began now.
    private func ending(of check: ControllerPolicy.Check) -> HealthView.Ending {
        if faults.hangingChecks.contains(check.signal) { return .silence }
        let region = addressee(of: check.signal)
        guard reaches(region) else { return .silence }
        // Connecting, greeting and asking each go there and back.
        let detour = infrastructure.cloud.quality(between: controllerSite, and: .region(region)).latency * 3
        let span = check.duration + detour
        return detour > .zero && span >= check.timeout ? .silence : .answers(after: span)
    }

    /// The region a check addresses. That for the names asks the primary region, too: how it reaches the
    /// recovery region only it can tell.
    private func addressee(of signal: HealthSignal) -> Int {
        switch signal {
        case .replicaDatabase where blueprint.plan.controller.replicaDatabase == .recovery:
            blueprint.region(role: .recovery) ?? primaryRegion
        default: primaryRegion
        }
    }

    private func reaches(_ region: Int) -> Bool {
        infrastructure.cloud.canTalk(controllerSite, to: .region(region))
    }

    private var reachesPrimary: Bool { reaches(primaryRegion) }

    private var primaryDatabaseAnswers: Bool {
        guard reachesPrimary else { return false }
        guard let database = productionDatabase(in: primaryRegion) else { return !keepsDatabases }
        return infrastructure.databases.isWritable(database) && answersQueries(database)
    }

    private func answersQueries(_ database: DatabaseID) -> Bool {
        infrastructure.databases.answersQueries(database)
    }

    /// Whether the plan has a database at all: where there is none, none can be unhealthy.
    private var keepsDatabases: Bool {
        blueprint.plan.stores.contains { $0.kind == .postgres }
    }

    private var replicaAnswers: Bool {
        switch blueprint.plan.controller.replicaDatabase {
        case .inRegion:
            guard reachesPrimary else { return false }
            guard let database = productionDatabase(in: primaryRegion) else { return !keepsDatabases }
            return infrastructure.databases[database].hasRunningStandby && answersQueries(database)
        case .recovery:
            guard let recovery = blueprint.region(role: .recovery), reaches(recovery) else { return false }
            guard let database = productionDatabase(in: recovery) else { return !keepsDatabases }
            return infrastructure.databases[database].isRunning && answersQueries(database)
        }
    }

    /// Ready ÷ desired pods over the Tier 1 and 2 deployments of production, in percent, as the API
    /// server reports them; 0 where it does not answer, 100 where there are none to be ready.
    private var readyPercentage: Double {
        let cluster = infrastructure.clusters[primaryRegion]
        guard reachesPrimary, cluster.isControlPlaneUp else { return 0 }
        let namespace = blueprint.regions[primaryRegion].cluster.namespace
        var (ready, desired) = (0, 0)
        for deployment in blueprint.criticalDeployments {
            ready += cluster.reportedReadyPods(deployment: deployment, namespace: namespace)
            desired += cluster.desiredReplicas(deployment: deployment, namespace: namespace) ?? 0
        }
        return desired == 0 ? 100 : Double(ready) * 100 / Double(desired)
    }

    /// Whether the public names resolve, and the primary region reaches the recovery region.
    private var crossRegionHealthy: Bool {
        guard areNamesResolved, let recovery = blueprint.region(role: .recovery) else { return false }
        return infrastructure.cloud.canTalk(.region(primaryRegion), to: .region(recovery))
    }

    /// Looks the public names up: the name servers answer otherwise than they did.
    mutating func lookUpNames() {
        areNamesResolved = blueprint.publicNames.allSatisfy { infrastructure.cloud.address(of: $0) != nil }
    }
}
