/// Format 1. Times of a trial are milliseconds after the scenario's start, spans milliseconds, money
/// minor units of the run's currency, shares millionths; moments are ISO 8601 in UTC; seeds are
/// decimal text, since half of them do not fit an INTEGER. `position` keeps the order of lists.
enum SchemaOfResults {
    static let tables = plans + runs + scores + money + traces

    private static let plans = """
        CREATE TABLE plan(
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE CHECK(length(sha256) = 64),
            name TEXT NOT NULL,
            title TEXT NOT NULL,
            canonical_text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE plan_title(
            plan_id INTEGER NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK(kind IN ('service', 'store')),
            name TEXT NOT NULL,
            title TEXT NOT NULL,
            PRIMARY KEY(plan_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE assumption(
            plan_id INTEGER NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            title TEXT NOT NULL,
            distribution TEXT NOT NULL,
            source TEXT NOT NULL,
            confidence TEXT NOT NULL CHECK(confidence IN ('primary', 'secondary', 'estimate')),
            PRIMARY KEY(plan_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE scenario(
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL CHECK(length(sha256) = 64),
            path TEXT NOT NULL,
            name TEXT NOT NULL,
            title TEXT NOT NULL,
            class TEXT,
            start TEXT NOT NULL,
            horizon_ms INTEGER NOT NULL,
            UNIQUE(sha256, path)
        ) STRICT;

        """

    private static let runs = """
        CREATE TABLE run(
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan(id),
            scenario_id INTEGER NOT NULL REFERENCES scenario(id),
            recorded_at TEXT NOT NULL,
            tool_version TEXT NOT NULL,
            model_version INTEGER NOT NULL,
            seed TEXT NOT NULL,
            trial INTEGER NOT NULL CHECK(trial >= 0),
            digest TEXT NOT NULL CHECK(length(digest) = 64),
            replay TEXT NOT NULL,
            is_control INTEGER NOT NULL CHECK(is_control IN (0, 1)),
            disaster TEXT,
            onset_ms INTEGER,
            detection_ms INTEGER,
            declaration_ms INTEGER,
            communication_ms INTEGER,
            binding_service TEXT,
            binding_phase TEXT,
            binding_ms INTEGER,
            binding_rta_ms INTEGER,
            currency TEXT NOT NULL,
            total_minor INTEGER NOT NULL,
            max_acceptable_loss_minor INTEGER,
            data_loss_verdict TEXT NOT NULL \(verdict("data_loss_verdict"))
        ) STRICT;
        CREATE INDEX run_by_recorded_at ON run(recorded_at);
        CREATE INDEX run_by_plan ON run(plan_id);
        CREATE INDEX run_by_scenario ON run(scenario_id);
        CREATE TABLE run_overlay(
            \(part)
            name TEXT NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;

        """

    private static let scores = """
        CREATE TABLE service_result(
            \(part)
            service TEXT NOT NULL,
            tier INTEGER NOT NULL,
            rto_ms INTEGER,
            rta_ms INTEGER,
            verdict TEXT NOT NULL \(verdict("verdict")),
            document_verdict TEXT NOT NULL \(verdict("document_verdict")),
            restored_by TEXT CHECK(restored_by IN ('plan', 'people', 'platform', 'fault-ended')),
            unavailable_from_ms INTEGER,
            restored_at_ms INTEGER,
            rta_from_detection_ms INTEGER,
            rta_from_declaration_ms INTEGER,
            unavailable_ms INTEGER NOT NULL,
            minimum_share_ppm INTEGER NOT NULL,
            rpo_ms INTEGER,
            rpo_point_in_time INTEGER NOT NULL CHECK(rpo_point_in_time IN (0, 1)),
            rpa_ms INTEGER,
            rpo_verdict TEXT NOT NULL \(verdict("rpo_verdict")),
            document_rpo_verdict TEXT NOT NULL \(verdict("document_rpo_verdict")),
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE phase(
            \(part)
            service TEXT NOT NULL,
            name TEXT NOT NULL,
            span_ms INTEGER NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE outage(
            \(part)
            service TEXT NOT NULL,
            from_ms INTEGER NOT NULL,
            to_ms INTEGER NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE store_result(
            \(part)
            store TEXT NOT NULL,
            rpo_ms INTEGER,
            rpo_point_in_time INTEGER NOT NULL CHECK(rpo_point_in_time IN (0, 1)),
            rpa_ms INTEGER,
            copy_age_ms INTEGER,
            verdict TEXT NOT NULL \(verdict("verdict")),
            document_verdict TEXT NOT NULL \(verdict("document_verdict")),
            \(writes("acknowledged")),
            \(writes("survived")),
            \(writes("lost")),
            \(writes("discarded")),
            \(writes("split_brain")),
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE count(
            \(part)
            name TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE metric(
            \(part)
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            target TEXT NOT NULL CHECK(target IN ('at_least_ppm', 'at_most_ppm', 'within_ms')),
            target_value INTEGER NOT NULL,
            source TEXT NOT NULL,
            unit TEXT CHECK(unit IN ('ppm', 'ms')),
            value INTEGER,
            verdict TEXT NOT NULL \(verdict("verdict")),
            PRIMARY KEY(run_id, position),
            CHECK((unit IS NULL) = (value IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE expectation_result(
            \(part)
            text TEXT NOT NULL,
            held INTEGER NOT NULL CHECK(held IN (0, 1)),
            actual TEXT NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;

        """

    private static let money = """
        CREATE TABLE money_line(
            \(part)
            name TEXT NOT NULL
                CHECK(name IN ('lost_revenue', 'operational', 'compliance', 'reputation', 'data_loss')),
            amount_minor INTEGER NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE money_reading(
            \(part)
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;

        """

    private static let traces = """
        CREATE TABLE fact(
            \(part)
            number INTEGER NOT NULL,
            at_ms INTEGER NOT NULL,
            kind TEXT NOT NULL,
            entity TEXT NOT NULL,
            text TEXT NOT NULL,
            cause INTEGER,
            source TEXT,
            actor TEXT NOT NULL
                CHECK(actor IN ('fault', 'fault_end', 'platform', 'plan', 'people', 'consequence')),
            phase TEXT NOT NULL,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE served_segment(
            \(part)
            service TEXT NOT NULL,
            from_ms INTEGER NOT NULL,
            share_ppm INTEGER NOT NULL,
            until_ms INTEGER NOT NULL,
            final_share_ppm INTEGER NOT NULL,
            cause INTEGER,
            PRIMARY KEY(run_id, position)
        ) STRICT, WITHOUT ROWID;

        """

    /// The opening columns of a table that holds a list of each run.
    private static let part = """
        run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
        """

    private static func writes(_ name: String) -> String {
        "\(name)_bytes INTEGER NOT NULL, \(name)_transactions INTEGER NOT NULL"
    }

    private static func verdict(_ column: String) -> String {
        """
        CHECK(\(column) IN
                ('met', 'missed', 'unrecovered', 'lost', 'inconclusive', 'not_exercised', 'no_target'))
        """
    }
}
