import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// Every kind of fault bites, and what it broke works again when the last one of its kind has ended.
@Suite struct FaultTests {
    private let api: ServiceID = "core_erp_api"

    /// A fault of a kind with what shows that it bites and, after `end`, that it healed.
    struct Case: CustomTestStringConvertible, Sendable {
        let kind: Fault.Kind
        let bite: FactKind
        let heal: FactKind
        /// How soon after the fault's end the heal must show.
        let patience: Span
        var testDescription: String { kind.name }
    }

    /// What ends with the fault; a crash ends by itself and has tests of its own.
    private static let lasting: [Case] = [
        Case(
            kind: .site(.regionOutage("us-west-2")), bite: .serviceUnavailable, heal: .serviceRestored,
            patience: .minutes(30)),
        Case(
            kind: .site(.zoneOutage(.named("us-west-2a"))), bite: .nodeLost, heal: .nodeReady,
            patience: Span(milliseconds: 1)),
        Case(
            kind: .site(.partition("us-west-2", "us-east-1")), bite: .replicationBroken,
            heal: .replicationResumed, patience: Span(milliseconds: 1)),
    ]

    @Test(arguments: lasting) func `bites and heals`(_ one: Case) throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(one.kind, at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.first(one.bite) == .minutes(10))
        let healed = try #require(trace.first(one.heal, from: .minutes(30)))
        #expect(healed < .minutes(30) + one.patience)
        #expect(trace.served(api, at: .minutes(170)) == .all)
    }

    @Test(arguments: lasting) func `lasts until the last of two has ended`(_ one: Case) throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(one.kind, at: .minutes(10), for: .minutes(20))
        staged.strike(one.kind, at: .minutes(20), for: .minutes(40))
        let trace = staged.run().trace
        #expect(trace.all(.faultHealed).map { $0.at - .start } == [.minutes(30), .minutes(60)])
        let early = trace.all(one.heal).filter {
            $0.at >= .start + .minutes(30) && $0.at < .start + .minutes(60) && $0.actor == .faultEnd
        }
        #expect(early == [])
        let healed = try #require(trace.first(one.heal, from: .minutes(60)))
        #expect(healed < .minutes(60) + one.patience)
    }

    @Test func `keeps users away for as long as a region is lost`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .minutes(20))
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(20), for: .minutes(40))
        let trace = staged.run().trace
        for minute in [10, 29, 31, 45, 59] {
            #expect(trace.served(api, at: .minutes(Int64(minute))) == .none, "minute \(minute)")
        }
        #expect(trace.served(api, at: .minutes(120)) == .all)
    }

    @Test func `stops a node and the database primary on it, until its group has replaced it`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.site(.nodeLoss(.ofPrimary(context: "prod-cluster"))), at: .minutes(10))
        let trace = staged.run().trace
        let lost = try #require(trace.all(.nodeLost).first)
        #expect(trace.first(.databaseLost) == .minutes(10))
        #expect(trace.served(api, at: .minutes(10)) == .none)
        let ready = try #require(trace.all(.nodeReady).first)
        #expect(ready.entity != lost.entity)
        #expect(trace.first(.databaseWritable) != nil)
        #expect(trace.served(api, at: .minutes(60)) == .all)
    }

    @Test func `crashes a primary, whose standby takes over`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(10), for: .minutes(2))
        let trace = staged.run().trace
        #expect(trace.first(.databaseLost) == .minutes(10))
        #expect(trace.served(api, at: .minutes(10)) == .none)
        let writable = try #require(trace.first(.databaseWritable))
        #expect(writable < .minutes(13))
        #expect(trace.served(api, at: writable) == .all)
        #expect(trace.first(.standbyRejoined) != nil)
    }

    @Test func `raises a false alarm only while it lasts`() throws {
        for (duration, detects) in [(Span.seconds(40), true), (Span(milliseconds: 1), false)] {
            var staged = try Staged()
            staged.strike(
                .monitoring(.falseAlarm([.primaryDatabase, .replicaDatabase])), at: .minutes(10),
                for: duration)
            let trace = staged.run().trace
            #expect(trace.all(.disasterDetected).isEmpty != detects)
        }
    }

    @Test func `raises a false alarm until the last of two has ended`() throws {
        var staged = try Staged("l4-remediated")
        let alarm = Fault.Kind.monitoring(.falseAlarm([.primaryDatabase, .replicaDatabase]))
        staged.strike(alarm, at: .minutes(10), for: .seconds(1))
        staged.strike(alarm, at: .minutes(10), for: .minutes(10))
        #expect(!staged.run().trace.all(.disasterDetected).isEmpty)
        staged.faults.removeLast()
        #expect(staged.run().trace.all(.disasterDetected).isEmpty)
    }

    @Test func `leaves pages unanswered until the last reason to be away has ended`() throws {
        var staged = try Staged()
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        for role in staged.plan.people.roles.map(\.id) {
            staged.strike(.people(.roleAbsent(role)), at: .zero, for: .minutes(60))
            staged.strike(.people(.roleAbsent(role)), at: .zero, for: .minutes(90))
        }
        let trace = staged.run().trace
        #expect(!trace.all(.pageUnanswered).isEmpty)
        let acknowledged = try #require(trace.first(.acknowledged))
        #expect(acknowledged >= .minutes(90))
        #expect(acknowledged < .minutes(180))
    }

    @Test func `says so when a selector finds nothing`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.site(.nodeLoss(.named("no-such-node"))), at: .minutes(10), for: .minutes(5))
        let trace = staged.run().trace
        #expect(trace.facts.map(\.kind) == [.faultInjected, .faultHealed])
    }
}
