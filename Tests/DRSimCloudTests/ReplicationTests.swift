import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

struct ReplicationTests {
    private static let source = ObjectAddress("kept", "database/monday")
    private static let copy = ObjectAddress("vault", "database/monday")

    @Test(arguments: [(true, Span.seconds(30)), (false, .seconds(900))])
    func `a copy arrives after the lag of its rule, with the version's id and a life of its own`(
        _ hasTimeControl: Bool, _ lag: Span
    ) throws {
        var run = CloudRun.withStorage(.twoRegions(hasTimeControl: hasTimeControl))
        let version = try run.put(Self.source)
        #expect(version.replication == nil)
        run.run(through: .start + lag - .seconds(1))
        #expect(try run.keys(in: "vault") == [])
        #expect(try run.cloud.getObject(Self.source, as: .anyone).replication == .pending)
        run.run(through: .start + lag)
        let replica = try run.cloud.getObject(Self.copy, as: .anyone)
        #expect(replica.id == version.id && replica.content == version.content)
        #expect(replica.replication == .replica)
        #expect(replica.retainedUntil == .start + lag + .days(30))
        #expect(try run.cloud.getObject(Self.source, as: .anyone).replication == .completed)
    }

    @Test func `a deletion is not copied, neither as a marker nor of a version`() throws {
        var run = CloudRun.withStorage()
        let version = try run.put(Self.source)
        try run.delete(Self.source, at: .minutes(1))
        try run.delete(Self.source, version: version.id, at: .minutes(2))
        run.run(through: .start + .hours(1))
        #expect(try run.keys(in: "vault") == [Self.copy.key])
    }

    @Test func `a version deleted before its copy left is not copied`() throws {
        var run = CloudRun.withStorage()
        let version = try run.put(Self.source)
        try run.delete(Self.source, version: version.id, at: .seconds(10))
        run.run(through: .start + .hours(1))
        #expect(run.cloud.newestVersion(at: Self.copy) == nil)
    }

    @Test func `what was under way when the source was lost is not there until it returns`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.source)
        run.loseRegion(0, at: .seconds(10))
        run.run(through: .start + .hours(2))
        #expect(try run.keys(in: "vault") == [])
        run.returnRegion(0, at: .start + .hours(3))
        run.run(through: .start + .hours(3) + .seconds(30))
        #expect(try run.keys(in: "vault") == [Self.copy.key])
    }

    @Test func `a cut between the regions holds copies up until it is healed`() throws {
        var run = CloudRun.withStorage()
        run.at(.start) { $0.cut(.region(0), .region(1), at: $1, draws: $2, effects: &$3) }
        try run.put(Self.source)
        run.run(through: .minutes(10))
        #expect(try run.keys(in: "vault") == [])
        run.at(.minutes(10)) { $0.heal(.region(0), .region(1), at: $1, draws: $2, effects: &$3) }
        run.run(through: .minutes(11))
        #expect(try run.keys(in: "vault") == [Self.copy.key])
    }

    @Test func `objects under a key are copied only by a rule that names one for the copies`() throws {
        var storage = StorageConfiguration.twoRegions()
        var run = CloudRun.withStorage(storage)
        try run.put(Self.source, key: "regional")
        run.run(through: .minutes(1))
        #expect(try run.cloud.getObject(Self.copy, as: .anyone).key == "mrk-1")
        storage.buckets[2].replication?.replicaKey = nil
        run = CloudRun.withStorage(storage)
        try run.put(Self.source, key: "regional")
        run.run(through: .start + .hours(1))
        #expect(try run.keys(in: "vault") == [])
        #expect(try run.cloud.getObject(Self.source, as: .anyone).replication == nil)
    }

    @Test func `what its own key does not decrypt is not copied until that key is back`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.source, key: "regional")
        run.at(.seconds(10)) { cloud, _, _, effects in cloud.keyLost("regional", in: 0, effects: &effects) }
        run.run(through: .minutes(10))
        #expect(try run.keys(in: "vault") == [])
        run.at(.minutes(10)) { $0.keyReturned("regional", in: 0, at: $1, draws: $2, effects: &$3) }
        run.run(through: .minutes(11))
        #expect(try run.keys(in: "vault") == [Self.copy.key])
    }

    @Test func `a version that arrives late stands below the newer one that was there first`() throws {
        var run = CloudRun.withStorage()
        try run.put(Self.source)
        let newer = try run.put(Self.source, at: .seconds(10))
        // The first one's arrival falls into the cut, the second one's after it.
        run.at(.seconds(20)) { $0.cut(.region(0), .region(1), at: $1, draws: $2, effects: &$3) }
        run.at(.seconds(35)) { $0.heal(.region(0), .region(1), at: $1, draws: $2, effects: &$3) }
        run.run(through: .minutes(5))
        let arrivals = run.instants { if case .objectReplicated = $0 { true } else { false } }
        #expect(arrivals == [.seconds(40), .seconds(65)])
        #expect(try run.cloud.getObject(Self.copy, as: .anyone).id == newer.id)
    }

    @Test func `markers are copied by a rule that says so`() throws {
        var storage = StorageConfiguration.twoRegions()
        storage.buckets[2].replication?.copiesDeleteMarkers = true
        var run = CloudRun.withStorage(storage)
        try run.put(Self.source)
        try run.delete(Self.source, at: .minutes(1))
        run.run(through: .minutes(5))
        #expect(try run.keys(in: "vault") == [])
        #expect(run.cloud.newestVersion(at: Self.copy) != nil)
    }

    @Test func `an object of the past is there with its copy`() throws {
        var run = CloudRun.withStorage()
        let upload = ObjectUpload(size: ByteCount(5), content: ObjectContent(payload: 3))
        run.cloud.installObject(upload, at: Self.source, storedAt: .start - .days(2))
        #expect(try run.cloud.getObject(Self.copy, as: .anyone).storedAt == .start - .days(2))
        #expect(run.facts.isEmpty)
    }
}
