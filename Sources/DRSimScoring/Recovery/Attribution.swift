import DRSimPlan
import DRSimTrace
import DRSimUnits

/// What a recovery time was spent on and who is to thank: the causes of the restoration, walked
/// from the fault to the instant at which enough users were served again.
struct Attribution {
    /// The parts, in order; they sum to the recovery time.
    private(set) var phases: [ServiceScore.Phase] = []
    /// Who brought the service back; `nil` if nothing caused the restoration.
    private(set) var restoredBy: ServiceScore.RestoredBy?

    /// Time in which users move to another address, where no fact of the clouds names it.
    static let cutOver = RecoveryPhase.clientsCutOver.rawValue
    /// Time nobody accounts for: the last cause lies behind, and yet nothing moves.
    static let unexplained = RecoveryPhase.waiting.rawValue

    /// Attributes the time between two instants, of which the second lies on `segment`.
    init(from start: Instant, to end: Instant, on segment: ServedSegment, in trace: Trace) {
        let chain = segment.cause.map { trace.causes(of: $0) } ?? []
        var mark = start
        for id in chain {
            let reached = min(max(trace[id].at, mark), end)
            add(trace[id].phase, reached - mark)
            mark = reached
        }
        add(Self.tail(of: segment, after: chain.last.map { trace[$0] }), end - mark)
        restoredBy = Self.credit(chain.map { trace[$0].actor })
    }

    private mutating func add(_ name: String, _ span: Span) {
        guard span > .zero else { return }
        if let index = phases.firstIndex(where: { $0.name == name }) {
            phases[index].span += span
        } else {
            phases.append(ServiceScore.Phase(name: name, span: span))
        }
    }

    /// What the time between the last cause and the crossing is spent on.
    private static func tail(of segment: ServedSegment, after last: Fact?) -> String {
        if let last, last.kind == .clientsMoved { return last.phase }
        return segment.until > segment.from ? cutOver : unexplained
    }

    /// The last who did something of his own: consequences and the platform's work credit whoever
    /// set them going, and a platform that only the fault set going credits itself.
    private static func credit(_ actors: [Fact.Actor]) -> ServiceScore.RestoredBy? {
        guard !actors.isEmpty else { return nil }
        for actor in actors.reversed() {
            switch actor {
            case .plan: return .plan
            case .people: return .people
            case .faultEnd: return .faultEnded
            case .fault: return .platform
            case .platform, .consequence: continue
            }
        }
        return .platform
    }
}
