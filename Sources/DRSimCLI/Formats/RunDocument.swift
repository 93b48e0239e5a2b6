import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import OrderedCollections

/// The versioned JSON document of one trial, `drsim.run/1`.
struct RunDocument {
    let loaded: LoadedCase
    let result: TrialResult
    let expectations: [ExpectationResult]
    /// Whether nothing and nobody responded.
    var isControl = false

    /// The document; durations in seconds as numbers, money in major units.
    var json: JSONValue {
        let (plan, scenario, score) = (loaded.plan, loaded.scenario, result.score)
        let facts = Array(result.trace.facts.enumerated())
        return [
            "schema": "drsim.run/1",
            "tool": [
                "name": "drsim", "version": .string(Version.text), "model": .integer(Int64(Version.model)),
            ],
            "plan": ["id": .string(plan.plan.id), "sha256": .string(plan.sha256)],
            "scenario": ["id": .string(scenario.scenario.id), "sha256": .string(scenario.sha256)],
            "overlays": .array(plan.overlays.map { .string($0) }),
            "seed": .string(String(result.seed)),
            "trial": .integer(Int64(result.trial)),
            "digest": .string(result.digest.hexadecimal),
            "class": .string(scenario.scenario.incidentClass?.name ?? "none"),
            "control": .bool(isControl),
            "caught_by": loaded.caughtBy.map { .string($0) } ?? .null,
            "start": .string(scenario.scenario.start.description),
            "disaster": score.disaster.map { .string($0.rawValue) } ?? .null,
            "handling": ConfusionDocument.json(of: score.handling),
            "services": .array(score.services.map(service)),
            "stores": .array(score.stores.map(Self.store)),
            "failbacks": FailbackView.json(of: score.failbacks),
            "money": Self.money(score.money),
            "opening": .array(facts.filter(\.element.opensTrial).map(Self.fact)),
            "timeline": .array(facts.filter { !$0.element.opensTrial }.map(Self.fact)),
            "backups": .array(result.trace.backups.map(Self.backup)),
            "counts": .object(
                .init(
                    uniqueKeysWithValues: score.counts.all.map {
                        ($0.count.rawValue, .integer($0.number))
                    })),
            "metrics": .array(score.metrics.map(Self.metric)),
            "checklist": .array(score.checklist.map(Self.check)),
            "expectations": .array(
                expectations.map {
                    ["text": .string($0.text), "held": .bool($0.held), "actual": .string($0.actual)]
                }),
        ]
    }

    private func service(_ service: ServiceScore) -> JSONValue {
        let (seconds, horizon) = (Self.seconds as (Span?) -> JSONValue, result.trace.horizon - .start)
        return [
            "id": .string(service.id.name), "tier": .integer(Int64(service.tier)),
            "rto_s": seconds(service.rto), "rta_s": seconds(service.rta),
            "rpo_s": Self.seconds(service.rpo), "rpa_s": seconds(service.rpa),
            "verdict": .string(service.verdict.rawValue),
            "outages": .integer(Int64(service.episodes.count)),
            "rpo_verdict": .string(service.rpoVerdict.rawValue),
            "document_verdict": .string(service.documentVerdict.rawValue),
            "document_rpo_verdict": .string(service.documentRPOVerdict.rawValue),
            "restored_by": service.restoredBy.map { .string($0.rawValue) } ?? .null,
            "rta_from_detection_s": seconds(service.rtaFromDetection),
            "rta_from_declaration_s": seconds(service.rtaFromDeclaration),
            "unavailable_s": seconds(service.unavailable),
            "availability": .number(service.availability(over: horizon).fraction),
            "phases": .array(
                service.phases.map {
                    ["name": .string($0.name), "seconds": seconds($0.span)]
                }),
        ]
    }

    private static func store(_ store: StoreScore) -> JSONValue {
        [
            "id": .string(store.id.name), "rpo_s": seconds(store.rpo), "rpa_s": seconds(store.rpa),
            "copy_age_s": seconds(store.copyAge), "verdict": .string(store.verdict.rawValue),
            "document_verdict": .string(store.documentVerdict.rawValue), "is_lost": .bool(store.isLost),
            "lost": .integer(store.lost.transactions), "discarded": .integer(store.discarded.transactions),
            "losses": .array(
                store.losses.map {
                    [
                        "fault": .string($0.fault.name), "lost": .integer($0.lost.transactions),
                        "discarded": .integer($0.discarded.transactions),
                    ]
                }),
            "split_brain": .integer(store.splitBrain.transactions),
            "acknowledged": .integer(store.acknowledged.transactions),
            "survived": .integer(store.survived.transactions),
        ]
    }

    private static func money(_ money: MoneyScore) -> JSONValue {
        [
            "currency": .string(money.currency),
            "lines": .array(
                money.lines.map {
                    ["name": .string($0.name.rawValue), "amount": .number($0.amount.inMajorUnits)]
                }),
            "total": .number(money.total.inMajorUnits),
            "data_loss": [
                "limit": money.maxAcceptableLoss.map { .number($0.inMajorUnits) } ?? .null,
                "verdict": .string(money.dataLossVerdict.rawValue),
            ],
            "readings": .object(
                .init(uniqueKeysWithValues: money.readings.map { ($0.name, .string($0.value)) })),
        ]
    }

    private static func fact(_ index: Int, _ fact: Fact) -> JSONValue {
        [
            "id": .integer(Int64(index)), "at_ms": .integer(fact.at.milliseconds),
            "kind": .string(fact.kind.rawValue), "entity": .string(fact.entity), "text": .string(fact.text),
            "cause": fact.cause.map { .integer(Int64($0.index)) } ?? .null,
            "source": fact.source.map { .string($0) } ?? .null,
        ]
    }

    private static func backup(_ record: BackupRecord) -> JSONValue {
        [
            "kind": .string(record.kind.rawValue), "id": .string(record.id),
            "started_ms": .integer(record.startedAt.milliseconds),
            "ended_ms": record.endedAt.map { .integer($0.milliseconds) } ?? .null,
            "result": .string(record.result.rawValue),
            "parts": .array(
                record.parts.map { part in
                    [
                        "name": .string(part.name), "address": part.address.map { .string($0) } ?? .null,
                        "bytes": .integer(part.size.bytes), "content": .string(part.content),
                        "usable": .bool(part.isUsable),
                        "copied_to": part.copyBucket.map { .string($0) } ?? .null,
                        "problem": part.problem.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }

    private static func metric(_ metric: MetricScore) -> JSONValue {
        [
            "id": .string(metric.metric.kind.rawValue), "title": .string(metric.metric.title),
            "value": metric.value.map { .string($0.description) } ?? .null,
            "verdict": .string(metric.verdict.rawValue), "evidence": .string(metric.evidence),
        ]
    }

    private static func check(_ check: ChecklistScore) -> JSONValue {
        [
            "id": .string(check.id), "group": .string(check.group.rawValue),
            "title": .string(check.title), "outcome": .string(check.outcome.rawValue),
            "evidence": .string(check.evidence), "source": .string(check.source),
        ]
    }

    private static func seconds(_ span: Span?) -> JSONValue {
        span.map { .number($0.inSeconds) } ?? .null
    }

    private static func seconds(_ objective: RecoveryPointObjective?) -> JSONValue {
        switch objective {
        case nil: .null
        case .span(let span): .number(span.inSeconds)
        case .pointInTime: .number(0)
        }
    }
}
