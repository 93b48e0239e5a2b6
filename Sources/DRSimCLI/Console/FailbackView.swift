import DRSimDocument
import DRSimPlan
import DRSimScoring
import DRSimUnits

/// What ways back came to, on the console and in JSON.
struct FailbackView {
    let failbacks: [FailbackScore]
    let onset: Instant

    /// Some lines for each way back that had something to bring home; nothing where none had.
    var text: String? {
        let telling = failbacks.enumerated().filter(\.element.hasSubject)
        guard !telling.isEmpty else { return nil }
        return telling.flatMap { lines(of: $0.element, ordinal: $0.offset + 1) }.map { "  \($0)" }
            .joined(separator: "\n")
    }

    private func lines(of failback: FailbackScore, ordinal: Int) -> [String] {
        [
            "\(ordinal). \(failback.runbook): RTA \(ScoreTables.text(failback.rta)), "
                + "from decision to users at home",
            course(of: failback), interruption(of: failback),
        ] + failback.stores.map(line)
    }

    private func course(of failback: FailbackScore) -> String {
        let end = failback.endedAt.map { "\(failback.outcome.words) \(offset($0))" }
        return [
            "begun \(offset(failback.startedAt))",
            failback.decidedAt.map { "decided \(offset($0))" } ?? "not decided",
            failback.homeAt.map { "at home \(offset($0))" } ?? "not at home",
            end ?? failback.outcome.words,
        ].joined(separator: " · ")
    }

    private func interruption(of failback: FailbackScore) -> String {
        guard let longest = failback.interruptions.max(by: { $0.span < $1.span }) else {
            return "interrupted nobody"
        }
        let count = failback.interruptions.count
        let services = count == 1 ? "1 service" : "\(count) services"
        return "interrupted \(services), \(longest.service) \(longest.span)\(count == 1 ? "" : " at most")"
    }

    private func line(_ store: FailbackScore.Store) -> String {
        let unprotected = "\(store.unprotected) without a copy in a second region"
        guard store.homeAt != nil else { return "\(store.id): is not at home; \(unprotected)" }
        let (kept, left) = (store.reconciled.transactions, store.leftBehind.transactions)
        return "\(store.id): \(kept.groupedByThousands) transactions carried home, "
            + "\(left.groupedByThousands) left behind; \(unprotected)"
    }

    private func offset(_ instant: Instant) -> String { (instant - onset).offsetText }
}

extension FailbackView {
    /// The ways back in the document of a run; times in milliseconds after the start, durations in seconds.
    static func json(of failbacks: [FailbackScore]) -> JSONValue {
        .array(failbacks.enumerated().map { json(of: $1, ordinal: $0 + 1) })
    }

    private static func json(of failback: FailbackScore, ordinal: Int) -> JSONValue {
        [
            "ordinal": .integer(Int64(ordinal)),
            "runbook": .string(failback.runbook.name), "outcome": .string(failback.outcome.rawValue),
            "started_ms": instant(failback.startedAt), "decided_ms": instant(failback.decidedAt),
            "home_ms": instant(failback.homeAt), "ended_ms": instant(failback.endedAt),
            "rta_s": failback.rta.map { .number($0.inSeconds) } ?? .null,
            "interruptions": .array(
                failback.interruptions.map {
                    ["service": .string($0.service.name), "seconds": .number($0.span.inSeconds)]
                }),
            "stores": .array(
                failback.stores.map { store in
                    [
                        "id": .string(store.id.name), "home_ms": instant(store.homeAt),
                        "reconciled": .integer(store.reconciled.transactions),
                        "left_behind": .integer(store.leftBehind.transactions),
                        "unprotected_s": .number(store.unprotected.inSeconds),
                    ]
                }),
        ]
    }

    private static func instant(_ instant: Instant?) -> JSONValue {
        instant.map { .integer($0.milliseconds) } ?? .null
    }
}
