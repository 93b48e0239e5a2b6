package import DRSimUnits

extension FailoverController {
    /// Until when health checks that say this would do nothing but put the controller to sleep
    /// again: those that answer before the instant. `nil`: the very next would act or be
    /// remembered; `never`: none would, for ever.
    ///
    /// The end of a cool-down and the history of N-of-M detection are part of the answer; a
    /// `reset` voids it. While the controller responds it polls nothing, and the answer is `nil`.
    package func quiet(seeing snapshot: HealthSnapshot, from now: Instant) -> Instant? {
        let disaster = DisasterClassifier.classify(snapshot)?.disaster
        guard !isResponding, history.recording(disaster) == history else { return nil }
        guard let disaster else { return .never }
        return isKnownAndHeld(disaster, at: now) ? hold?.until : nil
    }

    /// Whether a poll has left this controller, which sleeps again, as the other one was before it: all but
    /// the instant it sleeps until.
    package func isSame(asBefore other: FailoverController) -> Bool {
        guard case .sleeping = phase else { return self == other }
        var copy = self
        copy.phase = other.phase
        return copy == other
    }
}
