import DRSimKernel
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Stops the controller's process, or lets it start again.
    mutating func apply(_ fault: ControlFault, isStriking: Bool, cause: FactID?) {
        switch (fault, isStriking) {
        case (.outage, _): controllerProcess(isUp: !isStriking, cause: cause)
        case (.restart, true): restartController(cause: cause)
        // Killed is killed: it starts by itself, however long the fault lasts.
        case (.restart, false): break
        }
    }

    private mutating func restartController(cause: FactID?) {
        guard !isControl else { return }
        controllerProcess(isUp: false, cause: cause)
        let start = blueprint.quantity(FaultAssumptionName.controllerStart).span(
            draws, of: StreamName("controller"), ordinal: UInt32(controlRoom.incarnation))
        schedule(.controllerStarts, at: now + start, cause: cause)
    }

    /// What happened to the controller, as a sentence.
    func words(for fault: ControlFault, _ lasting: String) -> String {
        switch fault {
        case .outage: "the controller is down\(lasting)"
        case .restart: "the controller is killed and starts anew"
        }
    }
}
