import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Who looked at something says what it is like, not only that the item is done.
    mutating func sayWhatWasFound(_ number: Int, cause: FactID?) {
        let item = blueprint.plan.people.immediateResponse[number]
        guard let sight = item.looksAt else { return }
        record(
            Narrative(
                .responseItemFound, item.id, "\(item.title): \(words(for: sight))", source: item.source,
                actor: .consequence, phase: .immediateResponse),
            cause: cause)
    }

    private func words(for sight: ResponseItem.Sight) -> String {
        switch sight {
        case .backups: stateOfBackups
        case .failover: stateOfFailover
        }
    }

    /// What the backups of the trial and the thirty days before it came to.
    private var stateOfBackups: String {
        let ended = backups.records.endedBackups
        guard !ended.isEmpty else { return "there is no backup" }
        let useless = ended.count { $0.result != .completed }
        return useless == 0
            ? "all \(ended.count) backups of thirty days are complete"
            : "\(useless) of \(ended.count) backups of thirty days have failed"
    }

    /// What the controller's own procedures have come to.
    private var stateOfFailover: String {
        let own = blueprint.plan.controller.responses.compactMap { $0.runbook?.name }
        let last = trace.facts.last { fact in
            let kinds: [FactKind] = [.procedureStarted, .procedureCompleted, .procedureFailed]
            return kinds.contains(fact.kind) && own.contains(fact.entity)
        }
        return last?.text ?? "nothing was begun"
    }
}
