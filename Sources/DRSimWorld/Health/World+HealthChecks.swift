import DRSimCloud
import DRSimControl
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits

extension World {
    /// What the seven checks would answer if they were taken now. Reading changes nothing.
    func healthSnapshot() -> HealthSnapshot {
        guard blueprint.plan.controller.healthChecks == .probed else { return .constant }
        var snapshot = HealthSnapshot(
            primaryDatabaseHealthy: primaryDatabaseAnswers, replicaDatabaseHealthy: replicaAnswers,
            applicationHealthyPercentage: readyPercentage, ingressHealthy: reachesPrimary,
            crossRegionHealthy: crossRegionHealthy, storageHealthy: reachesPrimary,
            networkHealthy: reachesPrimary)
        for signal in HealthSignal.allCases where faults.isFalselyAlarmed(signal) {
            snapshot = snapshot.failing(signal)
        }
        return snapshot
    }

    /// A pass of checks that begins now: what it sees, and when it has answered.
    func healthCheckPass() -> HealthCheckPass {
        let policy = blueprint.plan.controller
        // After every event it is known what the checks would answer; a ticking run looks again.
        let snapshot = polling == .leaping ? controlRoom.signals : healthSnapshot()
        var duration = Span.zero
        var hanging: HealthSignal?
        for check in policy.checks {
            let isSilent = policy.healthChecks == .probed && !answers(check.signal)
            duration += isSilent ? check.timeout : check.duration
            if isSilent, hanging == nil { hanging = check.signal }
        }
        var pass = HealthCheckPass(
            began: now, snapshot: snapshot, duration: duration, cause: controlRoom.causeOfSignals)
        if let hanging, policy.probeFailure == .raise {
            pass.raised = "\(hanging.rawValue): timed out"
        }
        return pass
    }

    /// The place the controller asks from.
    var controllerSite: Site { blueprint.controllerSite }

    /// The index of the region production runs in by plan.
    var primaryRegion: Int { blueprint.region(role: .primary) ?? 0 }

    /// Whether what a check addresses answers at all; a check of what does not waits for its timeout.
    private func answers(_ signal: HealthSignal) -> Bool {
        switch signal {
        case .replicaDatabase where blueprint.plan.controller.replicaDatabase == .recovery:
            guard let recovery = blueprint.region(role: .recovery) else { return false }
            return reaches(recovery)
        case .dnsResolution: return true
        default: return reachesPrimary
        }
    }

    private func reaches(_ region: Int) -> Bool {
        infrastructure.cloud.isReachable(from: controllerSite, to: .region(region))
    }

    private var reachesPrimary: Bool { reaches(primaryRegion) }

    private var primaryDatabaseAnswers: Bool {
        guard reachesPrimary, let database = productionDatabase(in: primaryRegion) else { return false }
        return infrastructure.databases.isWritable(database) && answersQueries(database)
    }

    private func answersQueries(_ database: DatabaseID) -> Bool {
        infrastructure.databases.answersQueries(database)
    }

    private var replicaAnswers: Bool {
        switch blueprint.plan.controller.replicaDatabase {
        case .inRegion:
            guard reachesPrimary, let database = productionDatabase(in: primaryRegion) else { return false }
            return infrastructure.databases[database].hasRunningStandby && answersQueries(database)
        case .recovery:
            guard let recovery = blueprint.region(role: .recovery), reaches(recovery),
                let database = productionDatabase(in: recovery)
            else { return false }
            return infrastructure.databases[database].isRunning && answersQueries(database)
        }
    }

    /// Ready ÷ desired pods over the Tier 1 and 2 deployments of production, in percent, as the API
    /// server reports them; 0 where it does not answer.
    private var readyPercentage: Double {
        let cluster = infrastructure.clusters[primaryRegion]
        guard reachesPrimary, cluster.isControlPlaneUp else { return 0 }
        let namespace = blueprint.regions[primaryRegion].cluster.namespace
        var (ready, desired) = (0, 0)
        for deployment in blueprint.criticalDeployments {
            ready += cluster.reportedReadyPods(deployment: deployment, namespace: namespace)
            desired += cluster.desiredReplicas(deployment: deployment, namespace: namespace) ?? 0
        }
        return desired == 0 ? 0 : Double(ready) * 100 / Double(desired)
    }

    private var crossRegionHealthy: Bool {
        guard let recovery = blueprint.region(role: .recovery) else { return false }
        return infrastructure.cloud.isReachable(from: .region(primaryRegion), to: .region(recovery))
    }
}
