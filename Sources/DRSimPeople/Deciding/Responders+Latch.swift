package import DRSimKernel
package import DRSimUnits

/// The controller's latch as people see it: whether somebody is looking into it, and how often that was
/// begun.
struct LatchReview: Hashable, Sendable {
    /// The roles that may reset it, in the order in which they are looked for; empty while nobody looks.
    var reviewers: [Int] = []
    /// Numbers the reviews, so that one that a later turn of events overtook is ignored.
    var number: Int32 = 0
}

extension Responders {
    /// What held the controller back after a completed procedure is no longer needed: a role, or where
    /// it is away one it escalates to that may approve, sees to it that procedures may start again.
    ///
    /// - Parameter settling: how long things must have been well before anybody looks.
    package mutating func latchMayBeReset(
        by role: RoleID, after settling: Span, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        guard responds else { return }
        guard let index = configuration.index(of: role) else {
            preconditionFailure("there is no role \(role) to reset the latch")
        }
        let others = configuration.escalation(from: index).dropFirst()
        latch.reviewers = [index] + others.filter { configuration.roles[$0].approves }
        scheduleReview(at: now + settling, draws: draws, effects: &effects)
    }

    /// Things are not well again after all: nobody resets the latch for now.
    package mutating func latchMustStay() {
        latch.reviewers = []
        latch.number += 1
    }

    /// Somebody looks into the latch and resets it; where everybody who may is away, it is looked into
    /// again later.
    mutating func reviewLatch(
        _ review: Int32, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        guard review == latch.number, !latch.reviewers.isEmpty else { return }
        guard let reviewer = latch.reviewers.first(where: { staff[$0].isPresent }) else {
            return scheduleReview(at: now, draws: draws, effects: &effects)
        }
        latchMustStay()
        effects.record(.latchReset(id(reviewer), waitedOn: timings.latchReview.id))
    }

    private mutating func scheduleReview(
        at instant: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        latch.number += 1
        let wait = timings.latchReview.span(draws, of: Self.reviews, ordinal: UInt32(latch.number))
        effects.schedule(.latchIsReviewed(review: latch.number), at: instant + wait)
    }

    private static let reviews = StreamName("latch reviews")
}
