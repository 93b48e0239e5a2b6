package import DRSimUnits

/// How the failover controller is set up: where it runs, what it checks and what it may do.
package struct ControllerPolicy: Hashable, Sendable {
    /// Where it runs.
    package var location: Location
    /// How long it sleeps after a pass.
    package var pollInterval: Span
    /// How long it sleeps after an error.
    package var errorInterval: Span
    /// What a check that raises or hangs counts as.
    package var probeFailure: ProbeFailure
    /// Which standby the `replica_database` check asks.
    package var replicaDatabase: ReplicaReading
    /// How long each check takes while nothing is wrong, and when it gives up.
    package var checks: [Check]
    /// How many of the last checks must agree before the controller acts.
    package var detection: Detection
    /// Whether a completed failover blocks further ones until people reset it.
    package var latch: Bool
    /// How long after a procedure no other starts.
    package var coolDown: Span
    /// Whether `auto_failover: false` of an incident class is obeyed.
    package var obeysApprovalPolicy: Bool
    /// Who is asked where approval is needed, and for how long.
    package var approval: ApprovalPolicy
    /// What is done about each disaster type.
    package var responses: [Response]
    /// Channels of the immediate alert, in order.
    package var alertChannels: [String]
    /// Functions that exist: a `call` of any other raises.
    package var definedFunctions: [String]
    /// What the controller itself calls, beside its runbooks' steps.
    package var calls: Calls
    /// What the health checks are: real, or the document's constants.
    package var healthChecks: HealthChecks
    /// What a controller that is started anew knows of what it did before.
    package var journal: Journal
    /// Whether there is a controller at all; without one disasters are for people to notice.
    package var isDeployed = true

    /// Where the controller runs.
    package enum Location: String, CaseIterable, Sendable {
        case third, primary
        case recovery = "dr"
    }

    /// What a check that raises or hangs counts as.
    package enum ProbeFailure: String, CaseIterable, Sendable {
        case unhealthy, raise, hang
    }

    /// Which standby the replica check asks.
    package enum ReplicaReading: String, CaseIterable, Sendable {
        case inRegion = "in-region"
        case recovery = "dr"
    }

    /// What the health checks are.
    package enum HealthChecks: String, CaseIterable, Sendable {
        /// They look at the world.
        case probed
        /// They answer what the document's code answers, whatever happens.
        case constant
    }

    /// What outlives the controller's process.
    package enum Journal: String, CaseIterable, Sendable {
        /// Nothing: all it knows is in its memory (F12).
        case none
        /// What it was at, and what holds it back.
        case persisted
    }

    /// One health check's timing.
    package struct Check: Hashable, Sendable {
        /// The signal it yields.
        package var signal: HealthSignal
        /// How long it takes while nothing is wrong.
        package var duration: Span
        /// When it gives up.
        package var timeout: Span
        /// Where the figures come from.
        package var source: String

        /// Creates a check.
        package init(signal: HealthSignal, duration: Span, timeout: Span, source: String) {
            (self.signal, self.duration) = (signal, duration)
            (self.timeout, self.source) = (timeout, source)
        }
    }

    /// N of M: how many of the last checks must name a disaster.
    package struct Detection: Hashable, Sendable {
        /// How many must agree.
        package var required: Int
        /// Out of how many.
        package var window: Int

        /// Creates a rule.
        package init(required: Int, window: Int) {
            (self.required, self.window) = (required, window)
        }
    }

    /// Who approves, and for how long the controller waits.
    package struct ApprovalPolicy: Hashable, Sendable {
        /// Who is asked.
        package var role: RoleID
        /// How long the answer may take.
        package var timeout: Span

        /// Creates a policy.
        package init(role: RoleID, timeout: Span) {
            (self.role, self.timeout) = (role, timeout)
        }
    }

    /// What the controller does about a disaster type.
    package struct Response: Hashable, Sendable {
        /// The disaster type.
        package var disaster: DisasterType
        /// The incident class it is held to be; the document has none for some types.
        package var incidentClass: IncidentClassID?
        /// The runbook that answers it; without one, people are called.
        package var runbook: RunbookID?
        /// Where the document says so.
        package var source: String

        /// Creates a response.
        package init(
            disaster: DisasterType, incidentClass: IncidentClassID?, runbook: RunbookID?, source: String
        ) {
            (self.disaster, self.incidentClass) = (disaster, incidentClass)
            (self.runbook, self.source) = (runbook, source)
        }
    }

    /// The functions the controller itself calls; one that is not among the defined ones raises.
    package struct Calls: Hashable, Sendable {
        /// What sends the immediate alert, one for each alert channel in the same order; a channel
        /// without one is served by the platform and cannot raise.
        package var alert: [String]
        /// What calls people when a procedure failed; `nil` cannot raise.
        package var escalation: String?

        /// Creates the names; by default nothing can raise.
        package init(alert: [String] = [], escalation: String? = nil) {
            (self.alert, self.escalation) = (alert, escalation)
        }
    }

    /// Creates a policy.
    package init(
        location: Location, pollInterval: Span, errorInterval: Span, probeFailure: ProbeFailure,
        replicaDatabase: ReplicaReading, checks: [Check], detection: Detection, latch: Bool,
        coolDown: Span, obeysApprovalPolicy: Bool, approval: ApprovalPolicy, responses: [Response],
        alertChannels: [String], definedFunctions: [String], calls: Calls = Calls(),
        healthChecks: HealthChecks, journal: Journal = .none
    ) {
        (self.location, self.pollInterval, self.errorInterval) = (location, pollInterval, errorInterval)
        (self.probeFailure, self.replicaDatabase) = (probeFailure, replicaDatabase)
        (self.checks, self.detection, self.latch) = (checks, detection, latch)
        (self.coolDown, self.obeysApprovalPolicy) = (coolDown, obeysApprovalPolicy)
        (self.approval, self.responses, self.alertChannels) = (approval, responses, alertChannels)
        (self.definedFunctions, self.calls) = (definedFunctions, calls)
        (self.healthChecks, self.journal) = (healthChecks, journal)
    }
}
