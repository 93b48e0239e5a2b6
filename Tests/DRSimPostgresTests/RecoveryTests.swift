import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// New databases from backups, dumps, running databases and nothing (A17, A19, B7).
struct RecoveryTests {
    private static let place = BackupPolicy(destination: "s3://shop-db", server: "orders", window: .days(7))

    /// `orders` sends its log to an archive; a base backup was made a day before the trial's second hour.
    private static func run(backedUp: Bool = true) -> PostgresRun {
        var run = PostgresRun(backup: place)
        if backedUp { run.system.addPastBackup("nightly", of: PostgresRun.main, began: .start - .hours(2)) }
        return run
    }

    private static func spec(instances: Int, backup: BackupPolicy?) -> DatabaseSpec {
        DatabaseSpec(
            store: "database", name: "orders-restored", namespace: "shop", site: 0,
            zones: (0..<instances).map { "zone-\($0)" }, source: nil, copiedAt: nil, backup: backup)
    }

    /// Creates a database and lets its job's pod run at once.
    private static func create(
        _ bootstrap: Bootstrap, at instant: Instant, in run: inout PostgresRun, canRead: Bool = true,
        instances: Int = 1, backup: BackupPolicy? = nil
    ) -> DatabaseID {
        run.run(through: instant)
        let id = run.system.create(spec(instances: instances, backup: backup), from: bootstrap)
        run.at(instant) {
            $0.bootstrapBegins(id, canRead: { _ in canRead }, at: $1, draws: $2, effects: &$3)
        }
        return id
    }

    @Test func `a point in time is recovered after copying, replaying and promoting, and no sooner`() throws {
        var run = Self.run()
        let target = Instant.minutes(30)
        let id = Self.create(
            .recovery(.objectStore(Self.place), .time(target, isExclusive: true)), at: .minutes(60), in: &run)
        #expect(run.system.status(id).phase == "Setting up primary")
        #expect(!run.system.isWritable(id))
        run.run(through: .minutes(60) + .hours(6))
        // 60 GB at 200 MB/s, two and a half hours of log at 1 MB/s fetched at 50 MB/s, and 20 s.
        let expected = Instant.minutes(60) + .seconds(300 + 9_000 / 50 + 20)
        let writable = run.facts.first { $0.fact == .writable(id, instance: "orders-restored-1") }
        #expect(try #require(writable).at.milliseconds / 1_000 == expected.milliseconds / 1_000)
        let timeline = run.system.ledger.timelines[run.system[id].timeline]
        #expect(timeline.parent == 0)
        #expect(timeline.fork == PostgresRun.written(at: target - Span(milliseconds: 1)))
        #expect(timeline.isRestored)
    }

    @Test func `a bad base backup lets a recovery fail once it is copied, and an earlier one still serves`() {
        for (discards, source, isMade) in [
            (false, RecoverySource.objectStore(Self.place), false), (false, .backup("late"), false),
            (false, .backup("nightly"), true), (true, .objectStore(Self.place), true),
        ] {
            var run = Self.run()
            run.system.addPastBackup("late", of: PostgresRun.main, began: .start - .hours(1))
            run.system.spoil { $0.name == "late" }
            if discards { run.system.discardSpoiltBackups() }
            let id = Self.create(
                .recovery(source, .time(.minutes(30), isExclusive: true)), at: .minutes(60), in: &run)
            run.run(through: .minutes(600))
            #expect(run.system.isWritable(id) == isMade, "\(source)")
            let refusal = run.facts.first { $0.fact == .bootstrapFailed(id, reason: .badBackup("late")) }
            // 60 GB at 200 MB/s come first.
            #expect(refusal?.at == (isMade ? nil : .minutes(65)), "\(source)")
            guard isMade else { continue }
            let timeline = run.system.ledger.timelines[run.system[id].timeline]
            #expect(timeline.fork == PostgresRun.written(at: .minutes(30) - Span(milliseconds: 1)))
        }
    }

