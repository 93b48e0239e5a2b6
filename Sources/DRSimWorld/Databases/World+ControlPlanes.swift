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
    /// of its databases works unless that, or a fault of its own, does (A10).
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
        let isWorking = !isServerStruck && !isOperatorStruck
        change(cluster: region, cause: cause) { [now, draws] cluster, effects in
            cluster.controlPlane(isUp: isUp, at: now, draws: draws, effects: &effects)
        }
        changeDatabases(cause: cause) { [now, draws] databases, effects in
            databases.operatorAvailable(isWorking, site: region, at: now, draws: draws, effects: &effects)
        }
        mustEvaluate = true
    }
}
