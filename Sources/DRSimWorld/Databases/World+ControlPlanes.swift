import DRSimCloud
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// The API server of a region's cluster answers unless the region or a fault forbids it; the operator
    /// of its databases works unless that or a fault of its own forbids it, and while its own pod runs (A10).
    mutating func updateControlPlane(of region: Int, cause: FactID?) {
        var (isServerStruck, isOperatorStruck) = (false, false)
        for case .database(let fault, let id) in faults.activeTargets
        where infrastructure.databases[id].spec.site == region {
            switch fault {
            case .controlPlaneDown: isServerStruck = true
            case .operatorLost: isOperatorStruck = true
            default: break
            }
        }
        let isUp = infrastructure.cloud.isUp(region: region) && !isServerStruck
        change(cluster: region, cause: cause) { [now, draws] cluster, effects in
            cluster.controlPlane(isUp: isUp, at: now, draws: draws, effects: &effects)
        }
        let isRunning = infrastructure.clusters[region].hasRunningOperator
        let isWorking = isUp && isRunning && !isOperatorStruck
        change(cluster: region, cause: cause) { [now, draws] cluster, effects in
            cluster.databaseOperator(isWorking: isWorking, at: now, draws: draws, effects: &effects)
        }
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.operatorAvailable(isWorking, site: region, at: now, draws: draws, effects: &effects)
        }
        mustEvaluate = true
    }

    /// Where the operators of the databases stand when the trial begins is its luck.
    mutating func seatOperators() {
        for (index, region) in blueprint.regions.enumerated() {
            let luck = draws.uniform(
                entity: StreamName("operator \(region.cluster.context)"), purpose: StreamName("node"),
                ordinal: 0)
            infrastructure.clusters[index].seatOperator(at: luck)
        }
    }
}
