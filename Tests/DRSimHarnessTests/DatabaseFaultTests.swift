import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Faults of a database bite, and what ends with them works again.
@Suite struct DatabaseFaultTests {
    private let api: ServiceID = "core_erp_api"
    private static let context = "prod-cluster"

    private func staged() throws -> Staged {
        var staged = try Staged()
        staged.isControl = true
        return staged
    }

    @Test func `a primary that hangs is missed later than one that crashed, and follows again`() throws {
        var staged = try staged()
        staged.strike(.database(.hang(context: Self.context)), at: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.first(.databaseLost) == .minutes(10))
        #expect(trace.served(api, at: .minutes(10)) == .none)
        let promoted = try #require(trace.all(.databasePromoted).first)
        #expect(promoted.source == "assumption:failover_after_hang")
        let writable = try #require(trace.first(.databaseWritable))
        #expect(trace.served(api, at: writable) == .all)
        #expect(trace.first(.standbyRejoined) != nil)
    }

    @Test func `a full volume has room again once somebody makes it larger`() throws {
        var staged = try staged()
        staged.strike(.database(.walDiskFull(context: Self.context)), at: .minutes(10), for: .hours(2))
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(30))
        func resize(to size: String) -> Int {
            Int(
                world.execute(
                    [
                        "kubectl", "--context", "prod-cluster", "patch", "clusters.postgresql.cnpg.io",
                        "postgres-primary", "-n", "production", "--type=merge", "-p",
                        #"{"spec":{"storage":{"size":"\#(size)"}}}"#,
                    ], input: nil
                ).status)
        }
        #expect(resize(to: "500Gi") == 0)
        #expect(world.trace.all(.faultHealed) == [])
        #expect(resize(to: "750Gi") == 0)
        world.run()
        #expect(world.trace.first(.databaseWritable) == .minutes(30))
        #expect(world.trace.all(.faultHealed).count == 1)
    }

    private static let stoppages: [DatabaseFault] = [
        .crashLoop(context: context), .walDiskFull(context: context),
    ]

    @Test(arguments: stoppages)
    func `what the operator cannot mend stands until the last of two has ended`(fault: DatabaseFault) throws {
        var staged = try staged()
        staged.strike(.database(fault), at: .minutes(10), for: .minutes(20))
        staged.strike(.database(fault), at: .minutes(20), for: .minutes(40))
        let trace = staged.run().trace
        #expect(trace.first(.databaseLost) == .minutes(10))
        #expect(trace.all(.databasePromoted) == [])
        for minute in [10, 31, 59] as [Int64] { #expect(trace.served(api, at: .minutes(minute)) == .none) }
        #expect(trace.first(.databaseWritable) == .minutes(60))
        #expect(trace.served(api, at: .minutes(60)) == .all)
    }

    @Test(arguments: stoppages)
    func `what never ends keeps the database down`(fault: DatabaseFault) throws {
        var staged = try staged()
        staged.strike(.database(fault), at: .minutes(10))
        let result = staged.run()
        #expect(result.trace.first(.databaseWritable) == nil)
        #expect(result.trace.served(api, at: .minutes(179)) == .none)
    }

    @Test(arguments: [DatabaseFault.operatorLost(context: context), .controlPlaneDown(context: context)])
    func `nobody fails over until the last of two faults that keep the operator from it has ended`(
        fault: DatabaseFault
    ) throws {
        var staged = try staged()
        staged.strike(.database(fault), at: .minutes(5), for: .minutes(20))
        staged.strike(.database(fault), at: .minutes(10), for: .minutes(30))
        staged.strike(.site(.zoneOutage(.ofPrimary(context: Self.context))), at: .minutes(15))
        let trace = staged.run().trace
        #expect(trace.served(api, at: .minutes(14)) == .all)
        let writable = try #require(trace.first(.databaseWritable))
        #expect(writable >= .minutes(40))
        #expect(trace.served(api, at: .minutes(39)) == .none)
        #expect(trace.served(api, at: .minutes(120)) == .all)
    }

    @Test func `a cluster without its API server serves on, and answers no command`() throws {
        var staged = try staged()
        staged.strike(.database(.controlPlaneDown(context: Self.context)), at: .minutes(5), for: .minutes(20))
        var world = staged.rehearsal.world(seed: 1)
        for (minute, works) in [(10, false), (26, true)] as [(Int64, Bool)] {
            world.run(through: .start + .minutes(minute))
            #expect((world.execute(["kubectl", "get", "nodes"], input: nil).status == 0) == works)
            #expect(world.trace.served(api, at: .minutes(minute)) == .all)
        }
    }

    @Test func `a log that reaches no archive is said so, and again when it does`() throws {
        var staged = try staged()
        staged.strike(.database(.archiveBroken(context: Self.context)), at: .minutes(5), for: .minutes(20))
        staged.strike(.database(.archiveBroken(context: Self.context)), at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.all(.archivingFailed).map { $0.at - .start } == [.minutes(5)])
        #expect(trace.all(.archivingResumed).map { $0.at - .start } == [.minutes(30)])
        #expect(trace.served(api, at: .minutes(10)) == .all)
    }

    @Test func `a log that reaches no archive is mended by who is told, by whatever it was broken`() throws {
        for (level, isMended) in [("l3-named", false), ("l4-remediated", true)] {
            var staged = try Staged(level)
            staged.horizon = .hours(12)
            staged.strike(.database(.archiveBroken(context: Self.context)), at: .minutes(5))
            staged.strike(.database(.archiveBroken(context: Self.context)), at: .minutes(10))
            let result = staged.run()
            let healed = result.trace.all(.faultHealed)
            #expect(healed.count == (isMended ? 2 : 0))
            #expect(result.trace.all(.archivingResumed).count == (isMended ? 1 : 0))
            #expect(
                healed.allSatisfy { $0.source == "F40, assumption:archive_repair" && $0.actor == .people })
            #expect(TrialProblems.all(in: result) == [])
        }
    }

    @Test func `who was told of an archive mends no later fault of it`() throws {
        var staged = try Staged("l4-remediated")
        staged.horizon = .hours(12)
        let broken = Fault.Kind.database(.archiveBroken(context: Self.context))
        staged.strike(broken, at: .minutes(5), for: .minutes(5))
        staged.strike(broken, at: .minutes(11))
        let trace = staged.run().trace
        let mended = try #require(trace.all(.faultHealed).last)
        let cause = try #require(mended.cause)
        #expect(trace[cause].kind == .archivingFailed && trace[cause].at == .start + .minutes(11))
    }

    @Test func `replicas that are behind lose that much when their region is promoted, unless it is over`()
        throws
    {
        for (duration, loss) in [(Span.minutes(20), Span.minutes(4)), (.minutes(5), .zero)] {
            var staged = try Staged()
            staged.incidentClass = "level_2_region_outage"
            staged.strike(
                .database(.lagSurge(context: Self.context, lag: .minutes(4))), at: .minutes(5), for: duration)
            staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(15))
            let rpa = try #require(staged.run().score.store("database")?.rpa)
            #expect(rpa >= loss)
            #expect(rpa < loss + .minutes(1))
        }
    }

    private static let damages: [DataDamage] = [
        .init(.corruption, share: .percent(30)), .init(.corruption, share: .percent(2), isSilent: true),
        .init(.deletion, share: .percent(60)), .init(.migration, share: .all),
    ]

    @Test(arguments: damages)
    func `spoilt data serve nobody, on every copy, for ever`(damage: DataDamage) throws {
        var staged = try staged()
        staged.strike(.database(.damage(damage, context: Self.context)), at: .minutes(10))
        let result = staged.run()
        let fact = try #require(result.trace.all(.dataSpoilt).first)
        #expect(fact.at == .start + .minutes(10))
        #expect(fact.number(.silent) == (damage.isSilent ? 1 : 0))
        #expect(result.trace.served(api, at: .minutes(9)) == .all)
        for minute in [10, 16, 170] as [Int64] {
            #expect(result.trace.served(api, at: .minutes(minute)) == damage.share.rest)
        }
        let store = try #require(result.score.store("database"))
        #expect(store.verdict == .lost)
        #expect(store.rpa == nil)
        #expect(result.trace.ledger.damages.map(\.cause) == [FactID(1)])
    }

    @Test func `a damaged database can be read by a check that asks for a constant, a bad schema cannot`()
        throws
    {
        for (damage, detects) in [(Self.damages[0], false), (Self.damages[3], true)] {
            var staged = try Staged()
            staged.strike(.database(.damage(damage, context: Self.context)), at: .minutes(10))
            #expect(staged.run().trace.all(.disasterDetected).isEmpty != detects)
        }
    }
}
