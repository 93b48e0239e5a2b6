import DRSimPlan
import DRSimUnits

extension PeopleFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        switch name {
        case .roleAbsent: self = .roleAbsent(RoleID(fields.refer("role", to: .role)))
        case .channelOutage: self = .channelOutage(fields.refer("channel", to: .channel))
        }
    }
}
