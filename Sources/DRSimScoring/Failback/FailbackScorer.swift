import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Finds the ways back of a trial and says what each came to: when from the facts of its procedure, what it
/// cost users from what they were served, what became of the data from the ledger.
struct FailbackScorer {
    let trace: Trace
    let plan: Plan
    let curves: [ServedCurve]
    private let runbooks: [Runbook]
    /// For each fact, the start of the way back that led to it; `nil` if none did.
    private let ways: [FactID?]

    init(trace: Trace, plan: Plan, scenario: Scenario, curves: [ServedCurve]) {
        (self.trace, self.plan, self.curves) = (trace, plan, curves)
        let runbooks = plan.aftermath(of: scenario.incidentClass).map(\.runbook)
        self.runbooks = runbooks
        // Causes come before what they cause. A fault that strikes in its course is no doing of a way back.
        ways = trace.facts.enumerated().reduce(into: []) { ways, entry in
            let (index, fact) = entry
            let isStart = fact.kind == .procedureStarted && runbooks.contains { $0.id.name == fact.entity }
            let inherited = fact.actor == .fault ? nil : fact.cause.flatMap { ways[Int($0.index)] }
            ways.append(isStart ? FactID(index) : inherited)
        }
    }

    /// The ways back in the order in which they were begun.
    func scores() -> [FailbackScore] {
        let starts = trace.facts.indices.map { FactID($0) }.filter { ways[Int($0.index)] == $0 }
        guard !starts.isEmpty else { return [] }
        let absences = plan.stores.flatMap { Absence.all(of: $0.id, in: trace.ledger) }
        return starts.enumerated().compactMap { number, start in
            let next = number + 1 < starts.count ? trace[starts[number + 1]].at : nil
            let before = number > 0 ? trace[starts[number - 1]].at : nil
            return score(start, before: before, next: next, absences)
        }
    }

    private func score(
        _ start: FactID, before: Instant?, next: Instant?, _ absences: [Absence]
    ) -> FailbackScore? {
        guard let runbook = runbooks.first(where: { $0.id.name == trace[start].entity }) else { return nil }
        var score = FailbackScore(runbook: runbook.id, startedAt: trace[start].at)
        let own = trace.facts.indices.filter { ways[$0] == start }.map { trace.facts[$0] }
        score.decidedAt = decision(own, of: runbook, startedAt: score.startedAt)
        if let end = own.first(where: { $0.ends(runbook.id) }) {
            (score.endedAt, score.outcome) = (end.at, end.kind == .procedureFailed ? .failed : .completed)
        } else if let turn = turn(after: score.startedAt, next: next) {
            (score.endedAt, score.outcome) = (turn, .overtaken)
        }
        // What is owed to one that came to nothing ends where it is begun anew.
        let limit = score.outcome == .completed ? trace.horizon : next ?? trace.horizon
        let outages = curves.map { curve in
            curve.outages { $0.cause.flatMap { ways[Int($0.index)] } == start }
                .filter { $0.from < limit }
                .map { ServiceScore.Outage(from: $0.from, to: min($0.to, limit)) }
        }
        score.interruptions = zip(plan.services, outages).filter { !$1.isEmpty }.map { service, outages in
            FailbackScore.Interruption(service: service.id, span: outages.reduce(.zero) { $0 + $1.span })
        }
        let period = Period(before: before, next: next ?? trace.horizon, limit: limit)
        score.stores = absences.filter { absence in
            let homeAt = absence.homeAt(in: trace.ledger)
            return absence.leftAt <= score.startedAt && homeAt.map { $0 >= score.startedAt } ?? true
        }.map { fate($0, of: score, in: period, absences) }
        score.homeAt = home(score, own, outages: outages.flatMap { ServiceScore.Outage.episodes($0) }, limit)
        return score
    }

