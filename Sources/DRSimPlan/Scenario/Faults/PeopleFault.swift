package import DRSimUnits

/// A fault of those who respond.
package enum PeopleFault: Hashable, Sendable {
    /// A role does not answer its pager or its approval requests.
    case roleAbsent(RoleID)
    /// What is sent through a channel reaches nobody.
    case channelOutage(String)

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case roleAbsent = "role_absent"
        case channelOutage = "alert_channel_outage"
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .roleAbsent: .roleAbsent
        case .channelOutage: .channelOutage
        }
    }
}
