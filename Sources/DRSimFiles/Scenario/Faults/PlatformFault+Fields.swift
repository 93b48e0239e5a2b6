import DRSimDocument
import DRSimPlan

extension PlatformFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        switch name {
        case .certificateExpired:
            self = .certificateExpired(
                context: fields.refer("context", to: .context), host: fields.refer("host", to: .host))
        case .registryOutage:
            fields.require(.imagePullBackOff)
            self = .registryOutage(context: fields.optionalRefer("context", to: .context))
        case .gitOutage: self = .gitOutage
        case .selfHealing:
            self = .selfHealing(
                context: fields.refer("context", to: .context),
                application: fields.required("application", .text))
        case .badCommit:
            fields.require(.crashBackOff)
            self = .badCommit(
                path: fields.required("path", .text), deployment: fields.refer("deployment", to: .deployment))
        case .externalDNS:
            fields.require(.externalDNSInterval)
            self = .externalDNS(context: fields.refer("context", to: .context))
        }
    }
}
