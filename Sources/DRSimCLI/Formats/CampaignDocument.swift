import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimScoring
import DRSimStatistics
import DRSimUnits

/// The versioned JSON document of many trials of one scenario, `drsim.campaign/1`.
struct CampaignDocument {
    let loaded: LoadedCase
    let seed: UInt64
    let scores: [TrialScore]
    /// The control of each trial; empty where none were run.
    var controls: [TrialScore] = []
    let expectations: [ExpectationTally]

    /// The document; durations in seconds as numbers, money in major units, each with its count.
    var json: JSONValue {
        let (plan, scenario) = (loaded.plan, loaded.scenario)
        let view = CampaignView(
            scores: scores, controls: controls, seed: seed, time: scenario.scenario.horizon)
        func money(_ name: String) -> JSONValue {
            view.money.first { $0.name == name }.map { Self.percentiles($0.amounts) } ?? .null
        }
        return [
            "schema": "drsim.campaign/1",
            "plan": ["id": .string(plan.plan.id), "sha256": .string(plan.sha256)],
            "scenario": ["id": .string(scenario.scenario.id), "sha256": .string(scenario.sha256)],
            "overlays": .array(plan.overlays.map { .string($0) }),
            "seed": .string(String(seed)), "trials": .integer(Int64(scores.count)),
            "caught_by": loaded.caughtBy.map { .string($0) } ?? .null,
            "services": .array(view.spreads.map(Self.service)),
            "stores": .array(StoreSpread.all(of: scores).map(Self.store)),
            "total": money("total"), "control": money("control"), "saved": money("saved"),
            "confusion": ConfusionDocument.json(of: ConfusionMatrix(scores.map(\.handling))),
            "expectations": .array(
                expectations.map {
                    [
                        "text": .string($0.text), "held": .bool($0.isHeld),
                        "held_in": .integer(Int64($0.held)), "trials": .integer(Int64($0.trials)),
                        "trial": .integer(Int64($0.trial)), "actual": .string($0.actual),
                    ]
                }),
        ]
    }

    private static func service(_ spread: ServiceSpread) -> JSONValue {
        [
            "id": .string(spread.service.name), "rto_s": seconds(spread.rto),
            "rta_s": percentiles(spread.rtas),
            "exercised": .integer(Int64(spread.exercised)), "met": .integer(Int64(spread.met)),
            "met_interval": spread.exactInterval.map { limits($0.lowerBound, $0.upperBound) } ?? .null,
            "unrecovered": .integer(Int64(spread.unrecovered)),
            "availability": .number(spread.availability.fraction),
        ]
    }

    private static func store(_ spread: StoreSpread) -> JSONValue {
        [
            "id": .string(spread.store.name), "rpa_s": percentiles(spread.rpas),
            "exercised": .integer(Int64(spread.exercised)), "lost": .integer(Int64(spread.lost)),
        ]
    }

    private static func percentiles(_ sample: Sample) -> JSONValue {
        [
            "p50": sample.quantile(0.5).map { .figure($0) } ?? .null,
            "p95": sample.quantile(0.95).map { .figure($0) } ?? .null,
            "p50_interval": interval(of: sample, at: 0.5), "p95_interval": interval(of: sample, at: 0.95),
            "n": .integer(Int64(sample.count)),
        ]
    }

    /// The 95% interval of a percentile, by order statistics; a limit the sample is too small for is `null`.
    private static func interval(of sample: Sample, at probability: Double) -> JSONValue {
        let interval = sample.quantileInterval(probability)
        return limits(interval.lower, interval.upper)
    }

    private static func limits(_ lower: Double?, _ upper: Double?) -> JSONValue {
        .array([lower, upper].map { limit in limit.map { .figure($0) } ?? .null })
    }

    private static func seconds(_ span: Span?) -> JSONValue {
        span.map { .number($0.inSeconds) } ?? .null
    }
}
