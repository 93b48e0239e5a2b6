import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// The availability of services whose units fail and are mended at random, against closed forms.
@Suite struct AvailabilityTests {
    /// A year of the closed forms, 8 766 hours.
    private static let year = Span.hours(8_766)

    /// What a trial says of the only service.
    private struct Outcome: Sendable {
        let unavailable: Double
        let outages: Double
        let isUp: [Bool]
    }

    /// Runs trials of units that fail, and measures each.
    private func outcomes(
        of plan: OneService, every up: Span, for down: Span, over horizon: Span, trials: Int,
        asking instants: [Span] = []
    ) throws -> [Outcome] {
        var staged = try Staged()
        (staged.plan, staged.isControl, staged.horizon) = (try plan.plan(), true, horizon)
        staged.faults = (0..<plan.units).map { OneService.failing($0, every: up, for: down) }
        return Campaign(rehearsal: staged.rehearsal, seed: 20_260_301, trials: trials).map { result in
            let score = result.score.service(OneService.service)
            return Outcome(
                unavailable: (score?.unavailable ?? horizon).inSeconds / horizon.inSeconds,
                outages: Double(score?.outages.count ?? 0),
                isUp: instants.map { result.trace.served(OneService.service, at: $0) == .all })
        }
    }

    @Test func `gives a service that fails and is mended its availability and outages a year`() throws {
        let outcomes = try outcomes(
            of: OneService(units: 1, needed: 1), every: .hours(1_000), for: .hours(4), over: Self.year,
            trials: 120)
        try Estimate(outcomes.map(\.unavailable)).expect(0.003_984_063_7, tellingApart: 0.25)
        try Estimate(outcomes.map(\.outages)).expect(8.731_075_7, tellingApart: 0.15)
    }

    @Test func `gives a service that begins well its availability at instants and in between`() throws {
        let trials = 600
        let outcomes = try outcomes(
            of: OneService(units: 1, needed: 1), every: .hours(1_000), for: .hours(4), over: .hours(720),
            trials: trials, asking: [.hours(2), .hours(8)])
        try Estimate(outcomes.map(\.unavailable)).expect(1 - 0.996_037_98, tellingApart: 0.4)
        for (index, value) in [0.998_427_56, 0.996_550_82].enumerated() {
            Estimate(share: outcomes.count { $0.isUp[index] }, of: trials, expected: value)
                .expect(value, tellingApart: 0.011)
        }
    }

    /// The share of time at least some of several units are up, each mended on its own.
    private static func availability(of units: Int, needing needed: Int, unit: Double) -> Double {
        (needed...units).reduce(0) { sum, up in
            var ways = 1.0
            for place in 0..<(units - up) { ways = ways * Double(units - place) / Double(place + 1) }
            return sum + ways * power(unit, up) * power(1 - unit, units - up)
        }
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }

    @Test(arguments: [(2, 3, 0.999_702), (1, 2, 0.999_9), (3, 5, 0.999_990_15)])
    func `knows how often enough units of 0.99 are up`(needed: Int, units: Int, value: Double) {
        #expect(abs(Self.availability(of: units, needing: needed, unit: 0.99) - value) < 1e-8)
    }

    /// Units of availability 0.8, of which too few are up often enough to be counted in a few trials.
    @Test(arguments: [(2, 3, 20), (1, 2, 40), (3, 5, 20)])
    func `needs some of several units, each mended on its own`(
        needed: Int, units: Int, trials: Int
    ) throws {
        let outcomes = try outcomes(
            of: OneService(units: units, needed: needed), every: .hours(4), for: .hours(1),
            over: .hours(60), trials: trials)
        let availability = Self.availability(of: units, needing: needed, unit: 0.8)
        try Estimate(outcomes.map(\.unavailable)).expect(1 - availability, tellingApart: 0.5)
    }

    /// Units of 0.99, for as long as it takes until too few are up often enough. Three of five never are in
    /// trials one can wait for: five minutes a year.
    @Test(arguments: [(2, 3, 20), (1, 2, 80)])
    func `needs some of several units of 0.99, each mended on its own`(
        needed: Int, units: Int, trials: Int
    ) throws {
        let outcomes = try outcomes(
            of: OneService(units: units, needed: needed), every: .hours(99), for: .hours(1),
            over: Self.year, trials: trials)
        let availability = Self.availability(of: units, needing: needed, unit: 0.99)
        try Estimate(outcomes.map(\.unavailable)).expect(1 - availability, tellingApart: 0.6)
    }
}
