import GRDB

/// Format 3: the values that were set for a run alone, which stood in its replay line only; views that count
/// what still holds, and every store that is lost.
enum SchemaOfSettings {
    static let tables = """
        CREATE TABLE run_setting(
            run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            assignment TEXT NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;

        """

    /// `v_current_run` names the runs that hold, `run_id`: of each scenario file under the same overlays and
    /// settings those of the plan, scenario and model it was last run with. `v_confusion` and
    /// `v_verification` count these; what they and `v_run_summary` mean is otherwise as before.
    static let views = """
        CREATE VIEW v_current_run AS
        SELECT run_id FROM (
            SELECT run_id, version, last_value(version) OVER (
                PARTITION BY path, overlays, settings ORDER BY run_id
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_version
            FROM (
                SELECT run.id AS run_id, scenario.path,
                    coalesce(\(SchemaOfResults.overlays), '') AS overlays,
                    coalesce((SELECT group_concat(assignment, ' ') FROM (SELECT assignment FROM run_setting
                        WHERE run_id = run.id ORDER BY position)), '') AS settings,
                    run.plan_id || ' ' || scenario.sha256 || ' ' || run.model_version AS version
                FROM run JOIN scenario ON scenario.id = run.scenario_id))
        WHERE version = last_version;
        DROP VIEW v_confusion;
        DROP VIEW v_verification;
        \(SchemaOfHandling.views(of: "JOIN v_current_run USING (run_id)"))
        DROP VIEW v_run_summary;
        \(SchemaOfResults.summary(
            storesLost: "verdict != 'not_exercised' AND rpa_ms IS NULL"))
        """

    /// Takes the settings of the runs of older formats out of their replay lines.
    static func fill(_ db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT id, replay FROM run WHERE replay LIKE '%--set %'")
        for row in rows {
            let (id, replay): (Int64, String) = (row["id"], row["replay"])
            let words = replay.split(separator: " ")
            let settings = zip(words, words.dropFirst()).filter { $0.0 == "--set" }.map { $0.1 }
            for (position, setting) in settings.enumerated() {
                try db.execute(
                    sql: "INSERT INTO run_setting VALUES(?, ?, ?)",
                    arguments: [id, position, setting.filter { $0 != "'" && $0 != "\"" }])
            }
        }
    }
}
