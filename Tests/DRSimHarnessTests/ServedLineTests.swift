import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// The line of what users get while they move from one region to another and back.
@Suite struct ServedLineTests {
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `at the instant at which it crosses the threshold it is on one side, and stays there`(seed: UInt64)
        throws
    {
        var staged = try Staged("l4-remediated")
        (staged.incidentClass, staged.horizon) = ("level_2_region_outage", .hours(30))
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(1), for: .hours(8))
        let trace = staged.run(seed: seed).trace
        var restored = 0
        for service in staged.plan.services.map(\.id) {
            let changes = trace.facts.filter {
                $0.entity == service.name && [.serviceRestored, .serviceUnavailable].contains($0.kind)
            }
            restored += changes.count { $0.kind == .serviceRestored }
            for (change, next) in zip(changes, changes.dropFirst()) {
                #expect(next.at - change.at > .seconds(1), "\(change.at) \(change.text), \(next.text)")
            }
        }
        #expect(restored > 0)
    }
}
