import DRSimPlan

extension DatabaseFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        let context = fields.refer("context", to: .context)
        switch name {
        case .crash: self = .crash(context: context)
        }
    }
}
