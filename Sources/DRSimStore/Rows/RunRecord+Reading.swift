import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import GRDB

extension RunRecord {
    /// Reads a run with all its lists.
    init(run: RowReader, plans: inout PlanShelf, db: Database) throws {
        let id = try run.get("id", as: Int64.self)
        self.init(
            provenance: try RunProvenance(run: run, id: id, plans: &plans, db: db),
            score: try TrialScore(run: run, id: id, db: db),
            expectations: try ExpectationResult.list(of: id, from: db),
            timeline: try TimelineFact.list(of: id, from: db),
            served: try ServedSegment.list(of: id, from: db))
    }
}

/// The plans and scenarios already read: many runs share few, and their texts are long.
struct PlanShelf {
    private var plans: [Int64: PlanRecord] = [:]
    private var scenarios: [Int64: ScenarioRecord] = [:]

    mutating func plan(_ id: Int64, in db: Database) throws -> PlanRecord {
        if let known = plans[id] { return known }
        let plan = try PlanRecord.find(id, in: db)
        plans[id] = plan
        return plan
    }

    mutating func scenario(_ id: Int64, in db: Database) throws -> ScenarioRecord {
        if let known = scenarios[id] { return known }
        let scenario = try ScenarioRecord.find(id, in: db)
        scenarios[id] = scenario
        return scenario
    }
}

extension RunProvenance {
    fileprivate init(run: RowReader, id: Int64, plans: inout PlanShelf, db: Database) throws {
        let trial: Int64 = try run.get("trial")
        guard let trial = UInt32(exactly: trial) else {
            throw StoreError.unreadable(table: run.table, column: "trial", value: "\(trial)")
        }
        self.init(
            toolVersion: try run.get("tool_version"), modelVersion: try run.get("model_version"),
            plan: try plans.plan(try run.get("plan_id"), in: db),
            overlays: try OverlayRow.list(of: id, from: db).map(\.name),
            settings: try SettingRow.list(of: id, from: db).map(\.assignment),
            scenario: try plans.scenario(try run.get("scenario_id"), in: db),
            seed: try run.get("seed"), trial: trial, digest: try run.get("digest"),
            replay: try run.get("replay"), recordedAt: try run.get("recorded_at"),
            isControl: try run.get("is_control"))
    }
}

extension TrialScore {
    fileprivate init(run: RowReader, id: Int64, db: Database) throws {
        var counts = TrialCounts()
        for row in try CountRow.list(of: id, from: db) { counts[row.count] = row.number }
        self.init(
            services: try Self.services(of: id, from: db), stores: try StoreScore.list(of: id, from: db),
            money: try MoneyScore(run: run, id: id, db: db), counts: counts,
            metrics: try MetricScore.list(of: id, from: db), disaster: try run.find("disaster"),
            onset: try run.find("onset_ms"), detection: try run.find("detection_ms"),
            declaration: try run.find("declaration_ms"),
            communication: try run.find("communication_ms"),
            bindingConstraint: try Self.bindingConstraint(run))
        checklist = try ChecklistScore.list(of: id, from: db)
        handling = try Handling(run: id, from: db)
        failbacks = try FailbackScore.all(of: id, from: db)
    }

    private static func services(of run: Int64, from db: Database) throws -> [ServiceScore] {
        let phases = try PhaseRow.list(of: run, from: db)
        let outages = try OutageRow.list(of: run, from: db)
        return try ServiceScore.list(of: run, from: db).map { service in
            var service = service
            service.phases = phases.filter { $0.service == service.id }.map(\.phase)
            service.outages = outages.filter { $0.service == service.id }.map(\.outage)
            return service
        }
    }

    private static func bindingConstraint(_ run: RowReader) throws(StoreError) -> BindingConstraint? {
        guard let service: ServiceID = try run.find("binding_service") else { return nil }
        return BindingConstraint(
            service: service, phase: try run.get("binding_phase"), span: try run.get("binding_ms"),
            rta: try run.get("binding_rta_ms"))
    }
}

extension MoneyScore {
    fileprivate init(run: RowReader, id: Int64, db: Database) throws {
        self.init(
            currency: try run.get("currency"), lines: try MoneyLine.list(of: id, from: db),
            total: try run.get("total_minor"),
            maxAcceptableLoss: try run.find("max_acceptable_loss_minor"),
            dataLossVerdict: try run.get("data_loss_verdict"),
            readings: try Reading.list(of: id, from: db))
    }
}
