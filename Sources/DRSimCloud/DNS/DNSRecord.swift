package import DRSimUnits

/// A resource record set with one value; names are compared in lower case without a final dot.
package struct DNSRecord: Hashable, Sendable {
    /// The fully qualified name, normalised.
    package let name: String
    /// The type, such as CNAME.
    package let type: String
    /// How long resolvers keep the answer.
    package var ttl: Span
    /// What the name stands for; a host name is normalised.
    package let value: String
    /// Its part where two records of a name take turns by a health check; `nil` for a plain record.
    package var failover: Failover?

    /// Creates a record, normalising its name and value.
    package init(name: String, type: String, ttl: Span, value: String, failover: Failover? = nil) {
        self.name = Self.normalised(name)
        (self.type, self.ttl, self.value) = (type, ttl, Self.normalised(value))
        self.failover = failover
    }

    /// The part of a record of which there are two (C5).
    package enum Failover: Hashable, Sendable {
        /// It is answered while its health check sees its target up.
        case primary(HealthCheck)
        /// It is answered otherwise.
        case secondary
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

    var isPrimary: Bool { setIdentifier == "PRIMARY" }

    /// What tells two records of a name and a type apart.
    var setIdentifier: String {
        switch failover {
        case nil: ""
        case .primary: "PRIMARY"
        case .secondary: "SECONDARY"
        }
    }

    /// Whether clients connect to what the record's value says.
    var isAddress: Bool { type == "A" || type == "CNAME" }

    static func normalised(_ name: String) -> String {
        let lower = name.lowercased()
        return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    }
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
