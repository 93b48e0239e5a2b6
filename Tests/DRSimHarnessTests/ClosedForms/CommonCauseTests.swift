import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits
import Testing

/// Two units of which a share of the failures is common to both, against the beta-factor model.
@Suite struct CommonCauseTests {
    /// A pair of zones; each is out for a part of the time, some of it with the other.
    private func unavailability(own: Double, common: Double, years: Int) throws -> [Double] {
        var staged = try Staged()
        (staged.plan, staged.isControl) = (try OneService(units: 2, needed: 1).plan(), true)
        staged.horizon = .hours(8_766)
        staged.faults = (0..<2).map { zone in
            Self.fault("zone_\(zone)", OneService.outage(ofZone: zone), unavailability: own)
        }
        staged.faults.append(
            Self.fault("both", .site(.regionOutage(OneService.region)), unavailability: common))
        let horizon = staged.horizon.inSeconds
        return Campaign(rehearsal: staged.rehearsal, seed: 20_260_303, trials: years).map { result in
            (result.score.service(OneService.service)?.unavailable ?? .zero).inSeconds / horizon
        }
    }

    /// An hour each time, so often that it is this part of all time.
    private static func fault(_ name: String, _ kind: Fault.Kind, unavailability: Double) -> Fault {
        let mean = 3_600 * (1 - unavailability) / unavailability
        return Fault(
            id: FaultID(name), kind: kind, trigger: .every(.exponential(mean: mean)), duration: .hours(1),
            position: .start)
    }

    @Test func `leaves a pair to its common cause`() throws {
        let (total, beta) = (0.001, 0.05)
        let common = beta * total
        let own = (1 - beta) * total / (1 - common)
        let pair = 1 - (1 - common) * (1 - own * own)
        #expect(abs(pair - 5.090_254_5e-5) < 1e-12)
        let estimate = try Estimate(try unavailability(own: own, common: common, years: 170))
        estimate.expect(pair, tellingApart: 0.5)
        // Drawn independently, the two would be down together for a fiftieth of that.
        #expect(estimate.mean > 10 * total * total)
    }
}
