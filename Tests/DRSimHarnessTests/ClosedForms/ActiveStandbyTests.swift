import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits
import Testing

/// An active and a standby region with imperfect coverage and a switch that takes time, against the five
/// states of its Markov chain: both up; switching; one up; both down; a failure that nothing sees, mended by
/// hand.
@Suite struct ActiveStandbyTests {
    /// The chain's parameters in hours.
    private struct Chain {
        let failure, repair, switching, manual: Double
        let coverage: Double

        /// The share of time users are not served, with so many crews at work while both regions are down.
        func unavailability(crews: Double) -> Double {
            let (lambda, mu, delta, epsilon) = (1 / failure, 1 / repair, 1 / switching, 1 / manual)
            let switching = lambda * coverage / (delta + lambda)
            let uncovered = lambda * (1 - coverage) / epsilon
            let single = 2 * lambda / mu
            let both = (lambda * switching + lambda * single) / (crews * mu)
            let down = switching + both + uncovered
            return down / (1 + down + single)
        }
    }

    /// Regions that fail every three months.
    private static let rare = Chain(failure: 2_000, repair: 8, switching: 0.25, manual: 4, coverage: 0.95)

    @Test func `knows the figures of the chain`() {
        #expect(abs(Self.rare.unavailability(crews: 1) - 0.000_249_154_27) < 1e-11)
    }

    /// Every time divided by ten, which leaves shares of time as they are and shows ten times as much in a
    /// trial; and regions that fail so often that it matters who mends them: with a second crew there would
    /// be three tenths less to wait for.
    @Test func `are down together, unseen or while users are led over, as the chain has it`() throws {
        let chain = Chain(failure: 20, repair: 0.8, switching: 0.025, manual: 0.4, coverage: 0.95)
        let expected = chain.unavailability(crews: 1)
        try Self.estimate(of: chain, over: .hours(1_000), trials: 50)
            .expect(expected, tellingApart: 1 - chain.unavailability(crews: 2) / expected)
    }

    @Test func `are away as rarely as the chain has it whose regions seldom fail`() throws {
        try Self.estimate(of: Self.rare, over: .hours(200_000), trials: 40)
            .expect(Self.rare.unavailability(crews: 1), tellingApart: 0.25)
    }

    /// The share of time that users of a pair are not served, by trials.
    private static func estimate(of chain: Chain, over horizon: Span, trials: Int) throws -> Estimate {
        var staged = try Staged()
        staged.plan = try RegionPair(switching: .rounding(seconds: chain.switching * 3_600)).plan()
        (staged.isControl, staged.horizon) = (true, horizon)
        staged.faults = faults(of: chain)
        let down = Campaign(rehearsal: staged.rehearsal, seed: 20_260_304, trials: trials).map { result in
            (result.score.service(OneService.service)?.unavailable ?? .zero).inSeconds / horizon.inSeconds
        }
        return try Estimate(down)
    }

    private static func faults(of chain: Chain) -> [Fault] {
        let unseen = 1 - chain.coverage
        return [
            fault(
                "one_lost", .site(.regionOutage("one")), every: chain.failure / chain.coverage,
                for: chain.repair, by: "crew"),
            // A region whose failure nothing saw is mended when users were led away from it by hand: the
            // pair, whose regions are alike, then lacks the second one.
            fault(
                "two_lost", .site(.regionOutage("two")), every: chain.failure / (1 + unseen),
                for: chain.repair, by: "crew"),
            // What no check sees keeps users where they are; only where they are served does anybody mind.
            fault(
                "unseen", .site(.greyFailure(.region("one"), share: .all)), every: chain.failure / unseen,
                for: chain.manual, by: nil),
        ]
    }

    private static func fault(
        _ name: String, _ kind: Fault.Kind, every up: Double, for down: Double, by crew: String?
    ) -> Fault {
        Fault(
            id: FaultID(name), kind: kind, trigger: .every(.exponential(mean: up * 3_600)),
            lifetime: .drawn(.exponential(mean: down * 3_600)), crew: crew, position: .start)
    }
}
