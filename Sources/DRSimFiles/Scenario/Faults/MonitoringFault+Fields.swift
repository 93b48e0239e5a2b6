import DRSimDocument
import DRSimPlan

extension MonitoringFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        switch name {
        case .falseAlarm: self = .falseAlarm(Self.signals(fields, of: "a false alarm"))
        case .checkHangs: self = .checkHangs(Self.signals(fields, of: "a hanging check"))
        }
    }

    private static func signals(_ fields: FieldReader, of what: String) -> [HealthSignal] {
        let signals: [HealthSignal] = fields.list("signals", of: .choice)
        if signals.isEmpty, fields.has("signals"), !fields.hasFailed {
            fields.fail("signals", ScalarError(.invalidValue, "\(what) needs at least one signal"))
        }
        return signals
    }
}
