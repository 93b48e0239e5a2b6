/// Format 5: a way back may have been overtaken by another disaster, and `v_failback` numbers those of a run.
enum SchemaOfOvertaking {
    /// A check cannot be changed, so the table is made anew; the lists beside it refer to it by name.
    /// `v_failback` has `ordinal` after `overlays`, 1 for the first way back of a run.
    static let change = """
        DROP VIEW v_failback;
        \(SchemaOfFailback.table(
            "failback_of_5", outcomes: "'completed', 'failed', 'overtaken', 'unfinished'"))
        INSERT INTO failback_of_5 SELECT * FROM failback;
        DROP TABLE failback;
        ALTER TABLE failback_of_5 RENAME TO failback;
        \(SchemaOfFailback.view(of: "failback.position + 1 AS ordinal, failback.runbook, failback.outcome"))
        """
}
