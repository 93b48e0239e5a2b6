import DRSimDocument
import OrderedCollections

/// Holds an object that is to be written against the rules for its type.
struct Admission {
    let type: ResourceType
    let name: String
    /// What is stored at present; `nil` for a new object.
    let old: JSONValue?

    /// What the server stores, with the paths it dropped.
    struct Outcome {
        var object: JSONValue
        var pruned: [String]
    }

    /// Checks and completes an object.
    ///
    /// - Parameter isStrict: whether an unknown field is an error (create, apply) or dropped (patch).
    func review(_ object: JSONValue, isStrict: Bool) throws(APIError) -> Outcome {
        let checked = Schema.of(type).check(object)
        if isStrict, !checked.unknown.isEmpty {
            let fields = checked.unknown.map { "unknown field \"\($0)\"" }.joined(separator: ", ")
            throw APIError(
                .badRequest,
                "\(type.kind) in version \"\(type.version)\" cannot be handled as a \(type.kind): "
                    + "strict decoding error: \(fields)")
        }
        // The decoder speaks before the rules do, and names the Go type the field belongs to.
        if let undecodable = checked.undecodable {
            throw .undecodable(type.kind, type.version, undecodable.text)
        }
        guard checked.violations.isEmpty else { throw .invalid(type, name, checked.violations) }
        let completed = defaulted(checked.value)
        let violations = violations(of: completed)
        guard violations.isEmpty else { throw .invalid(type, name, violations) }
        return Outcome(object: completed, pruned: checked.unknown)
    }

    private func defaulted(_ object: JSONValue) -> JSONValue {
        switch type {
        case .databaseClusters: return DatabaseClusterReview.defaulted(object)
        case .deployments:
            guard object[path: "spec", "replicas"] == nil, var spec = object["spec"] else { return object }
            var object = object
            spec["replicas"] = 1
            object["spec"] = spec
            return object
        default: return object
        }
    }

    private func violations(of object: JSONValue) -> [FieldViolation] {
        if old == nil, let violation = ObjectName.violation(name, of: type) { return [violation] }
        switch type {
        case .databaseClusters: return DatabaseClusterReview(object, isNew: old == nil).violations
        case .databaseSchedules: return scheduleViolations(object)
        case .deployments: return deploymentViolations(object)
        default: return []
        }
    }

    /// What the operator's webhook says about a schedule it cannot read (scheduledbackup_webhook.go).
    private func scheduleViolations(_ object: JSONValue) -> [FieldViolation] {
        let text = object[path: "spec", "schedule"]?.string ?? ""
        do throws(CronSchedule.Problem) {
            _ = try CronSchedule(text)
            return []
        } catch {
            return [.invalid("spec.schedule", "\"\(text)\"", error.message)]
        }
    }

    private func deploymentViolations(_ object: JSONValue) -> [FieldViolation] {
        guard let selector = object[path: "spec", "selector"] else { return [.required("spec.selector")] }
        if let old = old?[path: "spec", "selector"], !old.means(selector) {
            return [.invalid("spec.selector", selector.text(), "field is immutable")]
        }
        let labels = object[path: "spec", "template", "metadata", "labels"] ?? [:]
        let wanted = selector["matchLabels"]?.object ?? [:]
        guard wanted.allSatisfy({ labels[$0.key] == $0.value }) else {
            return [
                .invalid(
                    "spec.template.metadata.labels", labels.text(),
                    "`selector` does not match template `labels`")
            ]
        }
        guard object[path: "spec", "template", "spec", "containers"]?.array?.isEmpty == false else {
            return [.required("spec.template.spec.containers")]
        }
        return []
    }
}
