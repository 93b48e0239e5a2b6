import DRSimPlan

extension World {
    /// Lets the controller be told what is not so, or nothing; or the truth again.
    mutating func apply(_ fault: MonitoringFault, isStriking: Bool) {
        switch fault {
        case .falseAlarm(let signals):
            for signal in signals { faults.falseAlarms.set(signal, isOn: isStriking) }
        case .checkHangs(let signals):
            for signal in signals { faults.hangingChecks.set(signal, isOn: isStriking) }
        }
        mustEvaluate = true
    }

    /// What happened to the checks, as a sentence.
    func words(for fault: MonitoringFault, _ lasting: String) -> String {
        func names(_ signals: [HealthSignal]) -> String { signals.map(\.rawValue).joined(separator: ", ") }
        return switch fault {
        case .falseAlarm(let signals): "health checks raise a false alarm\(lasting): \(names(signals))"
        case .checkHangs(let signals): "health checks wait for answers in vain\(lasting): \(names(signals))"
        }
    }
}
