package import DRSimPlan
package import DRSimUnits

/// What identifies a trial: the tool, the plan, the scenario, the luck and the moment.
package struct RunProvenance: Hashable, Sendable {
    /// The version of drsim that ran it.
    package var toolVersion: String
    /// The version of the model: results are comparable only within one.
    package var modelVersion: Int
    /// The plan, overlays merged.
    package var plan: PlanRecord
    /// The overlays that were asked for, in order.
    package var overlays: [String]
    /// The values that were set for this run alone, in order: `path=value`.
    package var settings: [String]
    /// The scenario.
    package var scenario: ScenarioRecord
    /// The seed.
    package var seed: UInt64
    /// The trial's number under that seed, from 0.
    package var trial: UInt32
    /// The SHA-256 of the trace in lower-case hexadecimal digits.
    package var digest: String
    /// The command that shows it again.
    package var replay: String
    /// When the rehearsal was carried out; decides the quarter it is reported in.
    package var recordedAt: CalendarTime
    /// Whether nothing and nobody responded: the outage the plan is measured against.
    package var isControl: Bool

    /// Creates a provenance.
    package init(
        toolVersion: String, modelVersion: Int, plan: PlanRecord, overlays: [String], settings: [String],
        scenario: ScenarioRecord, seed: UInt64, trial: UInt32, digest: String, replay: String,
        recordedAt: CalendarTime, isControl: Bool
    ) {
        (self.toolVersion, self.modelVersion) = (toolVersion, modelVersion)
        (self.plan, self.overlays, self.settings, self.scenario) = (plan, overlays, settings, scenario)
        (self.seed, self.trial, self.digest) = (seed, trial, digest)
        (self.replay, self.recordedAt, self.isControl) = (replay, recordedAt, isControl)
    }
}

/// A scenario as a report names it.
package struct ScenarioRecord: Hashable, Sendable {
    /// The file's name without its ending.
    package var id: String
    /// What it shows, in a line.
    package var title: String
    /// The file's path as the user gave it.
    package var path: String
    /// The SHA-256 of its canonical text in lower-case hexadecimal digits.
    package var sha256: String
    /// The true incident class; `nil` for a false alarm.
    package var incidentClass: IncidentClassID?
    /// The moment instant 0 stands for.
    package var start: CalendarTime
    /// How long the trial runs.
    package var horizon: Span

    /// Describes a scenario that was read.
    package init(_ scenario: Scenario, sha256: String) {
        self.init(
            id: scenario.id, title: scenario.title, path: scenario.path, sha256: sha256,
            incidentClass: scenario.incidentClass, start: scenario.start, horizon: scenario.horizon)
    }

    /// Creates a description.
    package init(
        id: String, title: String, path: String, sha256: String, incidentClass: IncidentClassID?,
        start: CalendarTime, horizon: Span
    ) {
        (self.id, self.title, self.path, self.sha256) = (id, title, path, sha256)
        (self.incidentClass, self.start, self.horizon) = (incidentClass, start, horizon)
    }
}
