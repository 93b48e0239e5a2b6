import DRSimDocument
import DRSimPlan

extension MonitoringFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        switch name {
        case .falseAlarm: self = .falseAlarm(Self.signals(fields))
        }
    }

    private static func signals(_ fields: FieldReader) -> [HealthSignal] {
        let signals: [HealthSignal] = fields.list("signals", of: .choice)
        if signals.isEmpty, fields.has("signals"), !fields.hasFailed {
            fields.fail("signals", ScalarError(.invalidValue, "a false alarm needs at least one signal"))
        }
        return signals
    }
}
