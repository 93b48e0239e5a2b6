package import DRSimUnits

/// A fault of what the cloud provider offers, or of who is let to it, while regions and zones are well.
package enum ProviderFault: Hashable, Sendable {
    /// The object store of a region answers nobody.
    case objectStoreOutage(RegionID)
    /// An encryption key cannot be used in a region.
    case keyUnavailable(key: String, region: RegionID, KeyTrouble)
    /// Somebody has an identity's credentials and deletes all they reach.
    case credentialTheft(identity: String)
    /// Launches in a region are refused for want of machines (C7, C8).
    case capacityShortage(RegionID)
    /// DNS records cannot be changed; name servers answer (C2).
    case dnsControlPlaneOutage

    /// What is wrong with an encryption key.
    package enum KeyTrouble: String, CaseIterable, Sendable {
        /// The service cannot reach it.
        case unavailable
        /// Somebody switched it off.
        case disabled
        /// Somebody ordered its deletion, which can still be called off.
        case pendingDeletion = "pending_deletion"
    }

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case objectStoreOutage = "object_store_outage"
        case keyUnavailable = "kms_key_unavailable"
        case credentialTheft = "credential_theft"
        case capacityShortage = "ec2_capacity_shortage"
        case dnsControlPlaneOutage = "dns_control_plane_outage"
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .objectStoreOutage: .objectStoreOutage
        case .keyUnavailable: .keyUnavailable
        case .credentialTheft: .credentialTheft
        case .capacityShortage: .capacityShortage
        case .dnsControlPlaneOutage: .dnsControlPlaneOutage
        }
    }
}
