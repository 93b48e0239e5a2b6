import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import OrderedCollections
import Testing

/// A line of a contract; the testing library has a type of the same name.
private typealias Line = DRSimPlan.Expectation

struct ScenarioReaderTests {
    /// The scenario of a fixture without errors.
    static func scenario(_ fixture: ScenarioFixture) throws -> Scenario {
        let (result, diagnostics) = try fixture.read()
        #expect(diagnostics.map(\.summary) == [])
        return try #require(result.value).scenario
    }

    @Test func `reads a scenario with the plan it names`() throws {
        let (result, diagnostics) = try ScenarioFixture(text: ScenarioFixture.regionLost).read()
        #expect(diagnostics == [])
        let loaded = try #require(result.value)
        #expect(loaded.planFolder.hasSuffix("/shop"))
        #expect(!loaded.planFolder.contains(".."))
        #expect(
            loaded.comment
                == "The eastern region is lost: the standby must take over, because nobody has tried it.")
        let scenario = loaded.scenario
        #expect(scenario.id == "east-lost")
        #expect(scenario.incidentClass == "region_lost")
        #expect(scenario.start == CalendarTime(year: 2026, month: 3, day: 10, hour: 17))
        #expect(scenario.horizon == .hours(24))
        #expect(scenario.seed == 1)
        #expect(scenario.faults.map(\.kind) == [.site(.regionOutage("east"))])
        #expect(scenario.faults.map(\.trigger) == [.at(Instant(milliseconds: 600_000))])
        #expect(scenario.faults.map(\.lifetime) == [.fixed(.hours(2))])
        #expect(scenario.expectations.keys == ["latched"])
    }

    @Test(arguments: [
        ("kind: zone_outage, zone: east-a", Fault.Kind.site(.zoneOutage(.named("east-a")))),
        (
            "kind: zone_outage, zone_of: primary, context: east-context",
            .site(.zoneOutage(.ofPrimary(context: "east-context")))
        ),
        (
            "kind: zone_outage, zone_of: not_primary, context: east-context",
            .site(.zoneOutage(.withoutPrimary(context: "east-context")))
        ),
        ("kind: database_crash, context: west-context", .database(.crash(context: "west-context"))),
        ("kind: database_hang, context: west-context", .database(.hang(context: "west-context"))),
        (
            "kind: database_crash_loop, context: west-context",
            .database(.crashLoop(context: "west-context"))
        ),
        (
            "kind: replication_lag_surge, context: west-context, lag: 5m",
            .database(.lagSurge(context: "west-context", lag: .minutes(5)))
        ),
        (
            "kind: database_operator_lost, context: west-context",
            .database(.operatorLost(context: "west-context"))
        ),
        (
            "kind: kubernetes_api_down, context: west-context",
            .database(.controlPlaneDown(context: "west-context"))
        ),
        ("kind: wal_disk_full, context: west-context", .database(.walDiskFull(context: "west-context"))),
        (
            "kind: data_corruption, context: west-context, share: 2.5%, silent: true",
            .database(
                .damage(
                    .init(.corruption, share: Share(partsPerMillion: 25_000), isSilent: true),
                    context: "west-context"))
        ),
        (
            "kind: accidental_deletion, context: west-context, share: 60%",
            .database(.damage(.init(.deletion, share: .percent(60)), context: "west-context"))
        ),
        (
            "kind: bad_migration, context: west-context",
            .database(.damage(.init(.migration, share: .all), context: "west-context"))
        ),
        ("kind: node_loss, node: workers-1", .site(.nodeLoss(.named("workers-1")))),
        (
            "kind: node_loss, node_of: primary, context: east-context",
            .site(.nodeLoss(.ofPrimary(context: "east-context")))
        ),
        ("kind: partition, between: [east, west]", .site(.partition("east", "west"))),
        (
            "kind: false_alarm, signals: [primary_database, dns_resolution]",
            .monitoring(.falseAlarm([.primaryDatabase, .dnsResolution]))
        ),
        ("kind: role_absent, role: on_call", .people(.roleAbsent("on_call"))),
        ("kind: object_store_outage, region: east", .provider(.objectStoreOutage("east"))),
        ("kind: ec2_capacity_shortage, region: west", .provider(.capacityShortage("west"))),
        ("kind: dns_control_plane_outage", .provider(.dnsControlPlaneOutage)),
    ]) func `reads every kind of fault`(text: String, kind: Fault.Kind) throws {
        let lasting = kind.isMomentary ? "" : ", duration: forever"
        let scenario = try Self.scenario(.faults("{\(text), at: 0s\(lasting)}"))
        #expect(scenario.faults.map(\.kind) == [kind])
        #expect(scenario.faults.map(\.lifetime) == [.forever])
        #expect(scenario.faults.map(\.id.name) == [kind.name])
    }

    @Test func `reads triggers after an event`() throws {
        let scenario = try Self.scenario(
            .faults(
                "{kind: role_absent, role: manager, duration: 1h, after: {event: database_promoted}}",
                "{kind: role_absent, role: manager, duration: 1h, "
                    + "after: {event: node_lost, entity: workers-1, delay: 30s}}"))
        #expect(
            scenario.faults.map(\.trigger) == [
                .after(.databasePromoted, entity: nil, delay: .zero),
                .after(.nodeLost, entity: "workers-1", delay: .seconds(30)),
            ])
        #expect(scenario.faults.map(\.id) == ["role_absent", "role_absent-2"])
    }

    @Test func `reads faults that come again, and durations that are drawn`() throws {
        let scenario = try Self.scenario(
            .faults(
                "{kind: role_absent, role: manager, every: {exponential: {mean: 1000h}}, duration: 4h}",
                "{kind: role_absent, role: manager, every: 30d, duration: {uniform: {low: 1h, high: 2h}}}",
                "{kind: role_absent, role: manager, at: 1h, duration: {exponential: {mean: 90m}}}"))
        #expect(
            scenario.faults.map(\.trigger) == [
                .every(.exponential(mean: 3_600_000)), .every(.constant(2_592_000)),
                .at(.start + .hours(1)),
            ])
        #expect(
            scenario.faults.map(\.lifetime) == [
                .fixed(.hours(4)), .drawn(.uniform(low: 3_600, high: 7_200)),
                .drawn(.exponential(mean: 5_400)),
            ])
    }

    @Test func `reads who mends a fault`() throws {
        let scenario = try Self.scenario(
            .faults(
                "{kind: role_absent, role: manager, at: 1h, duration: 4h, crew: night shift}",
                "{kind: role_absent, role: manager, at: 1h, duration: 4h}"))
        #expect(scenario.faults.map(\.crew) == ["night shift", nil])
    }

    @Test func `gives faults without a name one that is free`() throws {
        let scenario = try Self.scenario(
            .faults(
                "{kind: region_outage, region: east, at: 1m, duration: 1m}",
                "{kind: region_outage, region: east, at: 3m, duration: 1m, id: region_outage}",
                "{kind: region_outage, region: east, at: 5m, duration: 1m, id: third}"))
        #expect(scenario.faults.map(\.id) == ["region_outage-2", "region_outage", "third"])
    }

    @Test func `takes a seed and a false alarm's class`() throws {
        let scenario = try Self.scenario(
            .replacing("class: region_lost", with: "class: none\nseed: 18446744073709551615"))
        #expect(scenario.incidentClass == nil)
        #expect(scenario.seed == .max)
    }

    private static let lines: [(String, Line.Subject, Line.Comparison?)] = [
        ("disaster == none", .disaster, .init(relation: .equal, operand: .word("none"))),
        ("rta(checkout)<=1h30m", .rta("checkout"), .init(relation: .atMost, operand: .span(.minutes(90)))),
        ("rpa( orders ) < 15m", .rpa("orders"), .init(relation: .below, operand: .span(.minutes(15)))),
        ("verdict(login) != missed", .verdict("login"), .init(relation: .notEqual, operand: .word("missed"))),
        (
            "restored_by(login) == fault-ended", .restoredBy("login"),
            .init(relation: .equal, operand: .word("fault-ended"))
        ),
        ("unrecovered(checkout)", .unrecovered("checkout"), nil),
        ("exercised(checkout)", .exercised("checkout"), nil),
        ("lost(orders)", .lost("orders"), nil),
        (
            "phase(checkout, clients cut over) > 5m", .phase("checkout", "clients cut over"),
            .init(relation: .above, operand: .span(.minutes(5)))
        ),
        (
            "phase(login, step promote) < 5m", .phase("login", "step promote"),
            .init(relation: .below, operand: .span(.minutes(5)))
        ),
        ("split_brain_writes == 0", .count(.splitBrainWrites), .init(relation: .equal, operand: .number(0))),
        ("cost(total) >= 1234.5", .cost(nil), .init(relation: .atLeast, operand: .number(1234.5))),
    ]

    @Test(arguments: lines) private func `reads every kind of expectation`(
        text: String, subject: Line.Subject, comparison: Line.Comparison?
    ) throws {
        let scenario = try Self.scenario(.expecting(text))
        let expectation = try #require(scenario.expectations["latched"]?.first)
        #expect(expectation.text == text)
        #expect(expectation.subject == subject)
        #expect(expectation.comparison == comparison)
        #expect(expectation.position.line == 12 && expectation.position.column == 7)
    }

    @Test func `knows every count by name`() throws {
        for count in Line.Count.allCases {
            let scenario = try Self.scenario(.expecting("\(count.rawValue) >= 1"))
            #expect(scenario.expectations["latched"]?.first?.subject == .count(count))
        }
    }
}
