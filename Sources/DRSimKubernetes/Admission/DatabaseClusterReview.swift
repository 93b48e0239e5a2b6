import DRSimDocument
import DRSimUnits
import OrderedCollections

/// What the operator's admission webhook says about a CloudNativePG `Cluster` (A14, A13).
struct DatabaseClusterReview {
    private let name: String
    private let spec: JSONValue
    private let isNew: Bool

    init(_ object: JSONValue, isNew: Bool) {
        name = object[path: "metadata", "name"]?.string ?? ""
        spec = object["spec"] ?? [:]
        self.isNew = isNew
    }

    /// The object with what the operator fills in: no bootstrap means a new, empty database.
    static func defaulted(_ object: JSONValue) -> JSONValue {
        guard object[path: "spec", "bootstrap"] == nil, var spec = object["spec"] else { return object }
        spec["bootstrap"] = ["initdb": ["database": "app", "owner": "app"]]
        var object = object
        object["spec"] = spec
        return object
    }

    /// The rules the cluster breaks.
    var violations: [FieldViolation] {
        nameViolations + storageViolations + parameterViolations + bootstrapViolations + targetViolations
            + replicaViolations
    }

    private var nameViolations: [FieldViolation] {
        if name.contains(".") {
            return [.invalid("metadata.name", quoted(name), "cluster name must be a valid DNS label")]
        }
        guard name.utf8.count > 50 else { return [] }
        return [
            .invalid("metadata.name", quoted(name), "the maximum length of a cluster name is 50 characters")
        ]
    }

    private var storageViolations: [FieldViolation] {
        let hasSize = spec[path: "storage", "size"] != nil || spec[path: "storage", "pvcTemplate"] != nil
        return hasSize
            ? []
            : [
                .invalid(
                    "spec.storage.size", quoted(""),
                    "Size not configured. Please add it, or a storage request in the pvcTemplate.")
            ]
    }

    /// Parameters the operator sets itself, with the value it allows to be written down.
    private var parameterViolations: [FieldViolation] {
        let fixed: [(name: String, allowed: String?)] = [
            ("archive_mode", isReplica ? "always" : "on"),
            (
                "archive_command",
                "/controller/manager wal-archive --log-destination "
                    + "/controller/log/postgres.json %p"
            ),
            ("restore_command", nil), ("primary_conninfo", nil), ("primary_slot_name", nil),
            ("recovery_target", nil), ("recovery_target_time", nil), ("recovery_target_timeline", nil),
            ("promote_trigger_file", nil), ("data_directory", nil), ("listen_addresses", "*"),
            ("port", "5432"), ("hot_standby", "true"), ("ssl", "on"), ("shared_preload_libraries", nil),
            ("synchronous_standby_names", nil), ("unix_socket_directories", "/controller/run"),
        ]
        return fixed.compactMap { parameter in
            guard let value = spec[path: "postgresql", "parameters", parameter.name]?.string,
                value != parameter.allowed
            else { return nil }
            return .invalid(
                "spec.postgresql.parameters.\(parameter.name)", quoted(value),
                "Can't set fixed configuration parameter")
        }
    }

    private var bootstrapViolations: [FieldViolation] {
        let methods = spec["bootstrap"]?.object ?? [:]
        if methods.count > 1 {
            return [
                .invalid("spec.bootstrap", quoted(""), "Only one bootstrap method can be specified at a time")
            ]
        }
        return ["pg_basebackup", "recovery"].compactMap { method in
            methods[method]?["source"]?.string.flatMap {
                unknownExternalCluster($0, "spec.bootstrap.\(method).source")
            }
        }
    }

    /// A target must be legible; one that is neither a time nor a position names the base backup it is after.
    private var targetViolations: [FieldViolation] {
        let recovery = spec[path: "bootstrap", "recovery"]
        guard let target = recovery?["recoveryTarget"] else { return [] }
        let path = "spec.bootstrap.recovery.recoveryTarget"
        func text(_ field: String) -> String? {
            target[field]?.string.flatMap { $0.isEmpty ? nil : $0 }
        }
        var violations: [FieldViolation] = []
        if let time = text("targetTime"), CalendarTime(recoveryTarget: time) == nil {
            violations.append(.invalid(path, quoted(time), "The format of TargetTime is invalid"))
        }
        if let location = text("targetLSN"), ByteCount(location: location) == nil {
            violations.append(.invalid(path, quoted(location), "Invalid TargetLSN"))
        }
        let isLabel =
            text("targetName") != nil || text("targetXID") != nil || target["targetImmediate"] != nil
        if isLabel, recovery?["volumeSnapshots"] == nil, text("backupID") == nil {
            violations.append(.required(path, "BackupID is missing"))
        }
        return violations
    }

    private var replicaViolations: [FieldViolation] {
        guard let replica = spec["replica"] else { return [] }
        var violations: [FieldViolation] = []
        if replica["primary"] != nil && replica["enabled"] != nil {
            violations.append(
                .invalid(
                    "spec.replicaCluster.enabled", replica.text(),
                    "replica mode enabled is not compatible with the primary field"))
        }
        let bootstrap = spec["bootstrap"]
        if isReplica && isNew && bootstrap?["pg_basebackup"] == nil && bootstrap?["recovery"] == nil {
            violations.append(
                .invalid(
                    "spec.replicaCluster", replica.text(),
                    "replica mode bootstrap is compatible only with pg_basebackup or recovery"))
        }
        for (field, path) in [("source", "primaryServerName"), ("self", "self"), ("primary", "primary")] {
            guard let server = replica[field]?.string else { continue }
            violations += unknownExternalCluster(server, "spec.replicaCluster.\(path)").map { [$0] } ?? []
        }
        return violations
    }

    private var isReplica: Bool {
        guard let replica = spec["replica"] else { return false }
        if let enabled = replica["enabled"]?.bool { return enabled }
        guard let primary = replica["primary"]?.string else { return false }
        return primary != (replica["self"]?.string ?? name)
    }

    private func unknownExternalCluster(_ server: String, _ path: String) -> FieldViolation? {
        let names = (spec["externalClusters"]?.array ?? []).map { $0["name"]?.string }
        guard !names.contains(server) else { return nil }
        return .invalid(path, quoted(server), "External cluster \(server) not found")
    }

    private func quoted(_ text: String) -> String { "\"\(text)\"" }
}
