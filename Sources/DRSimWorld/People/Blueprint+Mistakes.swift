import DRSimPlan
import DRSimUnits

extension Blueprint {
    /// The classes the scenario's disaster may be taken for by people; none where they never err, or where
    /// nothing is wrong.
    var mistakableClasses: [IncidentClassID] {
        guard plan.people.conduct.misdeclaration != nil, let truth = scenario.incidentClass else { return [] }
        return plan.incidentClasses.map(\.id).filter { $0 != truth }
    }

    /// What people would do about each of them.
    var mistakenResponses: [[PlannedProcedure]] { mistakableClasses.map { plan.response(to: $0) } }

    /// The places of these procedures, behind those of the true response.
    var mistakenPlaybooks: [Range<Int>] {
        var next = response.count
        return mistakenResponses.map { procedures in
            defer { next += procedures.count }
            return next..<(next + procedures.count)
        }
    }
}
