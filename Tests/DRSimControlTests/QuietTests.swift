import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// Until when polls would do nothing.
struct QuietTests {
    private func controller(_ policy: ControllerPolicy, after snapshots: [HealthSnapshot])
        -> FailoverController
    {
        let seen = snapshots.enumerated().map { (Instant.seconds(Int64($0) * 31), Optional($1)) }
        let horizon = Instant.seconds(Int64(snapshots.count - 1) * 31 + 5)
        return LoopRun(.make(policy), in: Surroundings(seen: seen), until: horizon).controller
    }

    @Test func `nothing wrong is quiet for ever, something wrong is not quiet`() {
        let controller = FailoverController.make()
        #expect(controller.quiet(seeing: .allHealthy, from: .start) == .never)
        #expect(controller.quiet(seeing: .primaryLost, from: .start) == nil)
    }

    @Test func `what decides nothing is quiet`() {
        let snapshot = HealthSnapshot.allHealthy.failing(.ingressController).failing(.replicaDatabase)
        #expect(FailoverController.make().quiet(seeing: snapshot, from: .start) == .never)
    }

    @Test func `a history that still moves is not quiet`() {
        let policy = ControllerPolicy.make(detection: .init(required: 3, window: 3))
        let two = controller(policy, after: [.primaryLost, .primaryLost])
        #expect(two.quiet(seeing: .allHealthy, from: .seconds(33)) == nil)
        #expect(two.quiet(seeing: .primaryLost, from: .seconds(33)) == nil)
        let forgotten = controller(
            policy, after: [.primaryLost, .primaryLost, .allHealthy, .allHealthy, .allHealthy])
        #expect(forgotten.quiet(seeing: .allHealthy, from: .seconds(126)) == .never)
    }

    @Test func `a history that cannot confirm is quiet once it no longer moves`() {
        let alternating = ControllerPolicy.make(detection: .init(required: 2, window: 2))
        let after = controller(alternating, after: [.primaryLost, .zoneLost])
        #expect(after.quiet(seeing: .zoneLost, from: .seconds(33)) == nil)
    }

    @Test func `a cool-down is quiet until its end for the disaster people know of`() {
        let policy = ControllerPolicy.make(coolDown: .minutes(2))
        let held = controller(policy, after: [.primaryLost, .primaryLost])
        #expect(held.quiet(seeing: .primaryLost, from: .seconds(35)) == .seconds(123))
        #expect(held.quiet(seeing: .primaryLost, from: .seconds(123)) == nil)
        #expect(held.quiet(seeing: .regionLost, from: .seconds(35)) == nil)
    }

    @Test func `a latch is quiet for ever, until people reset it`() {
        var held = controller(.make(latch: true), after: [.primaryLost, .primaryLost])
        #expect(held.quiet(seeing: .primaryLost, from: .seconds(35)) == .never)
        _ = held.handle(.reset, at: .seconds(36))
        #expect(held.quiet(seeing: .primaryLost, from: .seconds(36)) == nil)
    }

    @Test func `a controller that responds is not quiet`() {
        var controller = FailoverController.make()
        _ = controller.handle(.timer, at: .start)
        _ = controller.handle(.health(.primaryLost), at: .seconds(1))
        #expect(controller.isResponding)
        #expect(controller.quiet(seeing: .allHealthy, from: .seconds(1)) == nil)
    }
}