    @Test func `what is copied or recovered has the databases of its origin, what is made empty its own`() {
        var run = PostgresRun(application: "erp", backup: Self.place)
        run.system.addPastBackup("nightly", of: PostgresRun.main, began: .start - .hours(2))
        let origin = DatabaseAddress("orders")
        for (bootstrap, name) in [
            (.recovery(.objectStore(Self.place), .latest), "erp"), (.clone(of: origin), "erp"),
            (.empty, "app"),
        ] as [(Bootstrap, String)] {
            let id = Self.create(bootstrap, at: run.now, in: &run)
            #expect(!run.system.has(database: name, in: id))
            run.run(through: run.now + .hours(2))
            #expect(run.system.isWritable(id))
            #expect(run.system.has(database: name, in: id))
            #expect(run.system.has(database: "postgres", in: id))
            #expect(!run.system.has(database: name == "erp" ? "app" : "erp", in: id))
        }
        #expect(run.system.has(database: "erp", in: PostgresRun.recovery))
    }

    @Test func `what struck at the target is left out by an exclusive one and taken in by another`() {
        for (isExclusive, holds) in [(true, false), (false, true)] {
            var run = Self.run()
            run.at(.minutes(30)) {
                $0.spoil(
                    PostgresRun.main, by: .deletion, share: .percent(60), isSilent: false, at: $1, draws: $2,
                    effects: &$3)
            }
            let id = Self.create(
                .recovery(.objectStore(Self.place), .time(.minutes(30), isExclusive: isExclusive)),
                at: .minutes(60), in: &run)
            run.run(through: .minutes(300))
            #expect(run.system.isWritable(id))
            #expect(run.system.damages(in: id).isEmpty != holds)
        }
    }

    @Test func `the latest point is what the archive has, at most five minutes and an upload ago`() throws {
        var run = Self.run()
        run.loseSite(at: .minutes(61))
        let archived = try #require(run.system.archived(PostgresRun.main, at: .minutes(90), draws: run.draws))
        let written = PostgresRun.written(at: .minutes(61))
        #expect(archived.position <= written)
        // At 1 MB a second a segment is full every 17 s.
        #expect((written - archived.position).bytes <= 17_000_000 + 1_000_000)
        run.returnSite(at: .minutes(100))
        run.run(through: .minutes(101))
        let later = try #require(run.system.archived(PostgresRun.main, at: .minutes(101), draws: run.draws))
        #expect(later.position > written)
    }

