import DRSimScoring
import DRSimStore
import DRSimTestSupport
import DRSimUnits
import GRDB
import Testing

struct ViewTests {
    private let file: StoreFile

    init() throws {
        file = try StoreFile()
        var sample = SampleRun()
        sample.overlays = ["named", "late"]
        _ = try ResultStore(path: file.path).save(sample.record)
    }

    @Test func `the summary of a run counts and adds up`() throws {
        let row = try #require(
            try file.edit { try Row.fetchOne($0, sql: "SELECT * FROM v_run_summary") })
        #expect(row["overlays"] == "named + late")
        #expect(row["seed"] == "18446744073709551615")
        #expect(row["services_exercised"] == 3)
        #expect(row["services_met"] == 3)
        #expect(row["services_unrecovered"] == 0)
        #expect(row["longest_rta_ms"] == 52 * 60_000)
        #expect(row["longest_rpa_ms"] == 25_000)
        #expect(row["expectations"] == 2)
        #expect(row["expectations_failed"] == 1)
        #expect(row["currency"] == "USD")
    }

    @Test func `the services of a run carry the plan's words`() throws {
        let rows = try file.edit { try Row.fetchAll($0, sql: "SELECT * FROM v_service ORDER BY tier") }
        #expect(rows.map { $0["title"] as String }.first == "The auth service")
        #expect(rows.map { $0["verdict"] as String } == ["met", "met", "met", "not_exercised"])
        #expect(rows.map { $0["rpo_point_in_time"] as Int } == [0, 1, 0, 0])
    }

    @Test func `runs that went alike are one row of the confusion`() throws {
        var sample = SampleRun()
        sample.overlays = ["named", "late"]
        for trial in 1...2 {
            sample.trial = UInt32(trial)
            _ = try ResultStore(path: file.path).save(sample.record)
        }
        sample.isControl = true
        _ = try ResultStore(path: file.path).save(sample.record)
        let row = try #require(try file.edit { try Row.fetchOne($0, sql: "SELECT * FROM v_confusion") })
        #expect(row["truth"] == "region_outage" && row["taken"] == "unmapped:database_failure")
        #expect(row["acted"] == "region_outage" && row["trials"] == 3)
        let failed = "SELECT failed FROM v_verification WHERE item = 'failed'"
        #expect(try file.column(failed) == ["3"])
    }

    @Test func `what an older model came to is in no count of what holds`() throws {
        var sample = SampleRun()
        sample.overlays = ["named", "late"]
        (sample.modelVersion, sample.trial) = (4, 1)
        _ = try ResultStore(path: file.path).save(sample.record)
        #expect(try file.column("SELECT run_id FROM v_current_run") == ["2"])
        #expect(try file.column("SELECT trials FROM v_confusion") == ["1"])
        #expect(try file.column("SELECT failed FROM v_verification WHERE item = 'failed'") == ["1"])
        sample.settings = ["controller.latch=true"]
        sample.modelVersion = 3
        _ = try ResultStore(path: file.path).save(sample.record)
        #expect(try file.column("SELECT run_id FROM v_current_run ORDER BY run_id") == ["2", "3"])
    }

    @Test func `a store is counted as lost whatever was promised of it`() throws {
        var record = SampleRun().record
        record.score.stores[0].rpa = nil
        record.score.stores[0].verdict = .noTarget
        let run = try ResultStore(path: file.path).save(record)
        #expect(try file.column("SELECT stores_lost FROM v_run_summary WHERE run_id = \(run)") == ["1"])
    }

    @Test func `a store of which nobody knows what survived is not counted as lost`() throws {
        var record = SampleRun().record
        record.score.stores[0].rpa = nil
        record.score.stores[0].verdict = .inconclusive
        let run = try ResultStore(path: file.path).save(record)
        #expect(try file.column("SELECT stores_lost FROM v_run_summary WHERE run_id = \(run)") == ["0"])
    }

    @Test func `the longest recovery point is that of a service`() throws {
        var record = SampleRun().record
        record.score.stores[0].rpa = .hours(9)
        let run = try ResultStore(path: file.path).save(record)
        let longest = "SELECT longest_rpa_ms FROM v_run_summary WHERE run_id = \(run)"
        #expect(try file.column(longest) == ["25000"])
    }

    @Test func `a way back is a row with its figures`() throws {
        let row = try #require(try file.edit { try Row.fetchOne($0, sql: "SELECT * FROM v_failback") })
        #expect(row["ordinal"] == 1)
        #expect(row["runbook"] == "failback" && row["outcome"] == "completed")
        #expect(row["rta_ms"] == 12 * 60_000 && row["interrupted_ms"] == 11 * 60_000)
        #expect(row["reconciled"] == 4_321 && row["left_behind"] == 7)
        #expect(row["unprotected_ms"] == 3 * 3_600_000)
    }

    @Test(arguments: [
        (
            "v_run_summary",
            """
            run_id recorded_at plan plan_sha256 overlays scenario class seed trial digest is_control \
            disaster services_exercised services_met services_unrecovered stores_lost longest_rta_ms \
            longest_rpa_ms total_minor currency expectations expectations_failed tool_version \
            model_version replay
            """
        ),
        (
            "v_service",
            """
            run_id recorded_at scenario overlays is_control service title tier rto_ms rta_ms verdict \
            restored_by rpo_ms rpo_point_in_time rpa_ms rpo_verdict unavailable_ms minimum_share_ppm
            """
        ),
        ("v_current_run", "run_id"),
        ("v_confusion", "overlays truth taken taken_by acted trials"),
        ("v_verification", "overlays item title passed failed not_exercised"),
        (
            "v_failback",
            """
            run_id scenario overlays ordinal runbook outcome rta_ms interrupted_ms reconciled left_behind \
            unprotected_ms
            """
        ),
    ])
    func `views keep the columns others rely on`(view: String, columns: String) throws {
        let names = try file.column("SELECT name FROM pragma_table_info('\(view)')")
        #expect(names.joined(separator: " ") == columns)
    }
}
