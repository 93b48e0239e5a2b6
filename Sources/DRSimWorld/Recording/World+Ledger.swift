import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// The databases' ledger as the trace keeps it: sites by name, and the copies that exist now.
    func ledger() -> Ledger {
        let system = infrastructure.databases
        var ledger = Ledger()
        ledger.timelines = system.ledger.timelines.enumerated().map { number, timeline in
            Ledger.Timeline(
                store: timeline.store, parent: timeline.parent, fork: timeline.fork, at: timeline.at,
                site: site(of: timeline.database), cause: promotion(to: number))
        }
        ledger.writes = system.ledger.stretches.map {
            Ledger.Stretch(timeline: $0.timeline, from: $0.from, to: $0.to, start: $0.start, end: $0.end)
        }
        ledger.copies = system.copies(at: now, draws: draws).map {
            Ledger.Copy(
                timeline: $0.timeline, position: $0.position, site: site(of: $0.database),
                isAvailable: $0.isAvailable)
        }
        return ledger
    }

    private func site(of database: DatabaseID) -> String {
        let spec = infrastructure.databases[database].spec
        return "\(blueprint.regions[spec.site].id)/\(spec.namespace)/\(spec.name)"
    }

    /// The fact that a timeline was begun by a promotion.
    private func promotion(to timeline: Int) -> FactID? {
        trace.facts.firstIndex {
            $0.kind == .databasePromoted && $0.number(.timeline) == Int64(timeline)
        }.map { FactID($0) }
    }
}
