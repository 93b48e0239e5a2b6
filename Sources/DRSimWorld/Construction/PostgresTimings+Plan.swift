import DRSimPlan
import DRSimPostgres

extension PostgresTimings {
    /// The timings of a plan.
    init(_ plan: Plan) {
        self.init(
            failoverAfterCrash: plan.quantity(.failoverAfterCrash),
            failoverAfterHang: plan.quantity(.failoverAfterHang),
            failoverAfterNodeLoss: plan.quantity(.failoverAfterNodeLoss),
            switchover: plan.quantity(.switchover),
            replicaClusterPromotion: plan.quantity(.replicaClusterPromotion),
            lagInRegion: plan.quantity(.lagInRegion),
            lagCrossRegion: plan.quantity(.lagCrossRegion),
            standbyRejoin: plan.quantity(.standbyRejoin),
            recovery: RecoveryTimings { name in
                guard let known = AssumptionName(rawValue: name) else {
                    preconditionFailure("recovery asks for \(name), which no plan is asked for")
                }
                return plan.quantity(known)
            })
    }
}
