import DRSimDocument
import DRSimPlan
import DRSimUnits

extension ApplicationFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        switch name {
        case .loadSurge: self = .loadSurge(factor: fields.required("factor", .number(upTo: 1_000)))
        case .thirdPartyOutage:
            self = .thirdPartyOutage(ThirdPartyID(fields.refer("third_party", to: .thirdParty)))
        case .badDeploy:
            let symptom: Symptom = fields.required("symptom", .choice)
            fields.require(.crashBackOff)
            if symptom == .crash { fields.require(.badDeployOnset) }
            self = .badDeploy(
                Workload(fields), symptom: symptom, share: fields.optional("share", .share) ?? .all)
        case .memoryLeak:
            fields.require(.memoryLeakFill)
            fields.require(.crashBackOff)
            self = .memoryLeak(Workload(fields))
        case .crashLoop:
            fields.require(.crashBackOff)
            self = .crashLoop(Workload(fields))
        case .cacheLoss:
            self = .cacheLoss(
                CacheID(fields.refer("cache", to: .cache)), context: fields.refer("context", to: .context))
        }
    }
}

extension ApplicationFault.Workload {
    /// The keys `context` and `deployment`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            context: fields.refer("context", to: .context),
            deployment: fields.refer("deployment", to: .deployment))
    }
}
