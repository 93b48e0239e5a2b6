import DRSimCloud
import DRSimDocument
import DRSimUnits

/// An operation on DNS records: asked of the region the control plane runs in, whatever region the
/// command names (C2).
protocol Route53Operation: AWSOperation {
    /// The path of what it acts on.
    var path: String { get }
}

extension Route53Operation {
    func region(_ call: AWSCall, in scope: CommandScope) -> Int? {
        scope.infrastructure.cloud.configuration.dns.controlPlane
    }

    func endpoint(_ call: AWSCall, region: String) -> String {
        "https://route53.amazonaws.com/2013-04-01/\(path)"
    }
}

/// `aws route53 list-resource-record-sets`: the records of a zone.
struct ListResourceRecordSets: Route53Operation {
    private let zone: String

    init(_ call: AWSCall) throws(CommandFailure) {
        zone = try call.required("--hosted-zone-id")[0]
    }

    var path: String { "hostedzone/\(zone)/rrset" }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let records = try scope.changeCloud { (cloud, _, _, _) throws(CloudError) in
            try cloud.records(inZone: zone)
        }
        let items = records.map { record -> JSONValue in
            var item: JSONValue = [
                "Name": .string(record.printedName), "Type": .string(record.type),
                "TTL": .integer(record.ttl.milliseconds / 1_000),
                "ResourceRecords": .array(record.values.map { ["Value": .string($0)] }),
            ]
            if let weight = record.weight {
                item["SetIdentifier"] = .string(record.setIdentifier)
                item["Weight"] = .integer(Int64(weight))
            }
            return item
        }
        return try call.success(["ResourceRecordSets": .array(items)])
    }
}

/// `aws route53 get-change`: whether a change has reached all name servers.
struct GetChange: Route53Operation {
    private let id: String

    init(_ call: AWSCall) throws(CommandFailure) {
        id = try call.required("--id")[0]
    }

    var path: String { "change/\(id)" }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let change = try scope.changeCloud { (cloud, _, _, _) throws(CloudError) in try cloud.change(id) }
        return try call.success(["ChangeInfo": change.information(start: scope.infrastructure.start)])
    }
}

extension DNSChange {
    /// The change as the API tells of it.
    func information(start: CalendarTime) -> JSONValue {
        [
            "Id": .string("/change/\(id)"), "Status": isInSync ? "INSYNC" : "PENDING",
            "SubmittedAt": .string("\(start + (submittedAt - .start))"),
        ]
    }
}
