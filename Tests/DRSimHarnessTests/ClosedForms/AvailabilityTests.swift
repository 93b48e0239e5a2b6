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
            trials: 400)
        try Estimate(outcomes.map(\.unavailable)).expect(0.003_984_063_7, tellingApart: 0.15)
        try Estimate(outcomes.map(\.outages)).expect(8.731_075_7, tellingApart: 0.08)
    }

    @Test func `gives a service that begins well its availability at instants and in between`() throws {
        let trials = 2_000
        let outcomes = try outcomes(
            of: OneService(units: 1, needed: 1), every: .hours(1_000), for: .hours(4), over: .hours(720),
            trials: trials, asking: [.hours(2), .hours(8)])
        try Estimate(outcomes.map(\.unavailable)).expect(1 - 0.996_037_98, tellingApart: 0.2)
        for (index, value) in [0.998_427_56, 0.996_550_82].enumerated() {
            Estimate(share: outcomes.count { $0.isUp[index] }, of: trials, expected: value)
                .expect(value, tellingApart: 0.007)
        }
    }

    /// Units of availability 0.99; they fail ten times as often as the figure of 990 h has it and are
    /// mended in a tenth of the time, which changes nothing but how much a trial sees.
    @Test(arguments: [(2, 3, 0.999_702, 60), (1, 2, 0.999_9, 120)])
    func `needs some of several units, each mended on its own`(
        needed: Int, units: Int, availability: Double, trials: Int
    ) throws {
        let outcomes = try outcomes(
            of: OneService(units: units, needed: needed), every: .hours(99), for: .hours(1),
            over: Self.year, trials: trials)
        try Estimate(outcomes.map(\.unavailable)).expect(1 - availability, tellingApart: 0.5)
    }
}
