import DRSimDocument
import DRSimPlan
import DRSimUnits

extension ControllerPolicy {
    /// The section `controller`.
    init(_ fields: FieldReader) {
        self.init(
            location: fields.required("location", .choice),
            pollInterval: fields.required("poll_interval", .positiveSpan),
            errorInterval: fields.required("error_interval", .positiveSpan),
            probeFailure: fields.required("probe_failure", .choice),
            replicaDatabase: fields.required("replica_database", .choice),
            checks: fields.mappings("checks", "a check") { Check($0) },
            detection: fields.mapping("detection", "the detection") { Detection($0) },
            latch: fields.required("latch", .flag), coolDown: fields.required("cool_down", .span),
            obeysApprovalPolicy: fields.required("obeys_approval_policy", .flag),
            approval: fields.mapping("approval", "the approval") { ApprovalPolicy($0) },
            responses: fields.mappings("responses", "a response") { Response($0) },
            alertChannels: fields.referList("alert_channels", to: .channel),
            definedFunctions: fields.optionalList("defined_functions", of: .text),
            calls: fields.optionalMapping("calls", "the calls") { Calls($0) } ?? Calls(),
            healthChecks: fields.required("health_checks", .choice),
            journal: fields.optional("journal", .choice) ?? .none)
        isDeployed = fields.optional("deployed", .flag) ?? true
        checkSignals(fields)
    }

    private func checkSignals(_ fields: FieldReader) {
        let missing = HealthSignal.allCases.filter { signal in !checks.contains { $0.signal == signal } }
        guard !missing.isEmpty, !fields.hasFailed else { return }
        let names = missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        fields.fail("checks", ScalarError(.missingKey, "there is no check of \(names)"))
    }
}

extension ControllerPolicy.Check {
    /// An item of `checks`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            signal: fields.required("signal", .choice), duration: fields.required("duration", .span),
            timeout: fields.required("timeout", .positiveSpan), source: fields.required("source", .text))
    }
}

extension ControllerPolicy.Detection {
    /// The mapping `detection`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            required: fields.required("required", .integer(1...1_000)),
            window: fields.required("window", .integer(1...1_000)))
        if required > window, !fields.hasFailed {
            fields.fail(
                "required", ScalarError(.outOfRange, "\(required) of \(window) checks can never agree"))
        }
    }
}

extension ControllerPolicy.ApprovalPolicy {
    /// The mapping `approval`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            role: RoleID(fields.refer("role", to: .role)), timeout: fields.required("timeout", .positiveSpan))
    }
}

extension ControllerPolicy.Response {
    /// An item of `responses`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            disaster: fields.required("disaster", .choice),
            incidentClass: fields.optionalRefer("class", to: .incidentClass).map { IncidentClassID($0) },
            runbook: fields.optionalRefer("runbook", to: .runbook).map { RunbookID($0) },
            source: fields.required("source", .text))
    }
}

extension ControllerPolicy.Calls {
    /// The mapping `calls`: functions by the names the document gives them.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            alert: fields.optionalList("alert", of: .text), escalation: fields.optional("escalation", .text))
    }
}
