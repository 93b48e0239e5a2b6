/// Format 4: what the ways back came to. `failback` in the two lists names a way back by its `position`.
enum SchemaOfFailback {
    static let tables = """
        \(table("failback", outcomes: "'completed', 'failed', 'unfinished'"))
        CREATE TABLE failback_interruption(
            run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            failback INTEGER NOT NULL,
            service TEXT NOT NULL,
            span_ms INTEGER NOT NULL,
            PRIMARY KEY(run_id, position),
            FOREIGN KEY(run_id, failback) REFERENCES failback(run_id, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE failback_store(
            run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            failback INTEGER NOT NULL,
            store TEXT NOT NULL,
            home_ms INTEGER,
            reconciled_bytes INTEGER NOT NULL, reconciled_transactions INTEGER NOT NULL,
            left_behind_bytes INTEGER NOT NULL, left_behind_transactions INTEGER NOT NULL,
            unprotected_ms INTEGER NOT NULL,
            PRIMARY KEY(run_id, position),
            FOREIGN KEY(run_id, failback) REFERENCES failback(run_id, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        """

    /// A table of ways back, with what may come of them.
    static func table(_ name: String, outcomes: String) -> String {
        """
        CREATE TABLE \(name)(
            run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            runbook TEXT NOT NULL,
            started_ms INTEGER NOT NULL,
            decided_ms INTEGER,
            home_ms INTEGER,
            ended_ms INTEGER,
            outcome TEXT NOT NULL CHECK(outcome IN (\(outcomes))),
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        """
    }

    /// What other tools may rely on, as for the formats before: `v_failback` has a row for each way back,
    /// `run_id, scenario, overlays, runbook, outcome, rta_ms, interrupted_ms, reconciled, left_behind,
    /// unprotected_ms`: interruption and unprotected time are those of the service and store worst hit.
    static let views = view(of: "failback.runbook, failback.outcome")

    /// The view, with columns between those of the run and the figures.
    static func view(of columns: String) -> String {
        """
        CREATE VIEW v_failback AS
        SELECT summary.run_id, summary.scenario, summary.overlays, \(columns),
            max(0, failback.home_ms - failback.decided_ms) AS rta_ms,
            coalesce((SELECT max(span_ms) FROM failback_interruption AS one \(own)), 0) AS interrupted_ms,
            coalesce((SELECT sum(reconciled_transactions) FROM failback_store AS one \(own)), 0)
                AS reconciled,
            coalesce((SELECT sum(left_behind_transactions) FROM failback_store AS one \(own)), 0)
                AS left_behind,
            coalesce((SELECT max(unprotected_ms) FROM failback_store AS one \(own)), 0) AS unprotected_ms
        FROM failback JOIN v_run_summary AS summary ON summary.run_id = failback.run_id;

        """
    }

    private static let own = "WHERE one.run_id = failback.run_id AND one.failback = failback.position"
}
