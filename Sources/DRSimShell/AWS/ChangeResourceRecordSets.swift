import DRSimCloud
import DRSimDocument
import DRSimUnits
import OrderedCollections

/// `aws route53 change-resource-record-sets`: submits a batch of changes.
struct ChangeResourceRecordSets: Route53Operation {
    private let zone: String
    private let changes: [DNSRecordChange]

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--hosted-zone-id", "--change-batch")
        zone = values[0]
        let items = try Self.items(of: call.content(of: values[1], for: "--change-batch"))
        var changes: [DNSRecordChange] = []
        for (index, item) in items.enumerated() {
            changes.append(try Self.change(item, at: "ChangeBatch.Changes[\(index)]"))
        }
        self.changes = changes
    }

    var path: String { "hostedzone/\(zone)/rrset/" }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let change = try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
            try cloud.changeRecords(inZone: zone, changes, at: now, draws: draws, effects: &effects)
        }
        return try call.success(
            ["ChangeInfo": change.information(start: scope.infrastructure.start)],
            isEffective: change.hasEffect)
    }

    /// The changes of a batch.
    private static func items(of text: String) throws(CommandFailure) -> [JSONValue] {
        let problem = "Error parsing parameter '--change-batch': "
        guard text.hasPrefix("{") else {
            throw CommandFailure(252, problem + "Expected: '=', received: 'EOF' for input:\n\(text)")
        }
        guard let batch = try? JSONValue(parsing: text) else {
            throw CommandFailure(252, problem + "Invalid JSON:\nJSON received: \(text)")
        }
        try check(batch, has: ["Changes"], knows: ["Comment", "Changes"], at: "ChangeBatch")
        let items = batch["Changes"]?.array ?? []
        guard !items.isEmpty else {
            throw AWS.invalid(
                "Invalid length for parameter ChangeBatch.Changes, value: 0, valid min length: 1")
        }
        return items
    }

    private static func change(
        _ item: JSONValue, at place: String
    ) throws(CommandFailure) -> DNSRecordChange {
        try check(
            item, has: ["Action", "ResourceRecordSet"], knows: ["Action", "ResourceRecordSet"], at: place)
        let (word, set) = (item["Action"]?.string ?? "", item["ResourceRecordSet"] ?? [:])
        try check(
            set, has: ["Name", "Type"], knows: simulated + unsimulated,
            at: "\(place).ResourceRecordSet")
        if let field = unsimulated.first(where: { set[$0] != nil }) {
            throw .notSimulated("a record set with \(field)")
        }
        guard let action = DNSRecordChange.Action(rawValue: word) else {
            throw refused(
                "Invalid XML ; cvc-enumeration-valid: Value '\(word)' is not facet-valid with respect to "
                    + "enumeration '[CREATE, DELETE, UPSERT]'. It must be a value from the enumeration.")
        }
        return DNSRecordChange(action, try record(set, action: word, at: "\(place).ResourceRecordSet"))
    }

    private static func record(
        _ set: JSONValue, action: String, at place: String
    ) throws(CommandFailure) -> DNSRecord {
        let (name, type) = (set["Name"]?.string ?? "", set["Type"]?.string ?? "")
        if let ttl = set["TTL"], ttl.integer == nil {
            throw AWS.invalid(
                "Invalid type for parameter \(place).TTL, value: \(ttl.plainText), type: <class 'str'>, "
                    + "valid types: <class 'int'>")
        }
        let values = set["ResourceRecords"]?.array?.compactMap { $0["Value"]?.string } ?? []
        guard let seconds = set["TTL"]?.integer, !values.isEmpty else {
            throw refused(
                "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], "
                    + "or TrafficPolicyInstanceId], but found none in Change with [Action=\(action), "
                    + "Name=\(name), Type=\(type), SetIdentifier=null]")
        }
        guard (0...longestTTL).contains(seconds) else {
            let bound = seconds < 0 ? "cvc-minInclusive-valid" : "cvc-maxInclusive-valid"
            let facet = seconds < 0 ? "minInclusive '0'" : "maxInclusive '\(longestTTL)'"
            throw refused(
                "Invalid XML ; \(bound): Value '\(seconds)' is not facet-valid with respect to \(facet) "
                    + "for type 'TTL'.")
        }
        try check(values, of: name, type)
        return DNSRecord(
            name: name, type: type, ttl: .seconds(seconds), values: values,
            routing: try routing(set, action: action, of: name, type))
    }

    /// What is wrong with the values by themselves (docs/model.md, DNS).
    private static func check(
        _ values: [String], of name: String, _ type: String
    ) throws(CommandFailure) {
        var problems: [String] = []
        if type == "A" {
            problems = values.filter { !isAddress($0) }.map {
                "Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid "
                    + "IPv4 address) encountered with '\($0)''"
            }
        }
        for (index, value) in values.enumerated() where values[..<index].contains(value) {
            problems.append("Duplicate Resource Record: '\(value)'")
        }
        if type == "CNAME", values.count > 1 {
            let dot = name.hasSuffix(".") ? "" : "."
            problems.append(
                "The request contains an invalid set of changes for a resource record set "
                    + "'CNAME \(name)\(dot)'"
            )
        }
        guard !problems.isEmpty else { return }
        throw CommandFailure(
            254,
            "An error occurred (InvalidChangeBatch) when calling the ChangeResourceRecordSets operation: ["
                + problems.joined(separator: ", ") + "]")
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0).map { "\($0)" } == String($0) }
    }

    /// The part of a record set that shares its name. One that names no health check has none: the change
    /// takes away the one it had.
    private static func routing(
        _ set: JSONValue, action: String, of name: String, _ type: String
    ) throws(CommandFailure) -> DNSRecord.Routing? {
        guard set["Weight"] != nil || set["SetIdentifier"] != nil else { return nil }
        let identifier = set["SetIdentifier"]?.string
        let change =
            "in Change with [Action=\(action), Name=\(name), Type=\(type), "
            + "SetIdentifier=\(identifier ?? "null")]"
        guard let identifier else {
            throw refused("Invalid request: Missing field 'SetIdentifier' \(change)")
        }
        guard let weight = set["Weight"]?.integer else {
            throw refused(
                "Invalid request: Expected exactly one of [Weight, Region, Failover, GeoLocation, "
                    + "MultiValueAnswer, GeoProximityLocation, or CidrRoutingConfig], "
                    + "but found none \(change)")
        }
        guard (0...heaviest).contains(weight) else {
            let bound = weight < 0 ? "cvc-minInclusive-valid" : "cvc-maxInclusive-valid"
            let facet = weight < 0 ? "minInclusive '0'" : "maxInclusive '\(heaviest)'"
            throw refused(
                "Invalid XML ; \(bound): Value '\(weight)' is not facet-valid with respect to \(facet) "
                    + "for type 'ResourceRecordSetWeight'.")
        }
        return .weighted(set: identifier, weight: Int(weight), nil)
    }

    /// The largest weight Route 53 takes.
    private static let heaviest: Int64 = 255

    /// The longest time to live Route 53 takes, in seconds.
    private static let longestTTL: Int64 = 2_147_483_647

    private static let simulated = ["Name", "Type", "TTL", "ResourceRecords", "SetIdentifier", "Weight"]

    private static let unsimulated = [
        "AliasTarget", "Region", "GeoLocation", "Failover", "MultiValueAnswer", "HealthCheckId",
        "TrafficPolicyInstanceId", "CidrRoutingConfig", "GeoProximityLocation",
    ]

    private static func refused(_ message: String) -> CommandFailure {
        CommandFailure(
            254,
            "An error occurred (InvalidInput) when calling the ChangeResourceRecordSets operation: \(message)"
        )
    }

    /// What the command line itself checks of a structure.
    private static func check(
        _ value: JSONValue, has required: [String], knows known: [String], at place: String
    ) throws(CommandFailure) {
        let members = value.object ?? [:]
        if let missing = required.first(where: { members[$0] == nil }) {
            throw AWS.invalid("Missing required parameter in \(place): \"\(missing)\"")
        }
        if let stray = members.keys.first(where: { !known.contains($0) }) {
            throw AWS.invalid(
                "Unknown parameter in \(place): \"\(stray)\", must be one of: "
                    + known.joined(separator: ", "))
        }
    }
}
