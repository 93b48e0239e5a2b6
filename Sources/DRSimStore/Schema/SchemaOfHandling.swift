/// Format 2: what disasters were taken for and what was done about them, how recoveries were verified, and
/// what the figures of the success metrics were read from.
///
/// Labels are a class of the plan, `none`, `unmapped:TYPE` where no class stands for the controller's type,
/// or `procedure:RUNBOOK` for a procedure that belongs to no class.
enum SchemaOfHandling {
    static let tables = """
        CREATE TABLE handling(
            run_id INTEGER PRIMARY KEY REFERENCES run(id) ON DELETE CASCADE,
            truth TEXT,
            taken TEXT NOT NULL,
            taken_by TEXT NOT NULL CHECK(taken_by IN ('nobody', 'controller', 'people')),
            acted TEXT NOT NULL,
            false_alarms INTEGER NOT NULL CHECK(false_alarms >= 0),
            false_actions INTEGER NOT NULL CHECK(false_actions >= 0),
            watched_ms INTEGER NOT NULL CHECK(watched_ms >= 0)
        ) STRICT;
        CREATE TABLE verification_result(
            run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            item TEXT NOT NULL,
            category TEXT NOT NULL CHECK(category IN ('system', 'data', 'performance')),
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK(outcome IN ('passed', 'failed', 'not_exercised')),
            evidence TEXT NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE metric ADD COLUMN evidence TEXT NOT NULL DEFAULT '';

        """

    /// What other tools may rely on, as for format 1: `v_confusion` has a row for each way trials of a level
    /// went, `overlays, truth, taken, taken_by, acted, trials`; `v_verification` a row for each level and
    /// item, `overlays, item, title, passed, failed, not_exercised`. Trials in which nobody responds are in
    /// neither.
    static let views = views(of: "")

    /// The two views, of the runs that a further join leaves over.
    static func views(of runs: String) -> String {
        """
        CREATE VIEW v_confusion AS
        SELECT summary.overlays, coalesce(handling.truth, 'none') AS truth, handling.taken,
            handling.taken_by, handling.acted, count(*) AS trials
        FROM handling JOIN v_run_summary AS summary USING (run_id) \(runs)
        WHERE summary.is_control = 0
        GROUP BY 1, 2, 3, 4, 5;
        CREATE VIEW v_verification AS
        SELECT summary.overlays, result.item, min(result.title) AS title,
            sum(result.outcome = 'passed') AS passed, sum(result.outcome = 'failed') AS failed,
            sum(result.outcome = 'not_exercised') AS not_exercised
        FROM verification_result AS result JOIN v_run_summary AS summary USING (run_id) \(runs)
        WHERE summary.is_control = 0
        GROUP BY 1, 2;

        """
    }
}
