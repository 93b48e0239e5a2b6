import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
package import GRDB

extension RunRecord {
    /// Writes the record with all its lists; the caller's transaction keeps them together.
    package func save(to db: Database) throws -> Int64 {
        var row = RowWriter()
        row.put("plan_id", try provenance.plan.save(to: db))
        row.put("scenario_id", try provenance.scenario.save(to: db))
        provenance.write(&row)
        score.write(&row)
        let run = try row.insert(into: "run", of: db)
        try OverlayRow.insert(provenance.overlays.map(OverlayRow.init), of: run, into: db)
        try SettingRow.insert(provenance.settings.map(SettingRow.init), of: run, into: db)
        try score.insertLists(of: run, into: db)
        try ExpectationResult.insert(expectations, of: run, into: db)
        try TimelineFact.insert(timeline, of: run, into: db)
        try ServedSegment.insert(served, of: run, into: db)
        return run
    }
}

extension RunProvenance {
    fileprivate func write(_ row: inout RowWriter) {
        row.put("recorded_at", recordedAt)
        row.put("tool_version", toolVersion)
        row.put("model_version", modelVersion)
        row.put("seed", seed)
        row.put("trial", Int64(trial))
        row.put("digest", digest)
        row.put("replay", replay)
        row.put("is_control", isControl)
    }
}

extension TrialScore {
    fileprivate func write(_ row: inout RowWriter) {
        row.put("disaster", disaster)
        row.put("onset_ms", onset)
        row.put("detection_ms", detection)
        row.put("declaration_ms", declaration)
        row.put("communication_ms", communication)
        row.put("binding_service", bindingConstraint?.service)
        row.put("binding_phase", bindingConstraint?.phase)
        row.put("binding_ms", bindingConstraint?.span)
        row.put("binding_rta_ms", bindingConstraint?.rta)
        row.put("currency", money.currency)
        row.put("total_minor", money.total)
        row.put("max_acceptable_loss_minor", money.maxAcceptableLoss)
        row.put("data_loss_verdict", money.dataLossVerdict)
    }

    fileprivate func insertLists(of run: Int64, into db: Database) throws {
        try ServiceScore.insert(services, of: run, into: db)
        let phases = services.flatMap { service in
            service.phases.map { PhaseRow(service: service.id, phase: $0) }
        }
        try PhaseRow.insert(phases, of: run, into: db)
        let outages = services.flatMap { service in
            service.outages.map { OutageRow(service: service.id, outage: $0) }
        }
        try OutageRow.insert(outages, of: run, into: db)
        try StoreScore.insert(stores, of: run, into: db)
        try MoneyLine.insert(money.lines, of: run, into: db)
        try MoneyScore.Reading.insert(money.readings, of: run, into: db)
        try CountRow.insert(counts.all.map(CountRow.init), of: run, into: db)
        try MetricScore.insert(metrics, of: run, into: db)
        try ChecklistScore.insert(checklist, of: run, into: db)
        try handling.save(of: run, to: db)
        try FailbackScore.save(failbacks, of: run, to: db)
    }
}
