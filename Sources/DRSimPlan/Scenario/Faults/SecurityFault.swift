package import DRSimUnits

/// A fault by somebody who should not be there; `context` names the cluster whose database they reach.
package enum SecurityFault: Hashable, Sendable {
    /// An intruder reads all there is: nothing stops and nothing changes, so nothing tells (F6, E7).
    case intrusion(context: String)
    /// An intruder stays hidden for so many seconds, then deletes all an identity reaches, if one is named,
    /// and encrypts the database (E6, E7). What was saved since the entry would let them in again.
    case ransomware(context: String, dwell: Distribution, identity: String?)

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case intrusion, ransomware
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .intrusion: .intrusion
        case .ransomware: .ransomware
        }
    }

    /// The context of the cluster whose database they reach.
    package var context: String {
        switch self {
        case .intrusion(let context), .ransomware(let context, _, _): context
        }
    }
}