    @Test func `a slow writer's log is sent every five minutes`() throws {
        var run = Self.run()
        run.system.setWriteRate(PostgresRun.main, bytesPerSecond: 1_000, at: .start)
        let base = PostgresRun.written(at: .start).bytes
        let archived = try #require(
            run.system.archived(PostgresRun.main, at: .minutes(14), draws: run.draws))
        #expect(archived.position == ByteCount(base + 600_000))
    }

    @Test func `a broken archive stands still and takes up what gathered`() throws {
        var run = Self.run()
        run.at(.minutes(10)) {
            $0.archiveBroken(PostgresRun.main, true, at: $1, draws: $2, effects: &$3)
        }
        run.run(through: .minutes(40))
        let kept = try #require(run.system.archived(PostgresRun.main, at: .minutes(40), draws: run.draws))
        #expect(kept.position <= PostgresRun.written(at: .minutes(10)))
        let target = RecoveryTarget.time(.minutes(30), isExclusive: false)
        let id = Self.create(.recovery(.objectStore(Self.place), target), at: .minutes(40), in: &run)
        #expect(run.facts.last?.fact == .bootstrapFailed(id, reason: .logEndsBefore))
        run.at(.minutes(41)) {
            $0.archiveBroken(PostgresRun.main, false, at: $1, draws: $2, effects: &$3)
        }
        run.run(through: .minutes(42))
        let after = try #require(run.system.archived(PostgresRun.main, at: .minutes(42), draws: run.draws))
        #expect(after.position > PostgresRun.written(at: .minutes(40)))
        #expect(
            run.instants { if case .archiving = $0 { true } else { false } } == [.minutes(10), .minutes(41)])
    }

    @Test func `without a base backup there is nothing to begin with`() {
        var run = Self.run(backedUp: false)
        let id = Self.create(.recovery(.objectStore(Self.place), .latest), at: .minutes(60), in: &run)
        #expect(run.facts.last?.fact == .bootstrapFailed(id, reason: .noBackup))
        #expect(RecoveryFailure.noBackup.description == "no target backup found")
        run.run(through: .minutes(600))
        #expect(!run.system.isWritable(id))
    }

    @Test func `a base backup younger than the target is of no use`() {
        var run = Self.run(backedUp: false)
        run.at(.minutes(10)) {
            $0.beginBackup("now", of: PostgresRun.main, bySnapshot: false, at: $1, draws: $2, effects: &$3)
        }
        run.run(through: .minutes(30))
        #expect(run.instants { $0 == .backupCompleted(PostgresRun.main, name: "now") } == [.minutes(20)])
        for (target, works) in [(Instant.minutes(15), false), (.minutes(25), true)] {
            let id = Self.create(
                .recovery(.objectStore(Self.place), .time(target, isExclusive: false)), at: .minutes(40),
                in: &run)
            #expect((run.facts.last?.fact == .bootstrapFailed(id, reason: .noBackup)) != works)
        }
    }

    @Test func `a position is reached from a base backup that ended before it, or not at all`() {
        // The base backup was made from 120 minutes before the start to 110.
        for (moment, isReached) in [(Instant.minutes(-115), false), (.minutes(30), true)] {
            var run = Self.run()
            let position = PostgresRun.written(at: moment)
            let id = Self.create(
                .recovery(.objectStore(Self.place), .position(position)), at: .minutes(60), in: &run)
            #expect((run.facts.last?.fact == .bootstrapFailed(id, reason: .noBackup)) != isReached)
            run.run(through: .minutes(600))
            #expect(run.system.isWritable(id) == isReached)
            guard isReached else { continue }
            #expect(run.system.ledger.timelines[run.system[id].timeline].fork == position)
        }
    }

    @Test func `a copy fails whose database stopped while it was made, though it runs again`() {
        var run = PostgresRun(instances: 1, backup: Self.place)
        run.at(.minutes(10)) {
            $0.beginBackup("now", of: PostgresRun.main, bySnapshot: false, at: $1, draws: $2, effects: &$3)
        }
        run.fence(at: .minutes(12))
        run.fence(PostgresRun.main, false, at: .minutes(14))
        run.run(through: .minutes(30))
        #expect(run.system.isWritable(PostgresRun.main))
        let reason = "the primary stopped during the backup"
        #expect(
            run.instants { $0 == .backupFailed(PostgresRun.main, name: "now", reason: reason) }
                == [.minutes(20)])
        #expect(!run.system.hasRun(PostgresRun.main, since: .minutes(10)))
        #expect(run.system.hasRun(PostgresRun.main, since: .minutes(15)))
    }

    @Test func `what was made of a history that a dump took the place of is nothing to begin with`() throws {
        for hasEarlier in [false, true] {
            var run = Self.run()
            if hasEarlier {
                run.system.addPastBackup("early", of: PostgresRun.main, began: .start - .hours(20))
            }
            let dump = run.system.addDump(of: PostgresRun.main, began: .start - .hours(3), at: .start)
            run.at(.minutes(10)) { system, now, draws, effects in
                _ = system.restore(dump, into: PostgresRun.main, at: now, draws: draws, effects: &effects)
            }
            let id = Self.create(.recovery(.objectStore(Self.place), .latest), at: .minutes(20), in: &run)
            #expect((run.facts.last?.fact == .bootstrapFailed(id, reason: .noBackup)) != hasEarlier)
            guard hasEarlier else { continue }
            let written = run.position(at: .minutes(20))
            run.run(through: .minutes(200))
            let timeline = run.system.ledger.timelines[run.system[id].timeline]
            #expect(timeline.parent == run.system[PostgresRun.main].timeline)
            #expect(timeline.fork <= written && timeline.fork > run.system.catalog[dump].position)
        }
    }

    @Test func `nothing is recovered into, or archived to, a place where another's log lies`() throws {
        var run = Self.run()
        run.at(.minutes(1)) { $0.remove(PostgresRun.main, at: $1, draws: $2, effects: &$3) }
        let recovered = Self.create(
            .recovery(.objectStore(Self.place), .latest), at: .minutes(60), in: &run, backup: Self.place)
        #expect(
            run.facts.last?.fact == .bootstrapFailed(recovered, reason: .archiveNotEmpty(Self.place.server)))
        let empty = Self.create(.empty, at: .minutes(70), in: &run, backup: Self.place)
        run.run(through: .minutes(100))
        #expect(run.system.isWritable(empty))
        #expect(run.facts.contains { $0.fact == .archiving(empty, isWorking: false) })
        let archived = try #require(run.system.archived(empty, at: .minutes(100), draws: run.draws))
        #expect(archived.position == .zero)
    }

    @Test func `a store that does not give its objects out stops the recovery`() {
        var run = Self.run()
        let id = Self.create(
            .recovery(.objectStore(Self.place), .latest), at: .minutes(60), in: &run, canRead: false)
        #expect(run.facts.last?.fact == .bootstrapFailed(id, reason: .storeOutOfReach))
    }

    @Test func `a clone of a damaged database is damaged`() {
        var run = Self.run()
        run.at(.minutes(30)) {
            $0.spoil(
                PostgresRun.main, by: .corruption, share: .percent(5), isSilent: true, at: $1, draws: $2,
                effects: &$3)
        }
        let id = Self.create(.clone(of: DatabaseAddress("orders")), at: .minutes(60), in: &run)
        #expect(run.facts.last?.fact == .bootstrapping(id, stage: .restoring, waitsOn: "base_backup_rate"))
        run.run(through: .minutes(90))
        #expect(run.system.isWritable(id))
        #expect(run.system.damages(in: id).count == 1)
    }

    @Test func `an empty database holds nothing, and is ready at once`() {
        var run = Self.run()
        let id = Self.create(.empty, at: .minutes(60), in: &run)
        run.run(through: .minutes(60) + .seconds(10))
        #expect(run.system.isWritable(id))
        #expect(run.system.ledger.timelines[run.system[id].timeline].parent == nil)
        #expect(run.system.ledger.timelines[run.system[id].timeline].fork == .zero)
    }

    @Test func `further instances are cloned when their pods run, and can take over`() {
        var run = Self.run()
        let id = Self.create(
            .recovery(.objectStore(Self.place), .latest), at: .minutes(60), in: &run, instances: 3)
        run.run(through: .minutes(120))
        run.start(1, of: id, at: .minutes(120))
        #expect(!run.system[id].hasRunningStandby)
        run.run(through: .minutes(131))
        #expect(run.system[id].hasRunningStandby)
        run.stop(0, of: id, at: .minutes(140))
        run.run(through: .minutes(150))
        #expect(run.promotions.last?.pod == "orders-restored-2")
        #expect(run.system.isWritable(id))
    }

    @Test func `a job that begins anew begins at the beginning`() {
        var run = Self.run()
        let id = Self.create(.recovery(.objectStore(Self.place), .latest), at: .minutes(60), in: &run)
        run.at(.minutes(64)) {
            $0.bootstrapBegins(id, canRead: { _ in true }, at: $1, draws: $2, effects: &$3)
        }
        run.run(through: .minutes(68))
        #expect(!run.facts.contains { $0.fact == .bootstrapFailed(id, reason: .noBackup) })
        let stages = run.instants { if case .bootstrapping(id, .replaying, _) = $0 { true } else { false } }
        #expect(stages == [])
        run.run(through: .minutes(70))
        #expect(
            run.instants { if case .bootstrapping(id, .replaying, _) = $0 { true } else { false } }
                == [.minutes(69)])
    }

    @Test func `a deleted database is no copy, and its name is free again`() {
        var run = Self.run()
        let id = Self.create(.empty, at: .minutes(1), in: &run)
        run.run(through: .minutes(2))
        #expect(run.system.copies(at: .minutes(2), draws: run.draws).contains { $0.database == id })
        run.at(.minutes(3)) { $0.remove(id, at: $1, draws: $2, effects: &$3) }
        #expect(!run.system.isWritable(id))
        #expect(!run.system.copies(at: .minutes(3), draws: run.draws).contains { $0.database == id })
        #expect(run.system.database(named: "orders-restored", namespace: "shop", site: 0) == nil)
    }

    @Test func `a dump is what was there when it began, and takes the place of what its target held`() {
        var run = Self.run()
        let began = Instant.minutes(10)
        run.run(through: .minutes(60))
        #expect(run.system.dumpDuration(PostgresRun.main, draws: run.draws, ordinal: 0) == .minutes(50))
        let dump = run.system.addDump(of: PostgresRun.main, began: began, at: .minutes(60))
        #expect(run.system.catalog[dump].position == PostgresRun.written(at: began))
        #expect(run.system.catalog[dump].size == ByteCount(15_000_000_000))
        run.at(.minutes(70)) {
            $0.spoil(
                PostgresRun.main, by: .deletion, share: .all, isSilent: false, at: $1, draws: $2, effects: &$3
            )
        }
        run.at(.minutes(80)) { system, now, draws, effects in
            #expect(system.restore(dump, into: PostgresRun.main, at: now, draws: draws, effects: &effects))
        }
        #expect(run.system.damages(in: PostgresRun.main).isEmpty)
        #expect(run.position(at: .minutes(80)) == PostgresRun.written(at: began))
        #expect(run.system[PostgresRun.main].hasRunningStandby)
        run.run(through: .minutes(90))
        for position in run.standbyPositions(at: .minutes(90)) {
            #expect(position > PostgresRun.written(at: began))
        }
    }

    @Test func `a dump that cannot be read changes nothing`() {
        var run = Self.run()
        let dump = run.system.addDump(of: PostgresRun.main, began: .minutes(1), at: .minutes(2))
        run.system.spoil(dump)
        run.at(.minutes(3)) { system, now, draws, effects in
            #expect(!system.restore(dump, into: PostgresRun.main, at: now, draws: draws, effects: &effects))
        }
        #expect(run.system.ledger.timelines.count == 1)
    }

    @Test func `a snapshot is ready in no time, in its region only`() {
        var run = Self.run(backedUp: false)
        run.at(.minutes(10)) {
            $0.beginBackup("snap", of: PostgresRun.main, bySnapshot: true, at: $1, draws: $2, effects: &$3)
        }
        run.run(through: .minutes(30))
        let id = Self.create(.recovery(.snapshots("snap"), .immediate), at: .minutes(30), in: &run)
        run.run(through: .minutes(33))
        #expect(run.system.isWritable(id))
        let elsewhere = run.system.create(
            DatabaseSpec(
                store: "database", name: "far", namespace: "shop", site: 1, zones: ["a"], source: nil,
                copiedAt: nil), from: .recovery(.snapshots("snap"), .immediate))
        run.at(.minutes(40)) {
            $0.bootstrapBegins(elsewhere, canRead: { _ in true }, at: $1, draws: $2, effects: &$3)
        }
        #expect(run.facts.last?.fact == .bootstrapFailed(elsewhere, reason: .noBackup))
    }

    @Test func `a database without a place for backups has none`() {
        var run = PostgresRun()
        run.at(.minutes(1)) {
            $0.beginBackup("now", of: PostgresRun.main, bySnapshot: false, at: $1, draws: $2, effects: &$3)
        }
        #expect(
            run.facts.last?.fact
                == .backupFailed(
                    PostgresRun.main, name: "now",
                    reason: "cannot proceed with the backup as the cluster has no backup section"))
    }
}
