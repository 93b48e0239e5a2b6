import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

struct ObjectTests {
    private static let dump = ObjectAddress("plain", "database/monday.sql.gz")

    @Test func `what is stored is read back with its size, its instant and its checksum`() throws {
        var run = CloudRun.withStorage()
        let stored = try run.put(Self.dump, 4_000, at: .minutes(3))
        let read = try run.cloud.getObject(Self.dump, as: .anyone)
        #expect(read == stored)
        #expect(read.size == ByteCount(4_000))
        #expect(read.storedAt == .minutes(3))
        #expect(read.content == ObjectContent(payload: 7))
        #expect(read.id == "null")
        #expect(read.checksum.count == 32)
    }

    @Test func `objects are listed under a prefix by the bytes of their keys`() throws {
        var run = CloudRun.withStorage()
        for key in ["b/2", "a", "b/10", "B", "b/é"] { try run.put(ObjectAddress("plain", key)) }
        #expect(try run.keys(in: "plain") == ["B", "a", "b/10", "b/2", "b/é"])
        let listed = try run.cloud.listObjects(in: "plain", prefix: "b/1", as: .anyone)
        #expect(listed.map(\.key) == ["b/10"])
    }

    @Test func `one request takes no more than 5 GB, and copies no more`() throws {
        var run = CloudRun.withStorage()
        let limit: Int64 = 5_368_709_120
        try run.put(Self.dump, limit)
        try run.copy(Self.dump, to: ObjectAddress("plain-copy", "same"))
        #expect(
            refusal { try run.put(Self.dump, limit + 1) }
                == "An error occurred (EntityTooLarge) when calling the PutObject operation: Your proposed "
                + "upload exceeds the maximum allowed size")
        try run.put(Self.dump, limit + 1, isInParts: true)
        #expect(
            refusal { try run.copy(Self.dump, to: ObjectAddress("plain-copy", "more")) }
                == "An error occurred (InvalidRequest) when calling the CopyObject operation: The specified "
                + "copy source is larger than the maximum allowable size for a copy source: 5368709120")
        try run.copy(Self.dump, to: ObjectAddress("plain-copy", "parts"), isInParts: true)
        #expect(try run.keys(in: "plain-copy") == ["parts", "same"])
    }

    @Test(arguments: [
        (
            "nowhere", "a",
            "(NoSuchBucket) when calling the GetObject operation: The specified bucket does not exist"
        ),
        ("plain", "b", "(NoSuchKey) when calling the GetObject operation: The specified key does not exist."),
    ])
    func `what is not there is refused`(_ bucket: String, _ key: String, _ end: String) throws {
        var run = CloudRun.withStorage()
        try run.put(ObjectAddress("plain", "a"))
        let message = refusal { _ = try run.cloud.getObject(ObjectAddress(bucket, key), as: .anyone) }
        #expect(message == "An error occurred " + end)
    }

    @Test func `in a bucket with versions a deletion only hides, and the marker can be taken away`() throws {
        var run = CloudRun.withStorage()
        let address = ObjectAddress("kept", "a")
        let first = try run.put(address)
        let second = try run.put(address, 200)
        #expect(first.id != second.id)
        let deletion = try run.delete(address)
        #expect(deletion.isMarker)
        #expect(try run.keys(in: "kept") == [])
        #expect(try run.cloud.getObject(address, version: first.id, as: .anyone).size == ByteCount(100))
        try run.delete(address, version: deletion.version)
        #expect(try run.cloud.getObject(address, as: .anyone).id == second.id)
    }

    @Test func `in a bucket without versions a deletion is for ever, and one of nothing succeeds`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.dump)
        #expect(try run.delete(Self.dump).hasEffect)
        #expect(try !run.delete(Self.dump).hasEffect)
        #expect(run.cloud.newestVersion(at: Self.dump) == nil)
    }

    @Test func `a locked version stays until its time is over, under compliance whoever asks`() throws {
        var run = CloudRun.withStorage()
        let address = ObjectAddress("vault", "a")
        let version = try run.put(address)
        let message = refusal { try run.delete(address, version: version.id, bypassesGovernance: true) }
        #expect(
            message
                == "An error occurred (AccessDenied) when calling the DeleteObject operation: Access Denied "
                + "because object protected by object lock.")
        try run.delete(address, version: version.id, at: .start + .days(30))
        #expect(run.cloud.newestVersion(at: address) == nil)
    }

    @Test func `a lock of governance gives way to those who may and say so`() throws {
        var run = CloudRun.withStorage(.twoRegions(lock: .governance))
        let address = ObjectAddress("vault", "a")
        let version = try run.put(address)
        #expect(refusal { try run.delete(address, version: version.id) } != nil)
        #expect(
            refusal {
                try run.delete(address, version: version.id, bypassesGovernance: true, as: .identity("admin"))
            } != nil)
        try run.delete(address, version: version.id, bypassesGovernance: true)
        #expect(run.cloud.newestVersion(at: address) == nil)
    }

    @Test func `a store lives through the loss of one zone and not of two`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.dump)
        run.loseZone(0, at: .minutes(1))
        #expect(try run.keys(in: "plain") == [Self.dump.key])
        run.loseZone(1, at: .minutes(2))
        #expect(
            refusal { _ = try run.keys(in: "plain") }
                == "An error occurred (ServiceUnavailable) when calling the ListObjectsV2 operation (reached "
                + "max retries: 2): Please reduce your request rate.")
        #expect(run.instants { $0 == .objectStoreLost(0) } == [.minutes(2)])
        run.returnZone(0, at: .minutes(5))
        #expect(try run.keys(in: "plain") == [Self.dump.key])
        #expect(run.instants { $0 == .objectStoreReturned(0) } == [.minutes(5)])
    }

    @Test func `overlapping faults of a store are counted, and the region goes on without it`() {
        var run = CloudRun.withStorage()
        for minute in [1, 2] as [Int64] {
            run.at(.minutes(minute)) { $0.objectStoreLost(0, at: $1, draws: $2, effects: &$3) }
        }
        #expect(run.cloud.isUp(region: 0) && !run.cloud.isObjectStoreUp(0) && run.cloud.isObjectStoreUp(1))
        run.at(.minutes(3)) { $0.objectStoreReturned(0, at: $1, draws: $2, effects: &$3) }
        #expect(!run.cloud.isObjectStoreUp(0))
        run.at(.minutes(4)) { $0.objectStoreReturned(0, at: $1, draws: $2, effects: &$3) }
        #expect(run.cloud.isObjectStoreUp(0))
    }
}
