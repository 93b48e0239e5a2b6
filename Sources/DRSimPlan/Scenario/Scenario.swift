package import DRSimUnits
package import OrderedCollections

/// A rehearsal: what happens when, what it truly is, and what must come of it.
package struct Scenario: Sendable {
    /// The file's name without its ending.
    package var id: String
    /// What it shows, in a line.
    package var title: String
    /// The file's path as the user gave it.
    package var path: String
    /// The true incident class; `nil` (`none` in files) for a false alarm.
    package var incidentClass: IncidentClassID?
    /// The moment instant 0 stands for.
    package var start: CalendarTime
    /// How long the trial runs.
    package var horizon: Span
    /// The seed where none is given on the command line.
    package var seed: UInt64
    /// The faults, in the order of the file.
    package var faults: [Fault]
    /// The contract, by overlay name.
    package var expectations: OrderedDictionary<String, [Expectation]>
    /// The checker that must catch the defect planted in it (`caught_by` in files): such a scenario passes
    /// only if none of its expectations holds. `nil` for one without a defect.
    package var caughtBy: Checker?

    /// Creates a scenario.
    package init(
        id: String, title: String, path: String, incidentClass: IncidentClassID?, start: CalendarTime,
        horizon: Span, seed: UInt64, faults: [Fault],
        expectations: OrderedDictionary<String, [Expectation]>, caughtBy: Checker? = nil
    ) {
        (self.id, self.title, self.path, self.incidentClass) = (id, title, path, incidentClass)
        (self.start, self.horizon, self.seed) = (start, horizon, seed)
        (self.faults, self.expectations, self.caughtBy) = (faults, expectations, caughtBy)
    }
}
