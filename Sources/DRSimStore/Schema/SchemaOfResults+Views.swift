extension SchemaOfResults {
    /// What other tools may rely on: names and meaning of these views stay; tables may change.
    ///
    /// `v_run_summary` has a row a run: `run_id, recorded_at, plan, plan_sha256, overlays, scenario,
    /// class, seed, trial, digest, is_control, disaster, services_exercised, services_met,
    /// services_unrecovered, stores_lost, longest_rta_ms, longest_rpa_ms, total_minor, currency,
    /// expectations, expectations_failed, tool_version, model_version, replay`.
    ///
    /// `v_service` has a row a run and service: `run_id, recorded_at, scenario, overlays, is_control,
    /// service, title, tier, rto_ms, rta_ms, verdict, restored_by, rpo_ms, rpo_point_in_time, rpa_ms,
    /// rpo_verdict, unavailable_ms, minimum_share_ppm`.
    static let views = summary(storesLost: "verdict = 'lost'") + services

    /// The names of a run's overlays in one text; `NULL` where it has none.
    static let overlays = """
        (SELECT group_concat(name, ' + ') FROM
                (SELECT name FROM run_overlay WHERE run_id = run.id ORDER BY position))
        """

    /// The view of runs, by which rows of `store_result` count as lost, and of which table the longest
    /// recovery point is: format 1 left out the loss of what nothing was promised of, and asked the stores.
    static func summary(storesLost: String, longestOf results: String = "store_result") -> String {
        """
        CREATE VIEW v_run_summary AS
        SELECT run.id AS run_id, run.recorded_at, plan.name AS plan, plan.sha256 AS plan_sha256,
            coalesce(\(overlays), '') AS overlays,
            scenario.name AS scenario, scenario.class, run.seed, run.trial, run.digest, run.is_control,
            run.disaster,
            \(services(where: "unavailable_from_ms IS NOT NULL")) AS services_exercised,
            \(services(where: "verdict = 'met'")) AS services_met,
            \(services(where: "verdict = 'unrecovered'")) AS services_unrecovered,
            (SELECT count(*) FROM store_result WHERE run_id = run.id AND \(storesLost)) AS stores_lost,
            (SELECT max(rta_ms) FROM service_result WHERE run_id = run.id) AS longest_rta_ms,
            (SELECT max(rpa_ms) FROM \(results) WHERE run_id = run.id) AS longest_rpa_ms,
            run.total_minor, run.currency,
            (SELECT count(*) FROM expectation_result WHERE run_id = run.id) AS expectations,
            (SELECT count(*) FROM expectation_result WHERE run_id = run.id AND held = 0)
                AS expectations_failed,
            run.tool_version, run.model_version, run.replay
        FROM run JOIN plan ON plan.id = run.plan_id JOIN scenario ON scenario.id = run.scenario_id;

        """
    }

    private static let services = """
        CREATE VIEW v_service AS
        SELECT run.id AS run_id, run.recorded_at, scenario.name AS scenario,
            coalesce(\(overlays), '') AS overlays, run.is_control,
            result.service, coalesce(plan_title.title, result.service) AS title, result.tier,
            result.rto_ms, result.rta_ms, result.verdict, result.restored_by,
            result.rpo_ms, result.rpo_point_in_time, result.rpa_ms, result.rpo_verdict,
            result.unavailable_ms, result.minimum_share_ppm
        FROM service_result AS result
        JOIN run ON run.id = result.run_id
        JOIN scenario ON scenario.id = run.scenario_id
        LEFT JOIN plan_title ON plan_title.plan_id = run.plan_id AND plan_title.kind = 'service'
            AND plan_title.name = result.service;

        """

    private static func services(where condition: String) -> String {
        "(SELECT count(*) FROM service_result WHERE run_id = run.id AND \(condition))"
    }
}
