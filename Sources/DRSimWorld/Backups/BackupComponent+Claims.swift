import DRSimDocument
import DRSimPlan

extension BackupComponent {
    /// The claims whose volumes it takes snapshots of.
    var claims: [String] {
        guard case .volumes(let volumes) = task else { return [] }
        return volumes.names.compactMap { name in
            let manifest = try? JSONValue(parsing: volumes.manifest.replacing("{volume}", with: name))
            return manifest?[path: "spec", "source", "persistentVolumeClaimName"]?.string
        }
    }
}
