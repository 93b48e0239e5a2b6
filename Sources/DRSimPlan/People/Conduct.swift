package import DRSimUnits

/// How responders go about their work: when they are at it, and how sure of it.
package struct Conduct: Hashable, Sendable {
    /// When they are at work anyway.
    package var workingHours: WorkingHours
    /// When it is night for them.
    package var nightHours = NightHours()
    /// Whether they mistype now and then, and meet blocking defects in runbooks nobody tried (E4).
    package var slips: Bool
    /// Whether the runbooks were rehearsed, so that their defects are known and gone.
    package var isRehearsed: Bool
    /// Whether a disaster is declared only after the provider has confirmed it (C15).
    package var awaitsProvider: Bool
    /// Whether an alert tells them when what is written no longer reaches another region (F83).
    package var watchesProtection: Bool
    /// How often they take a disaster for one of another class; `nil` where they never do.
    package var misdeclaration: Misdeclaration?

    /// That people declare another class than the true one, and see it some time after.
    package struct Misdeclaration: Hashable, Sendable {
        /// The assumption that says how likely it is.
        package var chance: AssumptionID
        /// The assumption that says how long it lasts.
        package var corrected: AssumptionID

        /// Creates a misdeclaration.
        package init(chance: AssumptionID, corrected: AssumptionID) {
            (self.chance, self.corrected) = (chance, corrected)
        }
    }

    /// Creates a conduct; the default is that of people who never err and ask nobody.
    package init(
        workingHours: WorkingHours = WorkingHours(), slips: Bool = false, isRehearsed: Bool = false,
        awaitsProvider: Bool = false, watchesProtection: Bool = false
    ) {
        (self.workingHours, self.slips) = (workingHours, slips)
        (self.isRehearsed, self.awaitsProvider) = (isRehearsed, awaitsProvider)
        self.watchesProtection = watchesProtection
    }
}

/// The hours of Monday to Friday in which people are at work anyway.
package struct WorkingHours: Hashable, Sendable {
    /// When they begin, from midnight.
    package var from: Span
    /// When they end, from midnight.
    package var to: Span
    /// What the clocks show beyond UTC.
    package var utcOffset: Span

    /// Creates working hours, from nine to six in UTC where nothing else is said.
    package init(from: Span = .hours(9), to: Span = .hours(18), utcOffset: Span = .zero) {
        (self.from, self.to, self.utcOffset) = (from, to, utcOffset)
    }
}

/// The hours of every day in which a call is answered as at night, on the clocks of the working hours.
package struct NightHours: Hashable, Sendable {
    /// When they begin, from midnight.
    package var from: Span
    /// When they end, from midnight; before they begin where midnight lies between.
    package var to: Span

    /// Creates a night, from ten to seven where nothing else is said.
    package init(from: Span = .hours(22), to: Span = .hours(7)) {
        (self.from, self.to) = (from, to)
    }
}

/// One of the things to be done at once when a disaster is declared.
package struct ResponseItem: Hashable, Sendable {
    /// The item's name.
    package var id: String
    /// What is done, in the document's words.
    package var title: String
    /// Who does it.
    package var role: RoleID
    /// The assumption that says how long it takes.
    package var takes: AssumptionID
    /// Whom it tells; `nil` for what tells nobody.
    package var tells: Notice.Audience?
    /// The channel through which it tells them; `nil` for word of mouth.
    package var channel: String?
    /// What it looks at; `nil` for what looks at nothing the simulator has.
    package var looksAt: Sight?
    /// Where it stands in the document.
    package var source: String

    /// Creates an item.
    package init(
        id: String, title: String, role: RoleID, takes: AssumptionID, tells: Notice.Audience? = nil,
        channel: String? = nil, looksAt: Sight? = nil, source: String
    ) {
        (self.id, self.title, self.role, self.takes) = (id, title, role, takes)
        (self.tells, self.channel, self.looksAt, self.source) = (tells, channel, looksAt, source)
    }

    /// What somebody looks at and says what it is like.
    package enum Sight: String, CaseIterable, Sendable {
        /// The backups of the last thirty days: how many there are, and how many are of no use.
        case backups
        /// What the controller has begun, and what became of it.
        case failover
        /// Which services are served, and which regions answer.
        case services
        /// What each database has that its copy in another region lacks.
        case data
        /// What the plan has for the class that was declared.
        case procedures
        /// Whether who is to do it is there, or who stands in.
        case role
        /// Whether users are still not served, so that more people are needed.
        case need
        /// How late the log of the incident is begun, and what of it must be written down afterwards.
        case log
    }
}
