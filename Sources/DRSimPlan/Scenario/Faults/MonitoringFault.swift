/// A fault of what the controller is told: nothing else is wrong.
package enum MonitoringFault: Hashable, Sendable {
    /// The controller's checks of these signals answer unhealthy.
    case falseAlarm([HealthSignal])
    /// The controller's checks of these signals wait for an answer that does not come (F13).
    case checkHangs([HealthSignal])

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case falseAlarm = "false_alarm"
        case checkHangs = "check_hangs"
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .falseAlarm: .falseAlarm
        case .checkHangs: .checkHangs
        }
    }
}
