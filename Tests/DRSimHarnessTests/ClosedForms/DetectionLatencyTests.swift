import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// How long a controller that polls takes to see that a region is gone, against the uniform law: with m
/// looks needed, a period P and a time-out, latency is (m - 1) P + U(0, P) + time-out.
@Suite struct DetectionLatencyTests {
    private static let onset = Span.minutes(5)

    /// A controller that begins a pass every ten seconds: eight asleep, two for the check that fails.
    private func latencies(required: Int, window: Int, trials: Int) throws -> [Double] {
        var staged = try Staged()
        staged.plan = try OneService(units: 1, needed: 1).plan()
        staged.plan.controller.location = .third
        staged.plan.controller.pollInterval = .seconds(8)
        staged.plan.controller.checks = HealthSignal.allCases.map { signal in
            let time: Span = signal == .networkConnectivity ? .seconds(2) : .zero
            return .init(signal: signal, duration: time, timeout: time, source: "test")
        }
        staged.plan.controller.detection = .init(required: required, window: window)
        staged.horizon = .minutes(7)
        staged.strike(.site(.regionOutage(OneService.region)), at: Self.onset)
        return Campaign(rehearsal: staged.rehearsal, seed: 20_260_302, trials: trials)
            .map { $0.trace.first(.disasterDetected).map { ($0 - Self.onset).inSeconds } }
            .compactMap { $0 }
    }

    @Test(arguments: [(3, 3), (3, 5)])
    func `takes three looks, a part of a period and a time-out`(required: Int, window: Int) throws {
        let trials = 300
        let latencies = try latencies(required: required, window: window, trials: trials)
        #expect(latencies.count == trials)
        try Estimate(latencies).expect(27, tellingApart: 0.03)
        #expect(latencies.allSatisfy { (22...32).contains($0) })
        #expect((latencies.min() ?? 0) < 22.3 && (latencies.max() ?? 0) > 31.7)
        Estimate(share: latencies.count { $0 <= 25 }, of: trials, expected: 0.3)
            .expect(0.3, tellingApart: 0.4)
        let squares = latencies.map { ($0 - 27) * ($0 - 27) }
        try Estimate(squares).expect(2.886_751_3 * 2.886_751_3, tellingApart: 0.25)
    }

    @Test func `takes one look less a period sooner`() throws {
        let latencies = try latencies(required: 2, window: 3, trials: 200)
        try Estimate(latencies).expect(17, tellingApart: 0.05)
    }
}
