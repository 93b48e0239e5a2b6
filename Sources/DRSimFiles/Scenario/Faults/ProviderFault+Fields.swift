import DRSimPlan
import DRSimUnits

extension ProviderFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        switch name {
        case .objectStoreOutage: self = .objectStoreOutage(RegionID(fields.refer("region", to: .region)))
        case .keyUnavailable:
            self = .keyUnavailable(
                key: fields.refer("key", to: .encryptionKey),
                region: RegionID(fields.refer("region", to: .region)),
                fields.optional("trouble", .choice) ?? .unavailable)
        case .credentialTheft: self = .credentialTheft(identity: fields.refer("identity", to: .identity))
        case .capacityShortage: self = .capacityShortage(RegionID(fields.refer("region", to: .region)))
        case .dnsControlPlaneOutage: self = .dnsControlPlaneOutage
        }
    }
}
