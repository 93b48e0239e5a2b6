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
                site: site(of: timeline.database), cause: promotion(to: number),
                isRestored: timeline.isRestored)
        }
        ledger.writes = system.ledger.stretches.map {
            Ledger.Stretch(timeline: $0.timeline, from: $0.from, to: $0.to, start: $0.start, end: $0.end)
        }
        ledger.copies = system.copies(at: now, draws: draws).map {
            Ledger.Copy(
                timeline: $0.timeline, position: $0.position, site: site(of: $0.database),
                isAvailable: $0.isAvailable)
        }
        ledger.damages = system.ledger.damages.map {
            Ledger.Damage(
                timeline: $0.timeline, position: $0.position, at: $0.at, share: $0.share,
                isSilent: $0.isSilent, isPresence: $0.kind == .intrusion,
                cause: fact(.dataSpoilt, timeline: $0.timeline, position: $0.position))
        }
        return ledger
    }

    private func site(of database: DatabaseID) -> String {
        let spec = infrastructure.databases[database].spec
        return "\(blueprint.regions[spec.site].id)/\(spec.namespace)/\(spec.name)"
    }

    /// The fact that a timeline was begun, by a promotion or a restore.
    private func promotion(to timeline: Int) -> FactID? {
        fact(.databasePromoted, timeline: timeline) ?? fact(.databaseRestored, timeline: timeline)
    }

    /// The first fact of a kind about a timeline, and a position of it if one is given.
    private func fact(_ kind: FactKind, timeline: Int, position: ByteCount? = nil) -> FactID? {
        trace.facts.firstIndex {
            $0.kind == kind && $0.number(.timeline) == Int64(timeline)
                && (position == nil || $0.number(.position) == position?.bytes)
        }.map { FactID($0) }
    }
}
