/// Damage that no health check sees: somebody has to come upon it (E7, E8, F6).
package enum HiddenDamage: String, CaseIterable, Hashable, Sendable {
    /// Wrong data that sooner or later make something fail.
    case loudCorruption = "loud_corruption"
    /// Wrong data that look right.
    case silentCorruption = "silent_corruption"
    /// Data that are gone.
    case deletion
    /// Somebody who should not be there.
    case breach
}

extension Fault.Kind {
    /// The damage the fault does that no health check sees; a migration that does not fit is seen at once by
    /// whoever deployed it.
    package var hiddenDamage: HiddenDamage? {
        switch self {
        case .security, .provider(.credentialTheft): .breach
        case .database(.damage(let damage, _)):
            switch damage.kind {
            case .corruption: damage.isSilent ? .silentCorruption : .loudCorruption
            case .deletion: .deletion
            case .migration: nil
            }
        default: nil
        }
    }
}
