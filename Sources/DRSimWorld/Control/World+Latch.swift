import DRSimControl
import DRSimKernel
import DRSimPeople
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Tells people when the latch of the controller is no longer needed, and when it is again.
    ///
    /// It is not needed while users are served and the checks name no disaster: reset earlier, the
    /// controller would at once answer the old disaster again (F11).
    mutating func considerLatch(cause: FactID?) {
        let mayBeReset =
            controlRoom.isRunning && controlRoom.controller.isLatched && usersWereServed
            && DisasterClassifier.classify(controlRoom.view.snapshot) == nil
        guard mayBeReset != controlRoom.isLatchReviewed else { return }
        controlRoom.isLatchReviewed = mayBeReset
        let role = blueprint.plan.controller.approval.role
        changePeople(cause: cause) { [now, draws, standDownTime] people, effects in
            guard mayBeReset else { return people.latchMustStay() }
            people.latchMayBeReset(
                by: role, after: standDownTime, at: now, draws: draws, effects: &effects)
        }
    }

    /// People reset the latch: what held polls back is over, and the next one looks anew.
    mutating func resetLatch(cause: FactID?) {
        feedController(.reset, cause: cause)
        wakeController(cause: cause)
    }
}
