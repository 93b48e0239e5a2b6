import DRSimPlan
import DRSimUnits

extension SecurityFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        let context = fields.refer("context", to: .context)
        switch name {
        case .intrusion: self = .intrusion(context: context)
        case .ransomware:
            self = .ransomware(
                context: context, dwell: fields.drawnSpan("dwell"),
                identity: fields.has("identity") ? fields.refer("identity", to: .identity) : nil)
        }
    }
}
