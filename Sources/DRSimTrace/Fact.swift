package import DRSimPlan
package import DRSimUnits

/// Numbers a fact of one trace, from 0 in the order of recording.
package struct FactID: Hashable, Comparable, Sendable {
    /// The fact's index in its trace.
    package var index: Int32

    /// Creates an id.
    package init(_ index: Int) {
        self.index = Int32(index)
    }

    package static func < (left: FactID, right: FactID) -> Bool { left.index < right.index }
}

/// Something that became true in a trial, and why.
///
/// Facts are what the scorer reads. A poll that changed nothing is not a fact.
package struct Fact: Hashable, Sendable {
    /// When it became true.
    package var at: Instant
    /// What became true.
    package var kind: FactKind
    /// What it is true of: a service, a node, a step.
    package var entity: String
    /// The sentence a timeline shows; not part of the digest.
    package var text: String
    /// The fact that brought this one about; only a scenario's scheduled faults and what a trial opens with
    /// have none.
    package var cause: FactID?
    /// Where it comes from: `L773` a line of the plan, `C7` a fact of the sheet, `F20` a finding,
    /// `assumption:NAME`, `scenario`. No fact of a trial is without.
    package var source: String?
    /// Who brought it about.
    package var actor: Actor
    /// What the time since the cause was spent on, for the attribution of recovery time.
    package var phase: String
    /// Figures the scorer reads.
    package var details: [Detail]

    /// Creates a fact.
    package init(
        at: Instant, kind: FactKind, entity: String, text: String, cause: FactID?, source: String?,
        actor: Actor, phase: String, details: [Detail] = []
    ) {
        (self.at, self.kind, self.entity, self.text) = (at, kind, entity, text)
        (self.cause, self.source, self.actor) = (cause, source, actor)
        (self.phase, self.details) = (phase, details)
    }

    /// Whether a trial opens with it: an act before any fault, which goes back to nothing.
    package var opensTrial: Bool { cause == nil && kind == .manifestSubmitted }

    /// Who brought a fact about; decides what a recovery is credited to.
    package enum Actor: UInt8, Sendable {
        /// A fault of the scenario struck.
        case fault
        /// A fault ended by itself.
        case faultEnd
        /// The platform: Kubernetes, the database operator, the cloud.
        case platform
        /// The controller or a runbook.
        case plan
        /// People, of their own accord.
        case people
        /// A consequence that credits nobody: what users see, what a check reports.
        case consequence
    }

    /// A named figure of a fact.
    package struct Detail: Hashable, Sendable {
        /// Which figure.
        package var key: Key
        /// Its value.
        package var value: Value

        /// Creates a figure.
        package init(_ key: Key, _ value: Value) {
            (self.key, self.value) = (key, value)
        }
    }

    /// The figures facts carry.
    package enum Key: String, CaseIterable, Sendable {
        /// The share of a service's users served, in millionths.
        case share
        /// The disaster type the controller named.
        case disaster
        /// The incident class.
        case incidentClass = "class"
        /// The runbook a procedure or step belongs to.
        case runbook
        /// A command line.
        case command
        /// An exit status.
        case status
        /// What a command printed on its failing.
        case output
        /// Whether a command had an effect on the world: 1 or 0.
        case effective
        /// Which try of a step, from 1.
        case attempt
        /// A write-ahead-log timeline of the trial.
        case timeline
        /// A write-ahead-log position in bytes.
        case position
        /// What spoilt data: a kind of damage.
        case damage
        /// Whether nothing reports that answers are wrong: 1 or 0.
        case silent
        /// A count of things.
        case count
        /// A channel.
        case channel
        /// An audience.
        case audience
        /// A role.
        case role
    }

    /// The value of a figure.
    package enum Value: Hashable, Sendable {
        case number(Int64)
        case text(String)
    }

    /// The number under a key.
    package func number(_ key: Key) -> Int64? {
        guard case .number(let value)? = details.first(where: { $0.key == key })?.value else { return nil }
        return value
    }

    /// The text under a key.
    package func string(_ key: Key) -> String? {
        guard case .text(let value)? = details.first(where: { $0.key == key })?.value else { return nil }
        return value
    }
}
