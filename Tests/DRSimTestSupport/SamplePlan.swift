import DRSimDocument
package import DRSimPlan
package import DRSimUnits
import OrderedCollections

/// A plan small enough to compute with on paper: an API of Tier 1 with 60 % of the revenue and a
/// database, and a portal of Tier 2 with 40 % that needs the API.
package enum SamplePlan {
    /// The Tier 1 service.
    package static let api: ServiceID = "api"
    /// The Tier 2 service.
    package static let portal: ServiceID = "portal"
    /// The only store.
    package static let database: StoreID = "database"
    /// What the controller does about a region.
    package static let failover: RunbookID = "region-failover"

    /// The plan; money is as the document has it, with every reading at its default.
    package static func plan() -> Plan {
        Plan(
            id: "sample", title: "Sample", objectives: objectives(rto: .hours(4), rpo: .hours(1)),
            impact: impact(), tiers: tiers, services: services, stores: [store],
            incidentClasses: classes, topology: topology, load: load, controller: controller,
            runbooks: [Runbook(id: failover, title: "Failover", source: "test", steps: [])],
            people: People(respond: true, isPrepared: true, roles: [], channels: [], playbooks: []),
            backups: backups,
            assumptions: [], successMetrics: metrics, manifests: [])
    }

    /// A scenario of a class, with faults that strike by these names.
    package static func scenario(
        class incidentClass: IncidentClassID? = "region_outage", faults: [Fault] = []
    ) -> Scenario {
        Scenario(
            id: "sample", title: "Sample", path: "sample.yaml", incidentClass: incidentClass,
            start: CalendarTime(year: 2026, month: 3, day: 10, hour: 17), horizon: .hours(24), seed: 1,
            faults: faults, expectations: [:])
    }

    /// A fault at an instant.
    package static func fault(_ name: String, _ kind: Fault.Kind, at time: Span) -> Fault {
        Fault(
            id: FaultID(name), kind: kind, trigger: .at(.start + time), duration: nil,
            position: SourcePosition(file: "sample.yaml", line: 1, column: 1))
    }

    /// The document's prices under given readings.
    package static func impact(
        penalty: BusinessImpact.PenaltyReading = .startedDay,
        from penaltyFrom: BusinessImpact.PenaltyStart = .rto,
        reputation: BusinessImpact.ReputationReading = .ofLostRevenue, includesDataLoss: Bool = false
    ) -> BusinessImpact {
        BusinessImpact(
            currency: "USD", hourlyRevenue: .rounding(12_500), operationalCostPerHour: .rounding(3_500),
            compliancePenaltyPerDay: .rounding(25_000), reputationMultiplier: 2.5, penalty: penalty,
            penaltyFrom: penaltyFrom, reputation: reputation, includesDataLoss: includesDataLoss)
    }
}

extension SamplePlan {
    private static func objectives(rto: Span, rpo: Span) -> Objectives {
        Objectives(rto: rto, rpo: .span(rpo))
    }

    private static var tiers: [Tier] {
        [
            Tier(
                number: 1, title: "CRITICAL", objectives: objectives(rto: .hours(1), rpo: .minutes(15)),
                maxAcceptableLoss: .rounding(3_125), source: "test"),
            Tier(
                number: 2, title: "ESSENTIAL", objectives: objectives(rto: .hours(4), rpo: .hours(1)),
                maxAcceptableLoss: .rounding(12_500), source: "test"),
        ]
    }

    private static var services: [Service] {
        [
            Service(
                id: api, title: "API", tier: 1, revenueShare: .percent(60), host: "api.example.com",
                path: "/", workloads: [], stores: [database], needs: [], source: "test"),
            Service(
                id: portal, title: "Portal", tier: 2, revenueShare: .percent(40),
                host: "www.example.com", path: "/", workloads: [], stores: [], needs: [api],
                source: "test"),
        ]
    }

    private static var store: Store {
        Store(
            id: database, title: "Database", kind: .postgres, hostKey: "DATABASE_HOST", source: "test")
    }

    private static var classes: [IncidentClass] {
        [
            incidentClass("region_outage", objectives(rto: .hours(4), rpo: .hours(1))),
            incidentClass("zone_outage", objectives(rto: .minutes(30), rpo: .minutes(5))),
            incidentClass("deletion", Objectives(rto: .hours(1), rpo: .pointInTime)),
        ]
    }

    private static func incidentClass(
        _ id: IncidentClassID, _ objectives: Objectives
    ) -> IncidentClass {
        IncidentClass(
            id: id, family: "test", title: id.name, objectives: objectives, autoFailover: false,
            procedures: [], source: "test")
    }

    private static var topology: Topology {
        Topology(regions: [], dns: DNSZone(id: "zone", controlPlane: "east", records: []))
    }

    private static var load: LoadProfile {
        LoadProfile(
            hours: Array(repeating: .all, count: 24), peakTransactionsPerSecond: 100,
            walPerTransaction: ByteCount(8_000), source: "test")
    }

    private static var controller: ControllerPolicy {
        ControllerPolicy(
            location: .third, pollInterval: .seconds(30), errorInterval: .seconds(60),
            probeFailure: .unhealthy, replicaDatabase: .inRegion, checks: [],
            detection: .init(required: 1, window: 1), latch: false, coolDown: .zero,
            obeysApprovalPolicy: false, approval: .init(role: "lead", timeout: .minutes(30)),
            responses: [
                .init(
                    disaster: .regionFailure, incidentClass: "region_outage", runbook: failover,
                    source: "test")
            ],
            alertChannels: [], definedFunctions: [], healthChecks: .probed)
    }

    private static var backups: BackupPolicy {
        BackupPolicy(
            schedule: BackupSchedule(
                dailyAt: .hours(2), verificationWeekday: 6, verificationHour: 3,
                pollInterval: .minutes(1), errorInterval: .minutes(5), reading: .poll),
            location: .primary, onError: .stop, components: [], copying: .call,
            verification: .nothing, retention: [], appliesRetention: false, bucket: "backups",
            recoveryBucket: "backups-recovery")
    }

    private static var metrics: [SuccessMetric] {
        [
            metric(.rto, .atLeast(.percent(95))), metric(.rpo, .atLeast(.percent(99))),
            metric(.backup, .atLeast(.rounding(0.999))), metric(.verification, .atLeast(.all)),
            metric(.detection, .within(.minutes(5))), metric(.failover, .within(.minutes(30))),
            metric(.communication, .within(.minutes(15))), metric(.playbookAccuracy, .atLeast(.all)),
            metric(.availability, .atLeast(.rounding(0.9995))), metric(.users, .atMost(.percent(2))),
            metric(.revenue, .atMost(.rounding(0.001))), metric(.compliance, .atLeast(.all)),
        ]
    }

    private static func metric(
        _ kind: SuccessMetric.Kind, _ target: SuccessMetric.Target
    ) -> SuccessMetric {
        SuccessMetric(kind: kind, title: kind.rawValue, target: target, source: "test")
    }
}
