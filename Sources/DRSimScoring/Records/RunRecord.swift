package import DRSimTrace

/// One trial with everything that is kept of it: what the store writes and reports are made of.
package struct RunRecord: Hashable, Sendable {
    /// Where the trial comes from and how it can be repeated.
    package var provenance: RunProvenance
    /// What it comes to.
    package var score: TrialScore
    /// The lines of the scenario's contract for the level in force.
    package var expectations: [ExpectationResult]
    /// The facts that are kept, in the order of the trace: all of an exemplar's, none of the many
    /// trials of a campaign.
    package var timeline: [TimelineFact]
    /// The shares of users served that are kept; empty where the timeline is.
    package var served: [ServedSegment]

    /// Creates a record.
    package init(
        provenance: RunProvenance, score: TrialScore, expectations: [ExpectationResult],
        timeline: [TimelineFact] = [], served: [ServedSegment] = []
    ) {
        (self.provenance, self.score) = (provenance, score)
        (self.expectations, self.timeline, self.served) = (expectations, timeline, served)
    }
}

/// A record as a store holds it.
package struct StoredRun: Hashable, Sendable, Identifiable {
    /// The run's number in its store, from 1 in the order of saving.
    package var id: Int64
    /// What was saved.
    package var record: RunRecord

    /// Creates a stored run.
    package init(id: Int64, record: RunRecord) {
        (self.id, self.record) = (id, record)
    }
}
