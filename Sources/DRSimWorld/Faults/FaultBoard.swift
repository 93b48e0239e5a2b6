import DRSimPlan
import DRSimPostgres
import DRSimUnits

/// The faults of the scenario: which have struck, and what they struck.
struct FaultBoard: Sendable {
    /// The faults' states, in the order of the scenario.
    var states: [State]
    /// The signals under a false alarm, once for each alarm.
    private var falseAlarms: [HealthSignal] = []
    /// The channels that deliver nothing, once for each reason.
    private var silentChannels: [String] = []

    /// The state of one fault.
    struct State: Sendable {
        let fault: Fault
        /// What the fault's selector chose when it struck.
        var target: Target?
        /// Whether it is in the agenda or has struck.
        var isArmed = false
        /// Whether it has struck and not ended.
        var isActive = false
    }

    /// What a fault struck, by the part of the world it belongs to.
    enum Target: Hashable, Sendable {
        case site(SiteTarget)
        case database(DatabaseFault, DatabaseID)
        case monitoring(MonitoringFault)
        case people(PeopleFault)
        /// The selector found nothing: the fault has no effect.
        case nothing
    }

    init(_ faults: [Fault]) {
        states = faults.map { State(fault: $0) }
    }

    /// The faults that wait for a fact of this kind and entity.
    func waiting(for kind: FactKind, entity: String) -> [(index: Int, delay: Span)] {
        states.indices.compactMap { index in
            guard !states[index].isArmed,
                case .after(kind, let wanted, let delay) = states[index].fault.trigger,
                wanted == nil || wanted == entity
            else { return nil }
            return (index, delay)
        }
    }

    /// What is struck at present.
    var activeTargets: [Target] { states.filter(\.isActive).compactMap(\.target) }

    /// Whether the checks of a signal answer unhealthy though nothing is wrong.
    func isFalselyAlarmed(_ signal: HealthSignal) -> Bool { falseAlarms.contains(signal) }

    /// Whether what is sent through a channel reaches nobody.
    func isSilent(channel: String) -> Bool { silentChannels.contains(channel) }

    /// Begins or ends an outage of a channel; outages are counted.
    mutating func setSilent(channel: String, isOn: Bool) {
        if isOn {
            silentChannels.append(channel)
        } else if let index = silentChannels.firstIndex(of: channel) {
            silentChannels.remove(at: index)
        }
    }

    /// Begins or ends a false alarm of some signals; alarms are counted.
    mutating func setFalseAlarm(_ signals: [HealthSignal], isOn: Bool) {
        for signal in signals {
            if isOn {
                falseAlarms.append(signal)
            } else if let index = falseAlarms.firstIndex(of: signal) {
                falseAlarms.remove(at: index)
            }
        }
    }
}
