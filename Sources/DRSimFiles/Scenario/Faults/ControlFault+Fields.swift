import DRSimPlan

extension ControlFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        switch name {
        case .outage: self = .outage
        case .restart:
            fields.require(.controllerStart)
            self = .restart
        }
    }
}
