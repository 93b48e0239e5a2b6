import DRSimPlan
import DRSimScoring
import DRSimStore
import DRSimTestSupport
import DRSimUnits
import Foundation
import GRDB
import Synchronization
import Testing

struct ResultStoreTests {
    private let file: StoreFile
    private let fourth: Quarter

    init() throws {
        file = try StoreFile()
        fourth = try #require(Quarter("2026Q4"))
    }

    @Test(arguments: [50, 90, nil] as [Int64?])
    func `reads back every field it was given`(restoredAfter: Int64?) throws {
        var sample = SampleRun()
        sample.restoredAfter = restoredAfter
        let id = try ResultStore(path: file.path).save(sample.record)
        let runs = try ResultStore(path: file.path).runs(in: fourth)
        #expect(runs == [StoredRun(id: id, record: sample.record)])
    }

    @Test(arguments: Verdict.allCases, ServiceScore.RestoredBy.allCases)
    func `takes every verdict and every way back`(
        verdict: Verdict, restoredBy: ServiceScore.RestoredBy
    ) throws {
        var record = SampleRun().record
        record.score.services[0].verdict = verdict
        record.score.services[0].restoredBy = restoredBy
        record.score.stores[0].verdict = verdict
        record.score.money.dataLossVerdict = verdict
        record.score.metrics[0].verdict = verdict
        let store = try ResultStore(path: file.path)
        _ = try store.save(record)
        #expect(try store.runs(in: fourth).map(\.record) == [record])
    }

    @Test func `keeps plan and scenario once, however many runs they have`() throws {
        let store = try ResultStore(path: file.path)
        var sample = SampleRun()
        for trial in 0..<3 {
            sample.trial = UInt32(trial)
            _ = try store.save(sample.record)
        }
        #expect(try file.column("SELECT count(*) FROM plan") == ["1"])
        #expect(try file.column("SELECT count(*) FROM scenario") == ["1"])
        #expect(try store.runs(in: fourth).map(\.record.provenance.trial) == [0, 1, 2])
    }

    @Test(arguments: [
        ("2026-09-30T23:59:59.999Z", false), ("2026-10-01T00:00:00Z", true),
        ("2026-10-01T00:00:00.500Z", true), ("2026-12-31T23:59:59.999Z", true),
        ("2027-01-01T00:00:00Z", false),
    ])
    func `a quarter holds what was carried out in it`(moment: String, isInside: Bool) throws {
        var sample = SampleRun()
        sample.recordedAt = try #require(CalendarTime(iso8601: moment))
        let store = try ResultStore(path: file.path)
        _ = try store.save(sample.record)
        #expect(try store.runs(in: fourth).isEmpty != isInside)
    }

    @Test func `a campaign is saved whole or not at all`() throws {
        let store = try ResultStore(path: file.path)
        var broken = SampleRun().record
        broken.provenance.digest = "short"
        #expect(throws: StoreError.self) { try store.save([SampleRun().record, broken]) }
        #expect(try store.runs(in: fourth) == [])
        #expect(try file.column("SELECT count(*) FROM plan") == ["0"])
        #expect(try store.save([SampleRun().record, SampleRun().record]) == [1, 2])
    }

    @Test(arguments: 1...8)
    func `writers that make the store at the same moment lose nothing`(round: Int) throws {
        let path = file.path
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 6) { _ in
            do {
                _ = try ResultStore(path: path).save(SampleRun().record)
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(try ResultStore(path: path).runs(in: fourth).count == 6)
    }

    @Test func `leaves one file that can be read where nothing can be written`() throws {
        _ = try ResultStore(path: file.path).save(SampleRun().record)
        #expect(try file.neighbours == [])
        #expect(try file.column("PRAGMA journal_mode") == ["delete"])
        let folder = (file.path as NSString).deletingLastPathComponent
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
        #expect(try ResultStore(readingFrom: file.path).runs(in: fourth).count == 1)
    }

    @Test func `two handles on one file see each other's runs`() throws {
        let (one, other) = (try ResultStore(path: file.path), try ResultStore(path: file.path))
        #expect(try one.save(SampleRun().record) == 1)
        #expect(try other.save(SampleRun().record) == 2)
        #expect(try one.runs(in: fourth).map(\.id) == [1, 2])
    }

    @Test func `the head is the last run`() throws {
        let store = try ResultStore(path: file.path)
        #expect(try store.head() == nil)
        let id = try store.save(SampleRun().record)
        #expect(try store.head() == StoreHead(run: id, digest: SampleRun().record.provenance.digest))
    }

    @Test func `a value drsim does not write is an error that names its column`() throws {
        let store = try ResultStore(path: file.path)
        _ = try store.save(SampleRun().record)
        try file.edit { try $0.execute(sql: "UPDATE run SET seed = 'many'") }
        #expect(throws: StoreError.unreadable(table: "run", column: "seed", value: "\"many\"")) {
            try store.runs(in: fourth)
        }
    }
}
