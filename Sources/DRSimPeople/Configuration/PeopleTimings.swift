package import DRSimKernel

/// How long people take, from the plan's assumptions.
package struct PeopleTimings: Hashable, Sendable {
    /// From a page to its acknowledgement by day (E10).
    package var pageAcknowledge: Quantity
    /// How long a page may go unanswered before the next role is paged (E10).
    package var pageEscalation: Quantity
    /// How many times longer an acknowledgement takes at night (E10).
    package var nightFactor: Quantity
    /// How many times longer it takes in the evening and on free days.
    package var offHoursFactor: Quantity
    /// From users being unserved to their complaints reaching somebody.
    package var complaintDelay: Quantity
    /// From acknowledgement to decision without criteria agreed beforehand (E11).
    package var decisionUntrained: Quantity
    /// From acknowledgement to decision with such criteria (E11).
    package var decisionPrepared: Quantity
    /// From an outage until its provider confirms it (C15).
    package var providerConfirmation: Quantity
    /// From reaching who approves to the answer.
    package var approvalDecision: Quantity
    /// From the decision to the stakeholders having the notice.
    package var stakeholderNotice: Quantity
    /// From an outage being over to whoever approves having seen to it that procedures may start again.
    package var latchReview: Quantity

    /// Creates timings.
    package init(
        pageAcknowledge: Quantity, pageEscalation: Quantity, nightFactor: Quantity,
        offHoursFactor: Quantity, complaintDelay: Quantity, decisionUntrained: Quantity,
        decisionPrepared: Quantity, providerConfirmation: Quantity, approvalDecision: Quantity,
        stakeholderNotice: Quantity, latchReview: Quantity
    ) {
        (self.pageAcknowledge, self.pageEscalation) = (pageAcknowledge, pageEscalation)
        (self.nightFactor, self.offHoursFactor) = (nightFactor, offHoursFactor)
        (self.decisionUntrained, self.decisionPrepared) = (decisionUntrained, decisionPrepared)
        (self.providerConfirmation, self.approvalDecision) = (providerConfirmation, approvalDecision)
        (self.complaintDelay, self.stakeholderNotice) = (complaintDelay, stakeholderNotice)
        self.latchReview = latchReview
    }
}
