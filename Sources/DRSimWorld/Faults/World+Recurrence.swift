import DRSimKernel
import DRSimPlan
import DRSimUnits

extension World {
    /// Puts the next strike of a fault that comes again and again into the agenda, counted from now:
    /// from the start of the trial or the end of its last strike (alternating renewal). Nothing in the
    /// world brings it about, so it has no cause.
    mutating func scheduleNextStrike(of index: Int) {
        let state = faults.states[index]
        guard case .every(let interval) = state.fault.trigger else { return }
        let wait = Quantity("fault_interval", interval).span(draws, of: state.stream, ordinal: state.strikes)
        // At least a millisecond, so that time goes on whatever is drawn.
        schedule(.faultStrikes(Int32(index)), at: now + max(wait, Span(milliseconds: 1)), cause: nil)
    }

    /// How long a fault that strikes now stays; `nil` is for ever.
    func drawnDuration(of state: FaultBoard.State) -> Span? {
        switch state.fault.lifetime {
        case .forever: nil
        case .fixed(let span): span
        case .drawn(let distribution):
            Quantity("fault_duration", distribution).span(draws, of: state.stream, ordinal: state.strikes)
        }
    }
}
