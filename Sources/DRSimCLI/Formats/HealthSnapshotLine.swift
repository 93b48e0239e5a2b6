import DRSimControl
import DRSimDocument

/// A health snapshot as one JSON line with the plan's keys.
enum HealthSnapshotLine {
    /// What is wrong with a line.
    struct Problem: Error {
        let message: String
    }

    /// Reads a snapshot from a line of JSON text.
    static func read(_ line: String) throws(Problem) -> HealthSnapshot {
        do {
            return try read(try JSONValue(parsing: line))
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(message: (error as? Diagnostic)?.message ?? "\(error)")
        }
    }

    /// Reads a snapshot from a JSON object: seven signals, each an object with one member.
    static func read(_ value: JSONValue) throws(Problem) -> HealthSnapshot {
        guard case .object = value else { throw Problem(message: "a health snapshot is a JSON object") }
        return HealthSnapshot(
            primaryDatabaseHealthy: try flag("primary_database", "healthy", in: value),
            replicaDatabaseHealthy: try flag("replica_database", "healthy", in: value),
            applicationHealthyPercentage: try percentage("application_pods", "healthy_percentage", in: value),
            ingressHealthy: try flag("ingress_controller", "healthy", in: value),
            crossRegionHealthy: try flag("dns_resolution", "cross_region_healthy", in: value),
            storageHealthy: try flag("storage_systems", "healthy", in: value),
            networkHealthy: try flag("network_connectivity", "healthy", in: value))
    }

    private static func member(
        _ signal: String, _ key: String, in value: JSONValue
    ) throws(Problem) -> JSONValue {
        guard let part = value[signal] else { throw Problem(message: "\(signal) is missing") }
        guard let member = part[key] else { throw Problem(message: "\(signal).\(key) is missing") }
        return member
    }

    private static func flag(
        _ signal: String, _ key: String, in value: JSONValue
    ) throws(Problem) -> Bool {
        guard let flag = try member(signal, key, in: value).bool else {
            throw Problem(message: "\(signal).\(key) must be true or false")
        }
        return flag
    }

    private static func percentage(
        _ signal: String, _ key: String, in value: JSONValue
    ) throws(Problem) -> Double {
        guard let number = try member(signal, key, in: value).number, (0...100).contains(number) else {
            throw Problem(message: "\(signal).\(key) must be a number from 0 to 100")
        }
        return number
    }
}
