package import DRSimUnits

/// Who responds to a disaster, how they are reached, and when they may begin what.
package struct ResponderConfiguration: Hashable, Sendable {
    /// Whether people act at all; if not, they neither do nor record anything.
    package var respond: Bool
    /// The roles, the one on call first.
    package var roles: [Role]
    /// The channels alerts come through.
    package var channels: [Channel]
    /// For each playbook of the incident's class, the earliest start after onset that it allows.
    package var playbookWindows: [Span]
    /// Whether the criteria for declaring a disaster were agreed beforehand (E11).
    package var isPrepared: Bool
    /// The moment of the calendar at which the trial starts.
    package var start: CalendarTime
    /// What the responders' clocks show beyond UTC.
    package var utcOffset: Span

    /// Creates a configuration; escalation must lead to roles that are there.
    package init(
        respond: Bool, roles: [Role], channels: [Channel], playbookWindows: [Span], isPrepared: Bool,
        start: CalendarTime, utcOffset: Span = .zero
    ) {
        (self.respond, self.roles, self.channels) = (respond, roles, channels)
        (self.playbookWindows, self.isPrepared) = (playbookWindows, isPrepared)
        (self.start, self.utcOffset) = (start, utcOffset)
        for role in roles {
            guard let next = role.escalatesTo else { continue }
            precondition(
                roles.contains { $0.id == next }, "\(role.id) escalates to \(next), who is not there")
        }
    }

    /// A role that somebody fills.
    package struct Role: Hashable, Sendable {
        /// The role's name.
        package var id: RoleID
        /// Who is paged where this role does not acknowledge.
        package var escalatesTo: RoleID?
        /// Whether it may approve what another role of its escalation was asked to.
        package var approves: Bool

        /// Creates a role.
        package init(id: RoleID, escalatesTo: RoleID?, approves: Bool) {
            (self.id, self.escalatesTo, self.approves) = (id, escalatesTo, approves)
        }
    }

    /// A way for an alert to reach people.
    package struct Channel: Hashable, Sendable {
        /// The channel's name.
        package var name: String
        /// Whether an alert in it pages the role on call, or is merely there to be read.
        package var pages: Bool

        /// Creates a channel.
        package init(name: String, pages: Bool) {
            (self.name, self.pages) = (name, pages)
        }
    }
}

extension ResponderConfiguration {
    /// The place of a role among the roles.
    func index(of role: RoleID) -> Int? { roles.firstIndex { $0.id == role } }

    /// A role and those it escalates to, each once.
    func escalation(from role: Int) -> [Int] {
        var chain = [role]
        while let last = chain.last, let next = roles[last].escalatesTo.flatMap(index),
            !chain.contains(next)
        {
            chain.append(next)
        }
        return chain
    }

    /// Whether it is night where the responders are: from 22:00 until 07:00.
    func isNight(at instant: Instant) -> Bool {
        let hour = (start + (instant - .start) + utcOffset).hour
        return hour >= 22 || hour < 7
    }
}
