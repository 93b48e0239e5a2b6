package import DRSimKernel
package import DRSimUnits

/// Who responds to a disaster, how they are reached, and when they may begin what.
package struct ResponderConfiguration: Hashable, Sendable {
    /// Whether people act at all; if not, they neither do nor record anything.
    package var respond: Bool
    /// The roles, the one on call first.
    package var roles: [Role]
    /// The channels alerts come through.
    package var channels: [Channel]
    /// For each playbook of the incident's class, the earliest start after onset that it allows; behind them
    /// those of the classes it may be taken for.
    package var playbookWindows: [Span]
    /// What may go wrong when a class is declared; `nil` where nothing does.
    package var misdeclaration: Misdeclaration?
    /// Whether the criteria for declaring a disaster were agreed beforehand (E11).
    package var isPrepared: Bool
    /// The moment of the calendar at which the trial starts.
    package var start: CalendarTime
    /// When they are at work anyway, Monday to Friday.
    package var workingHours: Range<Span>
    /// When a call is answered as at night.
    package var night: Night
    /// What the responders' clocks show beyond UTC.
    package var utcOffset: Span
    /// Whether nobody declares an outage a disaster before its provider has confirmed it (C15).
    package var awaitsProvider: Bool
    /// What is done at once when a disaster is declared, in order.
    package var items: [Item]

    /// Creates a configuration; escalation must lead to roles that are there.
    package init(
        respond: Bool, roles: [Role], channels: [Channel], playbookWindows: [Span], isPrepared: Bool,
        start: CalendarTime, workingHours: Range<Span>, night: Night,
        utcOffset: Span = .zero, awaitsProvider: Bool = false, items: [Item] = []
    ) {
        (self.respond, self.roles, self.channels) = (respond, roles, channels)
        (self.playbookWindows, self.isPrepared) = (playbookWindows, isPrepared)
        (self.start, self.workingHours, self.night) = (start, workingHours, night)
        self.utcOffset = utcOffset
        (self.awaitsProvider, self.items) = (awaitsProvider, items)
        for role in roles {
            guard let next = role.escalatesTo else { continue }
            precondition(
                roles.contains { $0.id == next }, "\(role.id) escalates to \(next), who is not there")
        }
    }

    /// The hours of the night.
    package struct Night: Hashable, Sendable {
        /// When they begin, from midnight.
        package var from: Span
        /// When they end, from midnight; before they begin where midnight lies between.
        package var to: Span

        /// Creates a night.
        package init(from: Span, to: Span) {
            (self.from, self.to) = (from, to)
        }

        func contains(_ clock: Span) -> Bool {
            from <= to ? from <= clock && clock < to : clock >= from || clock < to
        }
    }

    /// Another class than the true one is declared now and then, and that is seen some time after.
    package struct Misdeclaration: Hashable, Sendable {
        /// How likely it is.
        package var chance: Quantity
        /// How long it lasts.
        package var corrected: Quantity
        /// For each class it may be taken for, the places of its playbooks.
        package var playbooks: [Range<Int>]

        /// Creates a misdeclaration.
        package init(chance: Quantity, corrected: Quantity, playbooks: [Range<Int>]) {
            (self.chance, self.corrected, self.playbooks) = (chance, corrected, playbooks)
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

    /// Something to be done at once when a disaster is declared.
    package struct Item: Hashable, Sendable {
        /// The item's name; a part of the key of its draw.
        package var id: String
        /// Who does it.
        package var role: RoleID
        /// How long it takes.
        package var takes: Quantity
        /// Whether it tells the stakeholders.
        package var tells: Bool

        /// Creates an item.
        package init(id: String, role: RoleID, takes: Quantity, tells: Bool) {
            (self.id, self.role, self.takes, self.tells) = (id, role, takes, tells)
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

    /// The places of the playbooks of what an incident is taken for: the true class, or another.
    func playbooks(of mistake: Int?) -> Range<Int> {
        guard let misdeclaration else { return playbookWindows.indices }
        if let mistake { return misdeclaration.playbooks[mistake] }
        return 0..<(misdeclaration.playbooks.first?.lowerBound ?? playbookWindows.count)
    }

    /// Whether one of the items tells the stakeholders.
    var tellsByItems: Bool { items.contains(where: \.tells) }

    /// What kind of hour it is where the responders are.
    func time(at instant: Instant) -> TimeOfWeek {
        let local = start + (instant - .start) + utcOffset
        let clock = Span.hours(Int64(local.hour)) + .minutes(Int64(local.minute))
        if night.contains(clock) { return .night }
        return local.weekday < 5 && workingHours.contains(clock) ? .working : .free
    }

    /// Kinds of hours, by how soon a call is answered.
    enum TimeOfWeek: Hashable, Sendable {
        /// People are at work anyway.
        case working
        /// Evenings, early mornings and free days.
        case free
        /// The hours of the night, of any day.
        case night
    }
}
