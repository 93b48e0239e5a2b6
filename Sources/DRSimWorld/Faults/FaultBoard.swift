import DRSimKernel
import DRSimPlan
import DRSimPostgres
import DRSimTrace
import DRSimUnits
import OrderedCollections

/// The faults of the scenario: which have struck, and what they struck.
struct FaultBoard: Sendable {
    /// The faults' states, in the order of the scenario.
    var states: [State]
    /// The signals whose checks answer unhealthy though nothing is wrong.
    var falseAlarms = Tally<HealthSignal>()
    /// The signals whose checks wait for an answer that does not come.
    var hangingChecks = Tally<HealthSignal>()
    /// The regions whose external-dns takes the public names for its own.
    var nameOwners = Tally<Int>()
    /// The regions whose external-dns has a round before it in which it will find something.
    var nameRoundsDue: [Int] = []
    /// Counts the rounds of external-dns, to key their draws.
    var nameRounds: UInt32 = 0
    /// The third parties that do not answer.
    var lostThirdParties = Tally<ThirdPartyID>()
    /// By how much more than usual users ask, once for each surge.
    var loadFactors = Tally<Double>()
    /// Where a share of the requests fails while every check finds all well.
    var greyAreas = Tally<GreyArea>()
    /// The channels that deliver nothing.
    var silentChannels = Tally<String>()
    /// What each crew has to mend; it is at the first of them.
    var repairs: OrderedDictionary<String, [Repair]> = [:]

    /// The state of one fault.
    struct State: Sendable {
        let fault: Fault
        /// The name of its draws.
        let stream: StreamName
        /// How often it has struck: the ordinal of its draws.
        var strikes: UInt32 = 0
        /// What the fault's selector chose when it struck.
        var target: Target?
        /// Whether it is in the agenda or has struck.
        var isArmed = false
        /// Whether it has struck and not ended.
        var isActive = false
        /// When whoever got in did so.
        var enteredAt: Instant?
        /// How large the volume was that it filled.
        var fullSize: ByteCount?

        init(_ fault: Fault) {
            (self.fault, stream) = (fault, StreamName("fault \(fault.id)"))
        }
    }

    /// What a fault struck, by the part of the world it belongs to.
    enum Target: Hashable, Sendable {
        case site(SiteTarget)
        case database(DatabaseFault, DatabaseID)
        case platform(PlatformFault)
        case application(ApplicationFault)
        case provider(ProviderTarget)
        case monitoring(MonitoringFault)
        case control(ControlFault)
        case people(PeopleFault)
        case security(SecurityFault, DatabaseID)
        case backup(BackupFault)
        /// The selector found nothing: the fault has no effect.
        case nothing
    }

    /// A fault that a crew is at, or has still before it.
    struct Repair: Hashable, Sendable {
        /// The fault's place.
        let index: Int32
        /// How long it takes once they are at it.
        let duration: Span
        /// The fact that it struck.
        let cause: FactID
    }

    init(_ faults: [Fault]) {
        states = faults.map { State($0) }
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
}
