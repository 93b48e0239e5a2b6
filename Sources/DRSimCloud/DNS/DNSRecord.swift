package import DRSimUnits

/// A resource record set; one whose name's first label is `*` answers for names that do not exist below.
package struct DNSRecord: Hashable, Sendable {
    /// The fully qualified name, normalised.
    package let name: String
    /// The type, such as CNAME.
    package let type: String
    /// How long resolvers keep the answer.
    package var ttl: Span
    /// What the name stands for, in no order; host names are normalised.
    package let values: [String]
    /// How it shares its name with other records; `nil` for a plain record, which has it alone.
    package var routing: Routing?

    /// Creates a record, normalising its name and values.
    package init(name: String, type: String, ttl: Span, values: [String], routing: Routing? = nil) {
        precondition(!values.isEmpty, "\(type) record \(name) without a value")
        self.name = DNSName.normalised(name)
        (self.type, self.ttl, self.routing) = (type, ttl, routing)
        self.values = values.map(DNSName.normalised).sorted()
    }

    /// Creates a record of one value.
    package init(name: String, type: String, ttl: Span, value: String, routing: Routing? = nil) {
        self.init(name: name, type: type, ttl: ttl, values: [value], routing: routing)
    }

    /// The target a health check of the record looks at.
    var target: String { values[0] }

    /// When name servers answer a record of which a name has several (C5).
    package enum Routing: Hashable, Sendable {
        /// While its health check sees its target up.
        case primary(HealthCheck)
        /// While that of the primary does not.
        case secondary
        /// As often as its weight among those of the name says, while its health check, if it has one,
        /// sees its target up.
        case weighted(set: String, weight: Int, HealthCheck?)
    }

    /// A health check from many places of the world; it needs no control plane.
    package struct HealthCheck: Hashable, Sendable {
        /// How often each place looks.
        package var interval: Span
        /// How many looks in a row decide.
        package var threshold: Int

        /// Creates a health check.
        package init(interval: Span, threshold: Int) {
            (self.interval, self.threshold) = (interval, threshold)
        }
    }

    /// The name as the API prints it.
    package var printedName: String { DNSName.printed(name) }

    /// What tells two records of a name and a type apart.
    package var setIdentifier: String {
        switch routing {
        case nil: ""
        case .primary: "PRIMARY"
        case .secondary: "SECONDARY"
        case .weighted(let set, _, _): set
        }
    }

    /// Its weight among the records of its name; `nil` where they are not chosen by weight.
    package var weight: Int? {
        if case .weighted(_, let weight, _) = routing { weight } else { nil }
    }

    /// The health check it is answered by.
    var healthCheck: HealthCheck? {
        switch routing {
        case .primary(let check), .weighted(_, _, let check?): check
        case nil, .secondary, .weighted(_, _, nil): nil
        }
    }

    /// Whether clients connect to what the record's value says.
    var isAddress: Bool { type == "A" || type == "CNAME" }
}

/// One change of a batch of changes to a zone.
package struct DNSRecordChange: Hashable, Sendable {
    /// What is to be done with the record.
    package var action: Action
    /// The record.
    package var record: DNSRecord

    /// What can be done with a record.
    package enum Action: String, CaseIterable, Hashable, Sendable {
        /// Adds a record that must not exist.
        case create = "CREATE"
        /// Adds a record or replaces the one of its name and type.
        case upsert = "UPSERT"
        /// Deletes a record that must exist exactly as given.
        case delete = "DELETE"
    }

    /// Creates a change.
    package init(_ action: Action, _ record: DNSRecord) {
        (self.action, self.record) = (action, record)
    }
}

/// A batch of changes the control plane accepted, as the API tells of it.
package struct DNSChange: Hashable, Sendable {
    /// The change's id, as commands name it.
    package let id: String
    /// When it was accepted.
    package let submittedAt: Instant
    /// Whether all name servers answer by it: `INSYNC`, otherwise `PENDING`.
    package internal(set) var isInSync: Bool
    /// Whether any record is other than before.
    package let hasEffect: Bool

    let changes: [DNSRecordChange]
}
