import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

struct CapacityTests {
    private static func shortRun(reserved: Int = 0) -> CloudRun {
        var configuration = CloudConfiguration.twoRegions()
        configuration.regions[0].nodeGroups[0].reserved = reserved
        var run = CloudRun(configuration)
        run.at(.start) { cloud, _, _, effects in cloud.capacityLost(0, effects: &effects) }
        return run
    }

    private static func refusals(in run: CloudRun) -> [Instant] {
        run.instants { if case .capacityRefused = $0 { true } else { false } }
    }

    @Test func `while capacity is short launches are refused and asked for again`() throws {
        var run = Self.shortRun()
        try run.scale(to: 5, at: .minutes(1))
        run.run(through: .minutes(40))
        #expect(run.nodes(.running).count == 3 && run.nodes(.refused).count == 2)
        #expect(Self.refusals(in: run) == [.minutes(1), .minutes(1), .minutes(21), .minutes(21)])
        let description = try run.cloud.describeNodeGroup(cluster: "west", group: "workers", region: 0)
        #expect(description.refused == 2 && description.starting == 0)
    }

    @Test func `when the last shortage ends what was refused starts at once`() throws {
        var run = Self.shortRun()
        run.at(.start) { cloud, _, _, effects in cloud.capacityLost(0, effects: &effects) }
        try run.scale(to: 5, at: .minutes(1))
        run.at(.minutes(3)) { $0.capacityReturned(0, at: $1, draws: $2, effects: &$3) }
        #expect(run.nodes(.refused).count == 2)
        run.at(.minutes(5)) { $0.capacityReturned(0, at: $1, draws: $2, effects: &$3) }
        run.run(through: .minutes(5) + .seconds(150))
        #expect(run.nodes(.running).count == 5)
        run.run(through: .start + .hours(3))
        #expect(run.nodes(.running).count == 5 && Self.refusals(in: run).count == 2)
        #expect(run.instants { $0 == .capacityReturned(0) } == [.minutes(5)])
    }

    @Test func `a reservation holds for as many nodes as it was made for`() throws {
        var run = Self.shortRun(reserved: 4)
        try run.scale(to: 5, at: .minutes(1))
        run.run(through: .minutes(10))
        #expect(run.nodes(.running).count == 4 && run.nodes(.refused).count == 1)
    }

    @Test func `a refused launch is given up when it is no longer wanted, or its zone is lost`() throws {
        var run = Self.shortRun()
        try run.scale(to: 4, at: .minutes(1))
        try run.scale(to: 3, at: .minutes(2))
        #expect(run.nodes(.refused).isEmpty && run.nodes(.running).count == 3)
        try run.scale(to: 4, at: .minutes(3))
        run.loseZone(0, at: .minutes(4))
        #expect(run.nodes(.refused).allSatisfy { $0.zone != 0 })
        #expect(run.nodes(.refused).count == 2)
    }

    @Test func `a share of the launches is refused as it is assumed`() throws {
        var timings = CloudTimings.constant()
        timings.capacity.refusal = 0.6
        var refused = 0
        for trial in 0..<200 as Range<UInt32> {
            var run = CloudRun(timings: timings, trial: trial)
            run.at(.start) { cloud, _, _, effects in cloud.capacityLost(0, effects: &effects) }
            try run.scale(to: 4, at: .start)
            refused += Self.refusals(in: run).count
        }
        #expect((95...145).contains(refused))
    }

    @Test func `other regions have what they need`() throws {
        var run = Self.shortRun()
        _ = try run.at(.start) {
            try $0.updateNodeGroup(
                cluster: "east", group: "workers", region: 1, min: nil, max: nil, desired: 4, at: $1,
                draws: $2, effects: &$3)
        }
        run.run(through: .minutes(5))
        #expect(run.nodes(.running, in: 1).count == 4)
    }
}
