import DRSimUnits

/// The records of a zone and the rules by which a batch of changes to them is accepted.
struct RecordTable: Hashable, Sendable {
    private(set) var records: [DNSRecord]
    /// The domain all names of the zone end in.
    let domain: String

    init(_ records: [DNSRecord]) {
        self.records = records
        domain = Self.domain(of: records)
    }

    /// The name whose records answer for a name: its own, or a wildcard.
    func owner(of name: String) -> String { DNSName.owner(of: name, among: records.map(\.name)) }

    /// What clients are told to connect to by the records of a name: of two that take turns the first,
    /// unless its health check has failed it and there is a second; of weighted ones each as often as its
    /// weight says.
    func answer(of owner: String, failed: [String]) -> DNSAnswer {
        let addresses = records.filter { $0.name == owner && $0.isAddress }
        guard !addresses.contains(where: { $0.weight != nil }) else {
            return DNSAnswer(weighing: addresses, failed: failed)
        }
        let isSound = { (record: DNSRecord) in
            record.routing != .secondary
                && (record.healthCheck == nil || !failed.contains(record.target))
        }
        let chosen =
            addresses.first(where: isSound) ?? addresses.first { $0.routing == .secondary }
            ?? addresses.first
        return chosen.map { DNSAnswer(only: $0) } ?? DNSAnswer()
    }

    /// Applies a change that is known to be right.
    mutating func apply(_ change: DNSRecordChange) {
        let record = change.record
        let place = index(of: record)
        switch (change.action, place) {
        case (.delete, let place?): records.remove(at: place)
        case (.delete, nil): break
        case (_, let place?): records[place] = record
        case (_, nil): records.append(record)
        }
    }

    /// Applies a batch one change after the other; what is wrong with each goes into the refusal,
    /// and then the table is to be thrown away.
    mutating func apply(checking changes: [DNSRecordChange]) throws(CloudError) {
        var messages: [String] = []
        for change in changes {
            if let message = objection(to: change) {
                messages.append(message)
            } else {
                apply(change)
            }
        }
        guard messages.isEmpty else {
            let list = "[" + messages.joined(separator: ", ") + "]"
            throw CloudError(.invalidChangeBatch, .changeResourceRecordSets, list)
        }
    }

    private func objection(to change: DNSRecordChange) -> String? {
        let record = change.record
        guard record.name == domain || record.name.hasSuffix("." + domain) else {
            return "RRSet with DNS name \(record.printedName) is not permitted in zone \(domain)."
        }
        let present = index(of: record).map { records[$0] }
        let set = "resource record set [name='\(record.printedName)', type='\(record.type)']"
        switch (change.action, present) {
        case (.delete, nil): return "Tried to delete \(set) but it was not found"
        case (.delete, let present?):
            return present == record
                ? nil : "Tried to delete \(set) but the values provided do not match the current values"
        case (.create, _?): return "Tried to create \(set) but it already exists"
        case (.create, nil), (.upsert, _): return conflict(of: record)
        }
    }

    /// A CNAME stands alone: not at the top of the zone and not beside other types (RFC 1034, 3.6.2).
    private func conflict(of record: DNSRecord) -> String? {
        let set = "RRSet of type \(record.type) with DNS name \(record.printedName)"
        let same = records.filter { $0.name == record.name }
        if same.contains(where: { $0.type == record.type && ($0.routing == nil) != (record.routing == nil) })
        {
            return "\(set) with SetIdentifier \(record.setIdentifier) cannot be created as a non-multi RRSet "
                + "exists with the same name and type."
        }
        let others = same.filter { $0.type != record.type }
        if record.type == "CNAME" {
            if record.name == domain { return "\(set) is not permitted at apex in zone \(domain)." }
            return others.isEmpty
                ? nil
                : "\(set) is not permitted as it conflicts with other records with the same DNS name "
                    + "in zone \(domain)."
        }
        guard others.contains(where: { $0.type == "CNAME" }) else { return nil }
        return "\(set) is not permitted because a conflicting RRSet of type CNAME with the same "
            + "DNS name already exists in zone \(domain)."
    }

    private func index(of record: DNSRecord) -> Int? {
        records.firstIndex {
            $0.name == record.name && $0.type == record.type && $0.setIdentifier == record.setIdentifier
        }
    }

    /// The longest domain that all records end in and neither a CNAME nor a wildcard is at.
    private static func domain(of records: [DNSRecord]) -> String {
        guard let first = records.first else { return "" }
        var labels = first.name.split(separator: ".").reversed().map(String.init)
        for record in records {
            let other = record.name.split(separator: ".").reversed().map(String.init)
            let common = zip(labels, other).prefix { $0 == $1 }.count
            labels = Array(labels.prefix(common))
            let isAbove = record.type == "CNAME" || labels.last == "*"
            if isAbove && common == other.count { _ = labels.popLast() }
        }
        return labels.reversed().joined(separator: ".")
    }
}