    /// When people began with what answers a disaster they declared and left a way back where it was, so that
    /// it is begun anew later, if ever.
    private func turn(after start: Instant, next: Instant?) -> Instant? {
        let response = trace.facts.first { fact in
            fact.kind == .procedureStarted && fact.at > start
                && fact.cause.map { trace[$0].kind == .decisionMade } ?? false
        }
        guard let response, response.at < next ?? trace.horizon else { return next }
        return response.at
    }

    /// The last approval, where the procedure asks for any.
    private func decision(_ facts: [Fact], of runbook: Runbook, startedAt: Instant) -> Instant? {
        let questions = runbook.questions.map(\.id.name)
        guard !questions.isEmpty else { return startedAt }
        let isAnswer = { (fact: Fact) in
            fact.kind == .stepSucceeded && fact.string(.runbook) == runbook.id.name
                && questions.contains(fact.entity)
        }
        return facts.last(where: isAnswer)?.at
    }

    private func fate(
        _ absence: Absence, of score: FailbackScore, in period: Period, _ absences: [Absence]
    ) -> FailbackScore.Store {
        let homeAt = absence.homeAt(in: trace.ledger).flatMap { $0 < period.next ? $0 : nil }
        let bytes = absence.bytes(in: trace.ledger)
        let carried = homeAt == nil ? 0 : bytes.carried
        let all = StoreScore.Writes(bytes: bytes.all, under: plan)
        let reconciled = StoreScore.Writes(bytes: carried, under: plan)
        let rest = StoreScore.Writes(
            bytes: all.bytes - reconciled.bytes, transactions: all.transactions - reconciled.transactions)
        // Each instant without a copy counts once: that before it was begun anew was the former's, that after
        // a new departure is the next one's.
        let isAnew = period.before.map { $0 >= absence.leftAt } ?? false
        let departure = absences.first { $0.store == absence.store && $0.leftAt > score.startedAt }?.leftAt
        return FailbackScore.Store(
            id: absence.store, homeAt: homeAt, reconciled: reconciled,
            leftBehind: homeAt == nil ? .none : rest,
            unprotected: UnprotectedTime.span(
                of: absence.store, in: trace, from: isAnew ? score.startedAt : absence.leftAt,
                until: homeAt.flatMap { home in score.endedAt.map { max(home, $0) } },
                limit: min(homeAt == nil ? period.next : period.limit, departure ?? trace.horizon)))
    }

    /// When users were served at home.
    private func home(
        _ score: FailbackScore, _ facts: [Fact], outages: [ServiceScore.Outage], _ limit: Instant
    ) -> Instant? {
        let stores = score.stores.map(\.homeAt)
        guard stores.allSatisfy({ $0 != nil }) else { return nil }
        let moves: [Instant?]
        if let first = outages.map(\.from).min() {
            // Whoever is away when all data is at home is waited for, but not for shortages of later days.
            let ready = max(first, stores.compactMap(\.self).max() ?? first)
            let ends = outages.filter { $0.from <= ready && ready < $0.to }.map(\.to)
            moves = [ready] + ends.map { $0 < limit ? $0 : nil }
        } else {
            let names = facts.filter { $0.kind == .dnsChanged }.map(\.entity)
            moves = names.map { name in facts.first { $0.isArrival(of: name) }?.at }
        }
        let all = stores + moves
        return all.contains(nil) ? nil : all.compactMap(\.self).max()
    }
}

/// Where a way back stands among the others.
private struct Period {
    /// When the one before it was begun.
    let before: Instant?
    /// When the next one was, or the horizon.
    let next: Instant
    /// Up to when what it brought about is its own.
    let limit: Instant
}

extension Fact {
    fileprivate func ends(_ runbook: RunbookID) -> Bool {
        (kind == .procedureCompleted || kind == .procedureFailed) && entity == runbook.name
    }

    /// Whether enough of a name's clients have moved.
    fileprivate func isArrival(of name: String) -> Bool {
        kind == .clientsMoved && entity == name
            && (number(.share) ?? 0) >= ServedSegment.threshold.partsPerMillion
    }
}
