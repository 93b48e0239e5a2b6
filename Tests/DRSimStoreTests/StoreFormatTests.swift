import DRSimScoring
import DRSimStore
import DRSimTestSupport
import DRSimUnits
import Foundation
import GRDB
import Testing

struct StoreFormatTests {
    private let file: StoreFile

    init() throws { file = try StoreFile() }

    @Test func `marks the file as ours and with its format`() throws {
        _ = try ResultStore(path: file.path)
        #expect(try file.column("PRAGMA application_id") == ["\(0x4452_5349)"])
        #expect(try file.column("PRAGMA user_version") == ["6"])
        let header = try #require(FileManager.default.contents(atPath: file.path))
        #expect(header[68..<72].elementsEqual("DRSI".utf8))
    }

    @Test func `every table is strict and every reference is checked`() throws {
        let store = try ResultStore(path: file.path)
        _ = try store.save(SampleRun().record)
        let loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 "
        let ours = "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'"
        #expect(try file.column(loose + ours) == [])
        #expect(try file.column("PRAGMA foreign_key_check") == [])
        #expect(throws: DatabaseError.self) {
            try file.edit { try $0.execute(sql: "INSERT INTO run_overlay VALUES (99, 0, 'x')") }
        }
        #expect(throws: DatabaseError.self) {
            try file.edit { try $0.execute(sql: "UPDATE run SET total_minor = 'much'") }
        }
    }

    @Test func `deleting a run deletes all its parts`() throws {
        _ = try ResultStore(path: file.path).save(SampleRun().record)
        try file.edit { try $0.execute(sql: "DELETE FROM run") }
        let tables = try file.column(
            "SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c "
                + "WHERE m.type = 'table' AND c.name = 'run_id'")
        #expect(tables.count == 18)
        for table in tables {
            #expect(try file.column("SELECT count(*) FROM \(table)") == ["0"], "\(table)")
        }
    }

    @Test func `opening twice changes nothing`() throws {
        _ = try ResultStore(path: file.path).save(SampleRun().record)
        let before = FileManager.default.contents(atPath: file.path)
        _ = try ResultStore(path: file.path)
        _ = try ResultStore(readingFrom: file.path)
        #expect(FileManager.default.contents(atPath: file.path) == before)
    }

    /// A file as the first format left it, with one run.
    private func writeFirstFormat() throws {
        let hash = String(repeating: "a", count: 64)
        let queue = try DatabaseQueue(path: file.path)
        try Schema.migrator.migrate(queue, upTo: "1 results of trials")
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO plan VALUES (1, '\(hash)', 'shop', 'Shop', '{}');
                    INSERT INTO scenario VALUES (1, '\(hash)', 'a.yaml', 'a', 'A', NULL,
                        '2026-03-10T17:00:00Z', 1000);
                    INSERT INTO run(plan_id, scenario_id, recorded_at, tool_version, model_version, seed,
                        trial, digest, replay, is_control, currency, total_minor, data_loss_verdict)
                    VALUES (1, 1, '2026-11-24T09:00:00Z', '0.1.0', 3, '1', 0, '\(hash)',
                        'drsim run --set a.b=''c''', 0,
                        'USD', 0, 'not_exercised');
                    INSERT INTO metric(run_id, position, kind, title, target, target_value, source, verdict)
                    VALUES (1, 0, 'rto', 'RTO', 'at_least_ppm', 950000, 'L1', 'not_exercised');
                    """)
        }
    }

    @Test func `a file of the first format is brought up to date and keeps its runs`() throws {
        try writeFirstFormat()
        let quarter = try #require(Quarter("2026Q4"))
        let runs = try ResultStore(path: file.path).runs(in: quarter)
        #expect(runs.map(\.record.provenance.scenario.id) == ["a"])
        #expect(runs.first?.record.provenance.settings == ["a.b=c"])
        #expect(runs.first?.record.score.handling == Handling())
        #expect(runs.first?.record.score.metrics.map(\.evidence) == [""])
        #expect(runs.first?.record.score.failbacks == [])
        #expect(try file.column("PRAGMA user_version") == ["6"])
        #expect(try ResultStore(path: file.path).save(SampleRun().record) == 2)
    }

    @Test func `a file of the fourth format keeps its ways back, and takes those that were overtaken`() throws
    {
        let queue = try DatabaseQueue(path: file.path)
        try Schema.migrator.migrate(queue, upTo: "4 ways back")
        var record = SampleRun().record
        try queue.write { _ = try record.save(to: $0) }
        try queue.close()
        let store = try ResultStore(path: file.path)
        #expect(try file.column("SELECT ordinal FROM v_failback") == ["1"])
        record.score.failbacks.insert(FailbackScore(runbook: "failback", startedAt: .start), at: 0)
        record.score.failbacks[0].outcome = .overtaken
        #expect(try store.save(record) == 2)
        #expect(
            try file.column("SELECT outcome FROM v_failback ORDER BY run_id, ordinal")
                == ["completed", "overtaken", "completed"])
        #expect(try file.column("PRAGMA foreign_key_check") == [])
        #expect(try file.column("SELECT count(*) FROM failback_store") == ["2"])
    }

    @Test func `a file of the fifth format counts no more as lost what nobody knows`() throws {
        let queue = try DatabaseQueue(path: file.path)
        try Schema.migrator.migrate(queue, upTo: "5 ways back that were overtaken")
        var record = SampleRun().record
        record.score.stores[0].rpa = nil
        record.score.stores[0].verdict = .inconclusive
        try queue.write { _ = try record.save(to: $0) }
        try queue.close()
        let count = "SELECT stores_lost FROM v_run_summary"
        #expect(try file.column(count) == ["1"])
        _ = try ResultStore(path: file.path)
        #expect(try file.column(count) == ["0"])
        #expect(try file.column("SELECT ordinal FROM v_failback") == ["1"])
    }

    @Test func `a file of the first format that is only read keeps every byte`() throws {
        try writeFirstFormat()
        let before = FileManager.default.contents(atPath: file.path)
        let quarter = try #require(Quarter("2026Q4"))
        #expect(try ResultStore(readingFrom: file.path).runs(in: quarter).count == 1)
        #expect(FileManager.default.contents(atPath: file.path) == before)
    }

    @Test(arguments: ["PRAGMA user_version = 7", "INSERT INTO grdb_migrations VALUES ('7 from the future')"])
    func `refuses a file of a newer drsim and leaves it as it is`(change: String) throws {
        _ = try ResultStore(path: file.path)
        try file.edit { try $0.execute(sql: change) }
        let before = FileManager.default.contents(atPath: file.path)
        let version = change.contains("user_version") ? 7 : 6
        let error = StoreError.newer(path: file.path, version: version)
        #expect(throws: error) { try ResultStore(path: file.path) }
        #expect(throws: error) { try ResultStore(readingFrom: file.path) }
        #expect(FileManager.default.contents(atPath: file.path) == before)
        #expect("\(error)".contains("use a newer drsim"))
    }

    @Test(arguments: [
        "CREATE TABLE recipe(name TEXT)", "PRAGMA application_id = 7", "PRAGMA user_version = 1",
    ])
    func `refuses a database of another program`(content: String) throws {
        try file.edit { try $0.execute(sql: content) }
        #expect(throws: StoreError.foreign(path: file.path)) { try ResultStore(path: file.path) }
        #expect(try file.column("SELECT name FROM sqlite_master WHERE name = 'run'") == [])
    }

    @Test func `refuses what is no database`() throws {
        let text = Data(String(repeating: "dear diary ", count: 200).utf8)
        try text.write(to: URL(filePath: file.path))
        #expect(throws: StoreError.foreign(path: file.path)) { try ResultStore(path: file.path) }
        #expect(FileManager.default.contents(atPath: file.path) == text)
    }

    @Test func `says that there is nothing to read`() throws {
        #expect(throws: StoreError.missing(path: file.path)) { try ResultStore(readingFrom: file.path) }
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(throws: StoreError.self) { try ResultStore(path: file.path + "/no/folder.sqlite") }
    }

    @Test func `finishes what a process killed in its first moments began`() throws {
        try file.edit {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        #expect(try ResultStore(path: file.path).save(SampleRun().record) == 1)
    }

    @Test func `a process killed in the middle of a save leaves nothing of it`() throws {
        let (kept, killed) = (SampleRun().record, try StoreFile())
        _ = try ResultStore(path: file.path).save(kept)
        try DatabaseQueue(path: file.path).writeWithoutTransaction { db in
            // With so small a cache pages reach the file long before the transaction ends.
            try db.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE")
            for _ in 0..<40 { _ = try kept.save(to: db) }
            for ending in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: file.path + ending, toPath: killed.path + ending)
            }
            try db.execute(sql: "ROLLBACK")
        }
        #expect(
            FileManager.default.contents(atPath: file.path)
                != FileManager.default.contents(atPath: killed.path))
        let quarter = try #require(Quarter("2026Q4"))
        #expect(try ResultStore(path: killed.path).runs(in: quarter).map(\.record) == [kept])
        #expect(try killed.column("PRAGMA integrity_check") == ["ok"])
        #expect(try killed.neighbours == [])
    }
}
