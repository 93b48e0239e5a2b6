import DRSimCloud
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Who looked at something says what it is like, not only that the item is done.
    mutating func sayWhatWasFound(_ number: Int, by role: RoleID, cause: FactID?) {
        let item = blueprint.plan.people.immediateResponse[number]
        guard let sight = item.looksAt else { return }
        record(
            Narrative(
                .responseItemFound, item.id, "\(item.title): \(words(for: sight, of: item, by: role))",
                source: item.source, actor: .consequence, phase: .immediateResponse),
            cause: cause)
    }

    private func words(for sight: ResponseItem.Sight, of item: ResponseItem, by role: RoleID) -> String {
        switch sight {
        case .backups: stateOfBackups
        case .failover: stateOfFailover
        case .services: stateOfServices
        case .data: stateOfData
        case .procedures: plannedProcedures
        case .role: role == item.role ? "\(role) is there" : "\(item.role) is away, \(role) stands in"
        case .log: beginningOfLog(by: role)
        case .need: usersWereServed ? "not needed, users are served" : "needed, users are not served"
        }
    }

    /// What the backups of the trial and the thirty days before it came to.
    private var stateOfBackups: String {
        let ended = backups.records.endedBackups
        guard !ended.isEmpty else { return "there is no backup" }
        let words: [(BackupRecord.Result, String)] = [
            (.failed, "have failed"), (.stopped, "were stopped"),
            (.inconclusive, "came to what is not simulated"),
        ]
        let useless = words.compactMap { result, words in
            let count = ended.count { $0.result == result }
            return count == 0 ? nil : "\(count) of \(ended.count) backups of thirty days \(words)"
        }
        return useless.isEmpty
            ? "all \(ended.count) backups of thirty days are complete" : useless.joined(separator: ", ")
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

    /// How many services are not served, by name where it is not all, and which regions do not answer.
    private var stateOfServices: String {
        let away = services.indices.filter { !services[$0].isAvailable }
            .map { blueprint.plan.services[$0].id.name }
        let isAll = away.count == services.count
        let names = isAll || away.isEmpty ? "" : ": " + away.joined(separator: ", ")
        let lost = blueprint.regions.indices.filter { !infrastructure.cloud.isUp(region: $0) }
            .map { "; \(blueprint.regions[$0].id) does not answer" }
        return "\(away.count) of \(services.count) services are not served\(names)" + lost.joined()
    }

    /// For each database how much of its answers is wrong, and what its copy in another region lacks.
    private var stateOfData: String {
        let words = protection.compactMap { state in
            state.home.map { "\(state.store): \(damage(in: $0))\(lack(beside: $0))" }
        }
        return words.isEmpty ? "there is no database" : words.joined(separator: "; ")
    }

    private func damage(in home: DatabaseID) -> String {
        let wrong = infrastructure.databases.soundShare(of: home).rest
        return wrong == .none ? "" : "\(wrong) of the answers are wrong, "
    }

    private func lack(beside home: DatabaseID) -> String {
        let system = infrastructure.databases
        let copies = system.copies(at: now, draws: draws).filter { copy in
            copy.isAvailable && system[copy.database].source == home
                && system[copy.database].spec.site != system[home].spec.site
        }
        guard let newest = copies.max(by: { $0.position < $1.position }) else {
            return "no copy in another region follows it"
        }
        let written = system.ledger.position(of: system[home].timeline, at: now)
        let missing = max(0, written.bytes - newest.position.bytes)
        let transactions = missing / max(1, blueprint.plan.load.walPerTransaction.bytes)
        return "the copy in \(blueprint.regions[system[newest.database].spec.site].id) lacks "
            + "\(transactions.groupedByThousands) transactions"
    }

    /// How long after the declaration the log begins, and how much of this incident went before it.
    private func beginningOfLog(by role: RoleID) -> String {
        let former = trace.facts.lastIndex { $0.kind == .incidentClosed }
        let facts = trace.facts.dropFirst(former.map { $0 + 1 } ?? 0).filter { $0.at < now }
        let acts = facts.count { $0.actor == .people || $0.actor == .plan }
        let declared = facts.last { $0.kind == .decisionMade }
        let late = declared.map { " \(now - $0.at) after the declaration" } ?? ""
        return "\(role) opens it\(late); \(acts) acts of people and the plan before that are to be added"
    }

    /// What is to be done about what was declared, and what of it is a name only (F67).
    private var plannedProcedures: String {
        let declared = trace.facts.last { $0.kind == .decisionMade }?.string(.incidentClass)
        let procedures = blueprint.plan.response(to: declared.map { IncidentClassID($0) })
        let defined = blueprint.plan.controller.definedFunctions
        let names = procedures.map { procedure in
            let isName = procedure.runbook.steps.contains { step in
                if case .call(let function) = step.action { !defined.contains(function) } else { false }
            }
            return "\(procedure.runbook.id)\(isName ? ", which nobody wrote" : "")"
        }
        return names.isEmpty ? "the plan has nothing for it" : names.joined(separator: "; ")
    }
}
