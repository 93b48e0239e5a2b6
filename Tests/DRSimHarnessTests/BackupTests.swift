import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// What the plan's backups come to in the world, before a trial and in it.
@Suite struct BackupTests {
    /// A trial from Tuesday 17:00 on, past the backup at 02:00.
    private func staged(_ overlay: String, hours: Int64 = 24) throws -> Staged {
        var staged = try Staged(overlay)
        staged.horizon = .hours(hours)
        return staged
    }

    private func backups(_ result: TrialResult, _ kind: BackupRecord.Kind = .backup) -> [BackupRecord] {
        result.trace.backups.filter { $0.kind == kind }
    }

    @Test(arguments: ["l0-literal", "l1-probed", "l2-stubbed"])
    func `at the plan's word no backup ever succeeds, and the records say why`(level: String) throws {
        let records = backups(try staged(level).run())
        #expect(records.count == 31)
        #expect(records.allSatisfy { $0.result == .failed && $0.parts.map(\.name) == ["database"] })
        #expect(
            records.allSatisfy {
                $0.parts[0].problem?.contains("fe_sendauth: no password supplied") == true
            })
    }

    @Test func `a dump of more than five gigabytes is uploaded and not copied, and nothing else is saved`()
        throws
    {
        let record = try #require(backups(try staged("l3-named").run()).last)
        #expect(record.result == .failed)
        #expect(record.parts.map(\.name) == ["database"])
        #expect(record.parts[0].problem?.contains("larger than the maximum allowable size") == true)
    }

    @Test func `remediated, every part is saved and copied each night`() throws {
        let result = try staged("l4-remediated").run()
        let records = backups(result)
        #expect(records.count == 31)
        #expect(records.allSatisfy { $0.result == .completed })
        let parts = try #require(records.last).parts
        #expect(parts.allSatisfy { $0.copyBucket != nil && $0.problem == nil })
        #expect(result.score.metrics.first { $0.metric.kind == .backup }?.verdict == .met)
    }

    @Test(arguments: ["l3-named", "l4-remediated"])
    func `leaping and ticking give the same backups`(overlay: String) throws {
        var staged = try staged(overlay, hours: 60)
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(8), for: .hours(4))
        let leaping = staged.run()
        let ticking = Rehearsal(plan: staged.plan, scenario: staged.scenario, polling: .everyTick).run(
            seed: 1)
        #expect(leaping.trace.backups == ticking.trace.backups)
        #expect(leaping.digest == ticking.digest)
    }

    @Test
    func `a scheduler that is down at two in the morning loses the day, one with deadlines makes up for it`()
        throws
    {
        for (overlay, count) in [("l3-named", 0), ("l4-remediated", 1)] {
            var staged = try staged(overlay)
            staged.plan.backups.location = .primary
            staged.strike(.site(.regionOutage("us-west-2")), at: .hours(8), for: .hours(2))
            let started = backups(staged.run()).filter { $0.startedAt >= .start }
            #expect(started.count == count, "\(overlay)")
        }
    }

    @Test func `after a failover the night saves what takes writes and what is beside it, in its region`()
        throws
    {
        for (level, address) in [("l3-named", nil), ("l4-remediated", "s3://itdo-erp-backups-of-dr/")] {
            var staged = try staged(level)
            staged.plan.backups.location = .third
            staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: nil)
            let result = staged.run()
            #expect(!result.trace.all(.databasePromoted).isEmpty, "\(level)")
            let night = try #require(backups(result).last)
            #expect(night.startedAt > .start)
            let dump = try #require(night.parts.first)
            #expect(dump.address?.prefix(address?.count ?? 0) == address.map { $0[...] }, "\(level): \(dump)")
            guard let address else { continue }
            let there = night.parts.filter { $0.address?.hasPrefix(address) == true && $0.problem == nil }
            #expect(there.map(\.name) == ["database", "kubernetes", "secrets", "manifest"])
            // They hold nothing of what the lost region had.
            let lost = try #require(result.score.stores.first { $0.id == "configuration" }?.rpa)
            #expect(lost > .hours(10))
        }
    }

    @Test func `a failing job fails the night's backup, and the next one is made again`() throws {
        var staged = try staged("l4-remediated", hours: 48)
        staged.strike(.backup(.init(.jobFailing)), at: .hours(1), for: .hours(20))
        let results = backups(staged.run()).filter { $0.startedAt >= .start }.map(\.result)
        // The first night's is tried again (F40), and by then somebody has mended it.
        #expect(results == [.failed, .completed, .completed])
    }

    @Test(arguments: [(["--compress=9"], "-- PostgreSQL"), (["-Fc"], "PGDMP"), (["-Fc", "-Z0"], "PGDMP")])
    func `a dump is stored as it was made, the one of this night and those before`(
        options: [String], beginning: String
    ) throws {
        var staged = try staged("l4-remediated", hours: 14)
        let index = try #require(staged.plan.backups.components.firstIndex { $0.name == "database" })
        guard case .dump(var dump) = staged.plan.backups.components[index].task else { return }
        dump.argv = dump.argv.filter { $0 != "--compress=9" } + options
        staged.plan.backups.components[index].task = .dump(dump)
        var world = staged.rehearsal.world(seed: 1)
        world.run()
        let nights = world.trace.backups.filter { $0.kind == .backup }
        let addresses = nights.suffix(2).compactMap { $0.parts.first?.address }
        #expect(addresses.count == 2 && (nights.last?.startedAt ?? .start) > .start)
        for address in addresses {
            let answer = world.execute(["aws", "s3", "cp", address, "-"], input: nil)
            #expect(answer.output.hasPrefix(beginning), "\(answer)")
        }
    }

    @Test func `dumps that go bad unnoticed are found by a restore and by nothing else`() throws {
        for (method, expected) in [
            (BackupPolicy.VerificationMethod.testRestore, BackupRecord.Result.failed), (.checksum, .matches),
        ] {
            var staged = try staged("l4-remediated", hours: 24 * 13)
            staged.plan.backups.verification = method
            staged.strike(.backup(.init(.silentlyCorrupt)), at: .hours(1), for: .days(5))
            let looks = backups(staged.run(), .verification).filter { $0.startedAt >= .start }.map(\.result)
            #expect(looks == [expected, method == .testRestore ? .restored : .matches], "\(method)")
        }
    }

    @Test func `base backups that go bad unnoticed are found by a restore and by nothing else`() throws {
        for (method, expected) in [
            (BackupPolicy.VerificationMethod.testRestore, BackupRecord.Result.failed), (.checksum, .matches),
        ] {
            var staged = try staged("l4-remediated", hours: 24 * 13)
            staged.plan.backups.verification = method
            staged.strike(.backup(.init(.baseSilentlyCorrupt)), at: .hours(1), for: .days(5))
            let result = staged.run()
            let looks = backups(result, .verification).filter { $0.startedAt >= .start }.map(\.result)
            #expect(looks == [expected, method == .testRestore ? .restored : .matches], "\(method)")
            #expect(backups(result).allSatisfy { $0.result == .completed })
            let told = result.trace.all(.backupMended).count
            #expect(told == (method == .testRestore ? 1 : 0))
        }
    }

    @Test(arguments: [("l3-named", false), ("l4-remediated", true)])
    func `a bad base backup is thrown away in time, or a recovery fails on it and says so`(
        level: String, isTried: Bool
    ) throws {
        // Since Saturday; a restore is tried on Sundays, and a table is dropped on Tuesday.
        var staged = try staged(level)
        staged.incidentClass = "accidental_deletion"
        staged.strike(.backup(.init(.baseSilentlyCorrupt, since: .days(3))), at: .zero, for: nil)
        staged.strike(
            .database(.damage(.init(.deletion, share: .all), context: "prod-cluster")), at: .minutes(10))
        let trace = staged.run().trace
        let refusals = trace.all(.databaseBootstrapFailed)
        #expect(trace.all(.databaseRestored).isEmpty != isTried)
        #expect(refusals.isEmpty == isTried)
        for refusal in refusals {
            #expect(refusal.cause != nil && refusal.source == "A19")
            #expect(refusal.text.contains("PANIC:  WAL contains references to invalid pages"))
            #expect(refusal.text.contains("postgres-primary-daily-20261013010000"))
        }
    }

    @Test(arguments: [("l3-named", nil, 0), ("l4-remediated", 1, 2)] as [(String, Int64?, Int)])
    func `what lies beside the database survives its region as far as copies of it crossed`(
        level: String, hours: Int64?, reachable: Int
    ) throws {
        var staged = try staged(level, hours: 12)
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(8), for: nil)
        let result = staged.run()
        let files = try #require(result.score.stores.first { $0.id == "files" })
        #expect(files.rpa.map { $0 <= .hours(hours ?? 0) } ?? (hours == nil))
        #expect(files.copyAge == files.rpa)
        let rest = result.score.stores.filter { ["configuration", "secrets"].contains($0.id.name) }
        #expect(rest.count { $0.rpa != nil } == reachable)
        #expect(rest.allSatisfy { $0.verdict == .noTarget })
        let cache = try #require(result.score.stores.first { $0.id == "cache" })
        #expect(cache.rpa == nil && cache.verdict == .noTarget)
    }

    @Test func `a list of secrets without any is no copy of them`() throws {
        for hasSecrets in [true, false] {
            var staged = try staged("l4-remediated", hours: 12)
            if !hasSecrets { staged.plan.manifests.removeAll { $0.object["kind"] == "Secret" } }
            staged.strike(.site(.regionOutage("us-west-2")), at: .hours(8), for: nil)
            let result = staged.run()
            let secrets = try #require(result.score.stores.first { $0.id == "secrets" })
            #expect((secrets.rpa != nil) == hasSecrets)
            let part = try #require(backups(result).first?.parts.first { $0.name == "secrets" })
            #expect(part.isUsable == hasSecrets && part.problem == nil)
        }
    }

    @Test func `a region that returns brings back its volumes and not what it held in memory`() throws {
        var staged = try staged("l3-named", hours: 12)
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(1), for: .hours(2))
        let stores = staged.run().score.stores
        #expect(stores.first { $0.id == "files" }?.rpa == .zero)
        #expect(stores.first { $0.id == "cache" }?.rpa == nil)
    }

    @Test func `a fault of backups that lasted for weeks leaves no copy, unless somebody was told`() throws {
        for (level, least) in [("l4-remediated", 25), ("untold", 0)] {
            var staged = try staged("l4-remediated", hours: 2)
            if level == "untold" { staged.plan.backups.alerts = false }
            staged.strike(.backup(.init(.jobFailing, since: .days(30))), at: .zero, for: nil)
            let completed = backups(staged.run()).count { $0.result == .completed }
            #expect(completed == least || (least > 0 && completed >= least), "\(level): \(completed)")
        }
    }

    @Test func `faults of backups from before the trial each made the nights go their way while on`() throws {
        var staged = try staged("l4-remediated", hours: 2)
        staged.plan.backups.alerts = false
        staged.strike(.backup(.init(.silentlyCorrupt, since: .days(30))), at: .zero, for: nil)
        staged.strike(.backup(.init(.jobFailing, since: .days(6))), at: .zero, for: nil)
        let results = backups(staged.run()).map(\.result)
        // Each of the six nights that failed was tried again twice (F40).
        #expect(results == Array(repeating: .completed, count: 24) + Array(repeating: .failed, count: 18))
    }

    @Test func `who mends what made backups fail does not mend what strikes later`() throws {
        var staged = try staged("l4-remediated", hours: 72)
        let repair = try #require(staged.plan.assumptions.firstIndex { $0.id == "backup_repair" })
        staged.plan.assumptions[repair].distribution = .constant(Span.hours(6).inSeconds)
        staged.plan.backups.schedule.retries = 0
        staged.strike(.backup(.init(.jobFailing)), at: .hours(1), for: .hours(15))
        staged.strike(.backup(.init(.jobFailing)), at: .hours(17), for: nil)
        let result = staged.run()
        let noticed = result.trace.all(.backupFailed).map { $0.at }
        #expect(noticed.count == 2)
        #expect(result.trace.all(.backupMended).map { $0.at } == noticed.suffix(1).map { $0 + .hours(6) })
        let results = backups(result).filter { $0.startedAt >= .start }.map(\.result)
        #expect(results == [.failed, .failed, .completed])
    }

    @Test func `what is left of the stores does not depend on who responds`() throws {
        var staged = try staged("l4-remediated")
        staged.incidentClass = "accidental_deletion"
        staged.strike(
            .database(.damage(.init(.deletion, share: .all), context: "prod-cluster")), at: .hours(10))
        let attended = staged.run()
        staged.plan.people.respond = false
        let unattended = staged.run()
        func copies(_ result: TrialResult) -> [[StoreKeeping.Copy]] {
            // What people copied themselves came after the fault.
            result.trace.keepings.map { $0.copies.filter { $0.takenAt <= .start + .hours(10) } }
        }
        #expect(copies(attended) == copies(unattended))
        #expect(attended.score.stores.first { $0.id == "files" }?.copyAge != nil)
    }

    @Test func `where nobody is told, somebody comes upon failing backups in time, and mends them`() throws {
        var staged = try Staged()
        staged.horizon = .hours(72)
        let index = try #require(
            staged.plan.assumptions.firstIndex { $0.id == "backup_failure_detection" })
        staged.plan.assumptions[index].distribution = .constant(Span.hours(48).inSeconds)
        staged.strike(.backup(.init(.jobFailing)), at: .hours(1), for: nil)
        let trace = staged.run().trace
        let found = try #require(trace.all(.damageNoticed, of: "backups").first)
        #expect(found.at == .start + .hours(49))
        #expect(found.source == "assumption:backup_failure_detection")
        #expect(trace.all(.backupMended).count == 1)
        #expect(trace.all(.decisionMade).isEmpty)
        staged.isControl = true
        #expect(staged.run().trace.all(.damageNoticed).isEmpty)
    }

    @Test func `a failing job that somebody is told of is mended, and the facts say so`() throws {
        var staged = try staged("l4-remediated", hours: 72)
        staged.strike(.backup(.init(.jobFailing)), at: .hours(1), for: nil)
        let result = staged.run()
        let facts = result.trace.facts.filter { [.backupFailed, .backupMended].contains($0.kind) }
        #expect(facts.map(\.kind) == [.backupFailed, .backupMended])
        #expect(facts.allSatisfy { $0.cause != nil })
        #expect(backups(result).last?.result == .completed)
    }

    @Test func `where there is nobody, nobody is told and nobody mends`() throws {
        var staged = try staged("l4-remediated", hours: 72)
        staged.strike(.backup(.init(.jobFailing)), at: .hours(1), for: nil)
        var control = staged
        control.isControl = true
        staged.plan.people.respond = false
        for result in [staged.run(), control.run()] {
            #expect(result.trace.all(.backupFailed).first?.text.hasSuffix("nobody is told") == true)
            #expect(result.trace.all(.backupMended).isEmpty)
            let nights = backups(result).filter { $0.startedAt >= .start }.map(\.result)
            #expect(nights.contains(.failed) && !nights.contains(.completed))
        }
    }

    @Test func `a store that is out takes nothing, and each part says so`() throws {
        var staged = try staged("l4-remediated", hours: 30)
        staged.strike(.provider(.objectStoreOutage("us-west-2")), at: .hours(8), for: .hours(14))
        let records = backups(staged.run()).filter { $0.startedAt >= .start }
        let record = try #require(records.first)
        #expect(record.result == .failed)
        #expect(record.parts.allSatisfy { $0.address == nil && $0.problem != nil })
        // Tried again when the store is back (F40), on the same day.
        #expect(records.count > 1 && records.last?.result == .completed)
    }
}
