import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// How long a failover takes, over many trials (A9).
struct FailoverTimingTests {
    @Test(arguments: [
        (StopReason.crash, Int64(12), Int64(35)), (.hang, 35, 75), (.nodeLost, 60, 110),
    ])
    func `the time to a promotion has the quantiles of its reason`(
        reason: StopReason, median: Int64, high: Int64
    ) {
        let trials = 2_000
        var timings = PostgresTimings.drawn()
        timings.failoverAfterHang = Quantity("failover_after_hang", .lognormal(p50: 35, p95: 75))
        timings.failoverAfterNodeLoss = Quantity("failover_after_node_loss", .lognormal(p50: 60, p95: 110))
        var (belowMedian, below95, promoted) = (0, 0, 0)
        for trial in 0..<trials {
            var run = PostgresRun(timings, trial: UInt32(trial))
            run.stop(0, reason, at: .seconds(100))
            run.run(through: .minutes(60))
            let passed = run.promotions.map { $0.at - Instant.seconds(100) }
            promoted += passed.count
            belowMedian += passed.count { $0 <= Span.seconds(median) }
            below95 += passed.count { $0 <= Span.seconds(high) }
        }
        #expect(promoted == trials)
        let count = Double(trials)
        #expect(abs(Double(belowMedian) / count - 0.5) < 4 * (0.25 / count).squareRoot())
        #expect(abs(Double(below95) / count - 0.95) < 4 * (0.0475 / count).squareRoot())
    }
}
