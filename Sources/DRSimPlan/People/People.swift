package import DRSimUnits

/// Who acts in an incident, and how they are reached.
package struct People: Hashable, Sendable {
    /// Whether anybody acts at all; false gives automation alone.
    package var respond: Bool
    /// Whether the criteria for declaring a disaster were agreed beforehand (`prepared` in files).
    package var isPrepared: Bool
    /// Whether the playbooks are written (`documented` in files); responders have none to follow before.
    package var isDocumented = true
    /// The roles, the first on call first.
    package var roles: [Role]
    /// The channels through which alerts and notices go.
    package var channels: [Channel]
    /// The windows of the response, in which its procedures may start.
    package var windows: [Window]
    /// What responders do by hand beyond the procedures of an incident class.
    package var playbooks: [Playbook]
    /// How they go about it.
    package var conduct = Conduct()
    /// What is done at once when a disaster is declared, in order (`immediate_response` in files).
    package var immediateResponse: [ResponseItem] = []

    /// A role that somebody fills.
    package struct Role: Hashable, Sendable {
        /// The role's name.
        package var id: RoleID
        /// What it is called.
        package var title: String
        /// Who is paged when this role does not acknowledge.
        package var escalatesTo: RoleID?
        /// Whether it may approve failovers.
        package var approves: Bool
        /// Where it comes from.
        package var source: String

        /// Creates a role.
        package init(id: RoleID, title: String, escalatesTo: RoleID?, approves: Bool, source: String) {
            (self.id, self.title, self.escalatesTo) = (id, title, escalatesTo)
            (self.approves, self.source) = (approves, source)
        }
    }

    /// A way for a message to reach people.
    package struct Channel: Hashable, Sendable {
        /// The channel's name.
        package var name: String
        /// Whether it pages the first role on call, or is merely read.
        package var pages: Bool
        /// The region whose loss takes the channel down, if it is hosted in one of the plan's.
        package var hostedIn: RegionID?
        /// Where it comes from.
        package var source: String

        /// Creates a channel.
        package init(name: String, pages: Bool, hostedIn: RegionID?, source: String) {
            (self.name, self.pages, self.hostedIn, self.source) = (name, pages, hostedIn, source)
        }
    }

    /// A part of the response that has its time.
    package struct Window: Hashable, Sendable {
        /// Its name.
        package var id: String
        /// The earliest start after onset of what belongs to it.
        package var notBefore: Span
        /// Where it stands in the document.
        package var source: String

        /// Creates a window.
        package init(id: String, notBefore: Span, source: String) {
            (self.id, self.notBefore, self.source) = (id, notBefore, source)
        }
    }

    /// A playbook responders follow by hand, and when they may start it.
    package struct Playbook: Hashable, Sendable {
        /// The true incident class it is for.
        package var incidentClass: IncidentClassID
        /// The runbook they follow.
        package var runbook: RunbookID
        /// When it comes.
        package var stage: Stage
        /// The earliest start after onset, or after the recovery for what comes then.
        package var notBefore: Span
        /// Where the window stands in the document.
        package var source: String

        /// When a playbook comes.
        package enum Stage: String, CaseIterable, Sendable {
            /// While users are not served, after the procedures of the class.
            case response
            /// When users have been served again for a while: the way back.
            case aftermath
        }

        /// Creates a playbook entry.
        package init(
            incidentClass: IncidentClassID, runbook: RunbookID, stage: Stage = .response,
            notBefore: Span, source: String
        ) {
            (self.incidentClass, self.runbook, self.stage) = (incidentClass, runbook, stage)
            (self.notBefore, self.source) = (notBefore, source)
        }
    }

    /// Creates the people of a plan.
    package init(
        respond: Bool, isPrepared: Bool, roles: [Role], channels: [Channel], windows: [Window] = [],
        playbooks: [Playbook]
    ) {
        (self.respond, self.isPrepared, self.roles) = (respond, isPrepared, roles)
        (self.channels, self.windows, self.playbooks) = (channels, windows, playbooks)
    }
}
