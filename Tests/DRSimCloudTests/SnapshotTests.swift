import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

struct SnapshotTests {
    private static func snapshot(of volume: String = "vol-1", in run: inout CloudRun) throws -> Snapshot {
        try run.at(.start) {
            try $0.createSnapshot(
                of: volume, in: 0, content: ObjectContent(payload: 5), as: .anyone, at: $1, draws: $2,
                effects: &$3)
        }
    }

    private static func copy(_ id: String, in run: inout CloudRun, at instant: Instant) throws -> Snapshot {
        try run.at(instant) {
            try $0.copySnapshot(id, from: 0, to: 1, as: .anyone, at: $1, draws: $2, effects: &$3)
        }
    }

    @Test func `a snapshot stays in its region until it is copied, which takes as long as its size`() throws {
        var run = CloudRun.withStorage()
        let taken = try Self.snapshot(in: &run)
        #expect(taken.state == .pending)
        run.run(through: .minutes(10))
        #expect(run.cloud.snapshots(in: 0).map(\.state) == [.completed])
        #expect(run.cloud.snapshots(in: 1) == [])
        let copy = try Self.copy(taken.id, in: &run, at: .minutes(10))
        run.run(through: .minutes(10) + .seconds(149))
        #expect(run.cloud.snapshots(in: 1).map(\.state) == [.pending])
        run.run(through: .minutes(10) + .seconds(150))
        #expect(run.cloud.snapshots(in: 1).map(\.state) == [.completed])
        #expect(copy.content == taken.content && copy.startedAt == taken.startedAt)
    }

    @Test func `snapshots and volumes that are not there, or not ready, are refused`() throws {
        var run = CloudRun.withStorage()
        let taken = try Self.snapshot(in: &run)
        #expect(
            refusal { _ = try Self.snapshot(of: "vol-2", in: &run) }
                == "An error occurred (InvalidVolume.NotFound) when calling the CreateSnapshot operation: "
                + "The volume 'vol-2' does not exist.")
        #expect(refusal { _ = try Self.copy("snap-1", in: &run, at: .start) }?.contains("NotFound") == true)
        #expect(refusal { _ = try Self.copy(taken.id, in: &run, at: .start) }?.contains("pending") == true)
        #expect(
            refusal { _ = try run.cloud.describeSnapshots([], in: 0, as: .identity("writer")) }?
                .contains("(UnauthorizedOperation)") == true)
    }

    @Test func `a region that is lost takes its snapshots along, and spoils the one being taken`() throws {
        var run = CloudRun.withStorage()
        run.cloud.installSnapshot(of: "vol-1", content: ObjectContent(payload: 4), takenAt: .start - .days(1))
        _ = try Self.snapshot(in: &run)
        run.loseRegion(0, at: .minutes(1))
        let old = run.cloud.snapshots(in: 0)[0]
        #expect(refusal { _ = try Self.copy(old.id, in: &run, at: .minutes(2)) } != nil)
        run.run(through: .minutes(30))
        #expect(run.cloud.snapshots(in: 0).map(\.state) == [.completed, .error])
    }

    @Test func `a copy that was under way when its source was lost is none`() throws {
        var run = CloudRun.withStorage()
        let taken = try Self.snapshot(in: &run)
        run.run(through: .minutes(10))
        _ = try Self.copy(taken.id, in: &run, at: .minutes(10))
        run.loseRegion(0, at: .minutes(11))
        run.run(through: .minutes(30))
        #expect(run.cloud.snapshots(in: 1).map(\.state) == [.error])
    }
}
