import DRSimPlan

extension World {
    /// Lets the controller be told what is not so, or no longer.
    mutating func apply(_ fault: MonitoringFault, isStriking: Bool) {
        switch fault {
        case .falseAlarm(let signals):
            faults.setFalseAlarm(signals, isOn: isStriking)
            mustEvaluate = true
        }
    }
}
