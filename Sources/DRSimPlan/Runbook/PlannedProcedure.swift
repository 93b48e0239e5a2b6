package import DRSimUnits

/// A procedure people carry out once a disaster is declared, and when they may begin it.
package struct PlannedProcedure: Hashable, Sendable {
    /// What they carry out.
    package var runbook: Runbook
    /// The earliest start after onset.
    package var notBefore: Span

    /// Creates a planned procedure.
    package init(runbook: Runbook, notBefore: Span) {
        (self.runbook, self.notBefore) = (runbook, notBefore)
    }
}

extension Plan {
    /// What people do about an incident of a class, in order: the class's procedures, then the playbooks
    /// that come beside them.
    ///
    /// No procedure begins before the one in front of it may; playbooks go by their own times. Of a
    /// procedure that the plan only names there is nothing but its call, which raises.
    package func response(to incidentClass: IncidentClassID?) -> [PlannedProcedure] {
        guard people.isDocumented, let incidentClass = incidentClass.flatMap({ self.incidentClass($0) })
        else { return [] }
        var planned: [PlannedProcedure] = []
        for name in incidentClass.procedures {
            let runbook = runbook(name) ?? .named(name, source: incidentClass.source)
            let window = people.windows.first { $0.id == runbook.window }
            let earliest = max(window?.notBefore ?? .zero, planned.last?.notBefore ?? .zero)
            planned.append(PlannedProcedure(runbook: runbook, notBefore: earliest))
        }
        return planned
            + playbooks(of: incidentClass.id, at: .response).filter { playbook in
                !incidentClass.procedures.contains(playbook.runbook.id)
            }
    }

    /// What people do when users have been served again for a while: the way back.
    package func aftermath(of incidentClass: IncidentClassID?) -> [PlannedProcedure] {
        guard people.isDocumented else { return [] }
        return incidentClass.map { playbooks(of: $0, at: .aftermath) } ?? []
    }

    private func playbooks(
        of incidentClass: IncidentClassID, at stage: People.Playbook.Stage
    ) -> [PlannedProcedure] {
        people.playbooks.compactMap { entry in
            guard entry.incidentClass == incidentClass, entry.stage == stage else { return nil }
            return runbook(entry.runbook).map { PlannedProcedure(runbook: $0, notBefore: entry.notBefore) }
        }
    }
}

extension Runbook {
    /// A procedure of which there is only the name.
    fileprivate static func named(_ id: RunbookID, source: String) -> Runbook {
        let step = Step(id: "call", title: id.name, action: .call(id.name), source: source)
        return Runbook(id: id, title: id.name, source: source, steps: [step])
    }
}
