import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits

/// The findings as `drsim.findings/1` has them.
struct FindingsDocument {
    let plan: String
    let catalogue: FindingCatalogue
    let results: [FindingResult]

    /// The document; one entry of `findings` for each.
    func json(seed: UInt64?) -> JSONValue {
        [
            "schema": "drsim.findings/1", "tool": .string(Version.text), "plan": .string(plan),
            "mended": .string(catalogue.mended), "faulty": .string(catalogue.faulty),
            "seed": seed.map { .string(String($0)) } ?? .null,
            "findings": .array(results.map { Self.row($0) }),
        ]
    }

    private static func row(_ result: FindingResult) -> JSONValue {
        let finding = result.finding
        var row: JSONValue = [
            "id": .string(finding.id), "what": .string(finding.title), "source": .string(finding.source),
            "mended_at": finding.mendedAt.map { .string($0) } ?? .null,
            "note": finding.note.map { .string($0) } ?? .null,
        ]
        switch finding.evidence {
        case .scenario(let experiment):
            row["evidence"] = "scenario"
            row["scenario"] = .string(experiment.scenario)
            row["seed"] = result.seed.map { .string(String($0)) } ?? .null
            row["base"] = experiment.base.map { .string($0) } ?? .null
            row["mend_base"] = experiment.mendBase.map { .string($0) } ?? .null
        case .check(let reason, let place):
            row["evidence"] = "check"
            row["reason"] = .string(reason)
            row["check"] = .string(place)
        }
        row["put_back"] = result.price.map { side($0) } ?? .null
        row["mended_alone"] = result.gain.map { side($0) } ?? .null
        return row
    }

    private static func side(_ outcome: FindingResult.Outcome) -> JSONValue {
        let effect = outcome.effect
        return [
            "effect": .bool(effect != nil),
            "reason": FindingText(outcome: outcome).reason.map { .string($0) }
                ?? .null,
            "d_rta_s": seconds(effect?.services.first?.delta),
            "d_rpa_s": seconds(effect?.stores.first?.delta),
            "d_money": effect.map { .number($0.money.inMajorUnits) } ?? .null,
            "verdicts": .array(
                (effect?.services.map { change($0, $0.subject.name) } ?? [])
                    + (effect?.stores.map { change($0, $0.subject.name) } ?? [])),
            "counts": .array(
                (effect?.counts ?? []).map { count in
                    [
                        "name": .string(count.count.rawValue), "before": .integer(count.before),
                        "after": .integer(count.after),
                    ]
                }),
            "metrics": .array((effect?.metrics ?? []).map { .string($0.rawValue) }),
        ]
    }

    private static func change<Subject>(
        _ change: FindingEffect.Change<Subject>, _ name: String
    ) -> JSONValue {
        [
            "of": .string(name), "before": .string(change.verdictBefore.rawValue),
            "after": .string(change.verdictAfter.rawValue), "before_s": seconds(change.before),
            "after_s": seconds(change.after),
        ]
    }

    private static func seconds(_ span: Span?) -> JSONValue { span.map { .number($0.inSeconds) } ?? .null }
}
