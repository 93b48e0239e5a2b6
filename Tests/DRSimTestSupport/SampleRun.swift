import DRSimPlan
package import DRSimScoring
import DRSimTrace
package import DRSimUnits

/// A run put together by hand: the loss of a region that a plan answers, in round figures, with
/// something in every field a store or a report can hold.
package struct SampleRun {
    /// The scenario's name.
    package var scenario = "region-lost"
    /// The overlays in force.
    package var overlays = ["named"]
    /// Values of the plan set for this run alone.
    package var settings: [String] = []
    /// The two digits a plan's hash repeats; `nil` for those of the overlays.
    package var planHash: String?
    /// The seed.
    package var seed: UInt64 = .max
    /// The trial.
    package var trial: UInt32 = 0
    /// When it was carried out.
    package var recordedAt = CalendarTime(year: 2026, month: 11, day: 24, hour: 9)
    /// Whether nothing responded.
    package var isControl = false
    /// The model it was run with.
    package var modelVersion = 3
    /// When the services are back, in minutes after the onset; `nil` for never.
    package var restoredAfter: Int64? = 50
    /// Which services there are.
    package var services = ["auth", "orders", "search", "archive"]

    /// Creates the usual one.
    package init() {}

    /// The onset: five minutes after the start.
    package static let onset = Instant.start + .minutes(5)

    /// The record.
    package var record: RunRecord {
        RunRecord(
            provenance: provenance, score: score,
            expectations: [
                ExpectationResult(text: "disaster == region_failure", held: true, actual: "region_failure"),
                ExpectationResult(text: "rta(orders) <= 45m", held: false, actual: "50m"),
            ], timeline: timeline, served: served)
    }

    private var provenance: RunProvenance {
        RunProvenance(
            toolVersion: "0.1.0", modelVersion: modelVersion, plan: plan, overlays: overlays,
            settings: settings,
            scenario: ScenarioRecord(
                id: scenario, title: "The <primary> | is gone: \(scenario)",
                path: "disasters/\(scenario).yaml",
                sha256: String(scenario.utf8.reduce(0) { $0 + Int($1) } % 10).padded(to: 64),
                incidentClass: "region_outage",
                start: CalendarTime(year: 2026, month: 3, day: 10, hour: 17), horizon: .hours(12)),
            seed: seed, trial: trial, digest: String(repeating: "d1", count: 32),
            replay: "drsim run disasters/\(scenario).yaml --overlay \(overlays.joined()) "
                + settings.map { "--set \($0) " }.joined() + "--seed \(seed)",
            recordedAt: recordedAt, isControl: isControl)
    }

    private var hash: String {
        if !settings.isEmpty { return "ee" }
        return overlays == ["named"] ? "ab" : "cd"
    }

    private var plan: PlanRecord {
        PlanRecord(
            id: "shop", title: "Shop & Sons: recovery plan",
            sha256: String(repeating: planHash ?? hash, count: 32),
            canonicalText: "{\"id\":\"shop\"}",
            titles: services.map { .init(kind: .service, id: $0, text: "The \($0) service") }
                + [.init(kind: .store, id: "database", text: "Orders database")],
            assumptions: [
                AssumptionNote(
                    id: "node_start", title: "Until a node is ready",
                    distribution: "lognormal, median 2m 30s, 95% below 5m 30s", source: "C7",
                    confidence: .secondary),
                AssumptionNote(
                    id: "pager", title: "Until a page is answered", distribution: "exponential, mean 4m 00s",
                    source: "E3", confidence: .estimate),
            ])
    }

    private var score: TrialScore {
        var counts = TrialCounts()
        counts[.alerts] = 2
        counts[.lostTransactions] = 42
        var score = TrialScore(
            services: services.enumerated().map(service), stores: [store], money: money, counts: counts,
            metrics: metrics, disaster: .regionFailure, onset: Self.onset,
            detection: Self.onset + .seconds(90), declaration: Self.onset + .minutes(20),
            communication: Self.onset + .minutes(12),
            bindingConstraint: restoredAfter.map {
                BindingConstraint(service: "auth", phase: "approval", span: .minutes(18), rta: .minutes($0))
            })
        (score.handling, score.checklist) = (handling, checklist)
        score.failbacks = [failback]
        return score
    }

    private var failback: FailbackScore {
        var failback = FailbackScore(runbook: "failback", startedAt: Self.onset + .hours(2))
        (failback.decidedAt, failback.homeAt) = (Self.onset + .minutes(180), Self.onset + .minutes(192))
        (failback.endedAt, failback.outcome) = (Self.onset + .minutes(190), .completed)
        failback.interruptions = [
            .init(service: "auth", span: .minutes(11)), .init(service: "orders", span: .minutes(10)),
        ]
        failback.stores = [
            .init(
                id: "database", homeAt: Self.onset + .minutes(185),
                reconciled: .init(bytes: ByteCount(4_321_000), transactions: 4_321),
                leftBehind: .init(bytes: ByteCount(7_000), transactions: 7), unprotected: .hours(3))
        ]
        return failback
    }

    private var handling: Handling {
        var handling = Handling(truth: "region_outage")
        (handling.taken, handling.takenBy) = (.unmapped(.databaseFailure), .controller)
        handling.acted = .incidentClass("region_outage")
        (handling.falseAlarms, handling.falseActions, handling.watched) = (3, 1, .hours(12))
        return handling
    }

    private var checklist: [ChecklistScore] {
        ChecklistScore.Outcome.allCases.map { outcome in
            ChecklistScore(
                id: outcome.rawValue, group: .data, title: "Item that \(outcome.words)", source: "L9",
                outcome: outcome, evidence: "as \(outcome.rawValue) as can be")
        }
    }

    private func service(_ index: Int, _ name: String) -> ServiceScore {
        let tier = min(4, 1 + index * 4 / services.count)
        var score = ServiceScore(id: ServiceID(name), tier: tier)
        score.rto = [.minutes(60), .hours(4), .hours(24), nil][tier - 1]
        score.rpo = [.span(.minutes(15)), .pointInTime, nil, nil][tier - 1]
        // One service the disaster does not touch.
        guard index < services.count - 1 else { return score }
        score.unavailableFrom = Self.onset
        score.minimumShare = .none
        score.documentVerdict = .met
        (score.rpa, score.rpoVerdict, score.documentRPOVerdict) = (.seconds(25), .met, .met)
        guard let minutes = restoredAfter.map({ $0 + Int64(index) }) else {
            (score.verdict, score.documentVerdict) = (.unrecovered, .unrecovered)
            score.outages = [.init(from: Self.onset, to: Instant.start + .hours(12))]
            score.unavailable = .hours(12) - .minutes(5)
            return score
        }
        score.restoredAt = Self.onset + .minutes(minutes)
        score.rta = .minutes(minutes)
        score.rtaFromDetection = .minutes(minutes) - .seconds(90)
        score.rtaFromDeclaration = .minutes(minutes - 20)
        score.verdict = score.rto.map { .minutes(minutes) <= $0 ? .met : .missed } ?? .noTarget
        score.restoredBy = .plan
        score.phases = [
            .init(name: "detection", span: .seconds(90)), .init(name: "approval", span: .minutes(18)),
            .init(name: "promote_database", span: .minutes(6)),
            .init(name: "scale_nodes", span: .minutes(minutes - 30)),
            .init(name: "dns_tail", span: .minutes(6) - .seconds(90)),
        ]
        score.outages = [.init(from: Self.onset, to: Self.onset + .minutes(minutes))]
        score.unavailable = .minutes(minutes)
        return score
    }

    private var store: StoreScore {
        var store = StoreScore(id: "database")
        (store.rpo, store.rpa, store.copyAge) = (.span(.minutes(15)), .seconds(25), .seconds(27))
        (store.verdict, store.documentVerdict) = (.met, .met)
        store.acknowledged = .init(bytes: ByteCount(9_000_000), transactions: 9_000)
        store.survived = .init(bytes: ByteCount(8_950_000), transactions: 8_950)
        store.lost = .init(bytes: ByteCount(42_000), transactions: 42)
        store.discarded = .init(bytes: ByteCount(8_000), transactions: 8)
        store.splitBrain = .init(bytes: ByteCount(1_000), transactions: 1)
        return store
    }

    private var money: MoneyScore {
        let lost = Money(minorUnits: (restoredAfter ?? 715) * 20_833)
        let lines = [
            MoneyLine(name: .lostRevenue, amount: lost),
            MoneyLine(name: .operational, amount: Money(minorUnits: 291_667)),
            MoneyLine(name: .compliance, amount: .zero),
            MoneyLine(name: .reputation, amount: Money(minorUnits: lost.minorUnits * 5 / 2)),
            MoneyLine(name: .dataLoss, amount: Money(minorUnits: 8_681)),
        ]
        return MoneyScore(
            currency: "USD", lines: lines, total: lines.dropLast().reduce(.zero) { $0 + $1.amount },
            maxAcceptableLoss: Money(minorUnits: 312_500), dataLossVerdict: .met,
            readings: [
                .init(name: "penalty", value: "started_day"),
                .init(name: "reputation", value: "of_lost_revenue"),
            ])
    }

    private var metrics: [MetricScore] {
        var metrics = plainMetrics
        metrics[0].evidence = "3 of 4 recovery times within the stricter target"
        return metrics
    }

    private var plainMetrics: [MetricScore] {
        [
            MetricScore(
                metric: SuccessMetric(
                    kind: .rto, title: "RTO achievement", target: .atLeast(.percent(95)), source: "L1"),
                value: .share(.percent(75)), verdict: .missed),
            MetricScore(
                metric: SuccessMetric(
                    kind: .detection, title: "Detection", target: .within(.minutes(5)), source: "L2"),
                value: .span(.seconds(90)), verdict: .met),
            MetricScore(
                metric: SuccessMetric(
                    kind: .users, title: "Users affected", target: .atMost(.percent(10)), source: "L3"),
                value: nil, verdict: .notExercised),
        ]
    }

    private var timeline: [TimelineFact] {
        let entries: [(Int64, FactKind, String, String, Fact.Actor)] = [
            (0, .faultInjected, "region", "The region is lost", .fault),
            (90, .disasterDetected, "controller", "Disaster detected: region failure", .plan),
            (95, .alertSent, "pager", "Alert to the on-call engineer", .plan),
            (120, .approvalRequested, "controller", "Approval asked of the incident commander", .plan),
            (1_200, .approvalGranted, "commander", "Failover approved", .people),
            (1_560, .databasePromoted, "database", "The standby is the primary now", .platform),
            (2_700, .dnsChanged, "api", "DNS points to the other region", .plan),
            (
                (restoredAfter ?? 700) * 60, .serviceRestored, "auth", "Users of auth are served again",
                .consequence
            ),
        ]
        return entries.enumerated().map { index, entry in
            TimelineFact(
                id: FactID(index * 3), at: Self.onset + .seconds(entry.0), kind: entry.1, entity: entry.2,
                text: entry.3, cause: index == 0 ? nil : FactID(index * 3 - 3),
                source: index == 0 ? nil : "L\(700 + index)", actor: entry.4, phase: "phase \(index)")
        }
    }

    private var served: [ServedSegment] {
        services.dropLast().flatMap { name -> [ServedSegment] in
            let id = ServiceID(name)
            let outage = [
                ServedSegment(service: id, from: .start, share: .all, cause: nil),
                ServedSegment(service: id, from: Self.onset, share: .none, cause: FactID(0)),
            ]
            guard let minutes = restoredAfter else { return outage }
            let back = Self.onset + .minutes(minutes - 5)
            return outage + [
                ServedSegment(
                    service: id, from: back, share: .none, until: back + .minutes(6), finalShare: .all,
                    cause: FactID(18))
            ]
        }
    }
}

extension String {
    /// The text with zeros before it.
    fileprivate func padded(to length: Int) -> String {
        String(repeating: "0", count: max(0, length - count)) + self
    }
}
