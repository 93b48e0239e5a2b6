import DRSimCloud
import DRSimDocument
import DRSimUnits
import OrderedCollections

/// An operation on DNS records: asked of the region the control plane runs in (C2).
protocol Route53Operation: AWSOperation {}

extension Route53Operation {
    func region(_ call: AWSCall, in scope: CommandScope) -> Int? {
        scope.infrastructure.cloud.configuration.dns.controlPlane
    }
}

/// `aws route53 change-resource-record-sets`: submits a batch of changes.
struct ChangeResourceRecordSets: Route53Operation {
    private let zone: String
    private let changes: [DNSRecordChange]

    init(_ call: AWSCall) throws(CommandFailure) {
        let values = try call.required("--hosted-zone-id", "--change-batch")
        zone = values[0]
        changes = try Self.changes(values[1])
    }

    private static func changes(_ text: String) throws(CommandFailure) -> [DNSRecordChange] {
        if text.hasPrefix("file://") {
            throw CommandFailure(
                255,
                "Error parsing parameter '--change-batch': Unable to load paramfile \(text): "
                    + "[Errno 2] No such file or directory: '\(text.dropFirst(7))'")
        }
        let batch: JSONValue
        do {
            batch = try JSONValue(parsing: text)
        } catch {
            throw CommandFailure(
                252, "Error parsing parameter '--change-batch': Invalid JSON: \(error.message)")
        }
        guard let items = batch["Changes"]?.array, !items.isEmpty else {
            throw CommandFailure(
                252, "Parameter validation failed:\nMissing required parameter in ChangeBatch: \"Changes\"")
        }
        var changes: [DNSRecordChange] = []
        for item in items { changes.append(try change(item)) }
        return changes
    }

    private static func change(_ item: JSONValue) throws(CommandFailure) -> DNSRecordChange {
        let record = item["ResourceRecordSet"]
        guard let word = item["Action"]?.string, let action = DNSRecordChange.Action(rawValue: word),
            let name = record?["Name"]?.string, let type = record?["Type"]?.string
        else {
            throw CommandFailure(
                252,
                "Parameter validation failed:\nMissing required parameter in ChangeBatch.Changes[0]: "
                    + "\"Action\", \"ResourceRecordSet.Name\" or \"ResourceRecordSet.Type\"")
        }
        let value = record?["ResourceRecords"]?.array?.first?["Value"]?.string
        return DNSRecordChange(
            action,
            DNSRecord(
                name: name, type: type, ttl: .seconds(record?["TTL"]?.integer ?? 0), value: value ?? ""))
    }

    func run(_ call: AWSCall, in scope: inout CommandScope) -> CommandResult {
        do {
            let change = try scope.infrastructure.cloud.changeRecords(
                inZone: zone, changes, at: scope.now, draws: scope.draws, effects: &scope.effects.cloud)
            return .success(
                "{\"ChangeInfo\": {\"Id\": \"/change/\(change.id)\", \"Status\": \"PENDING\"}}\n",
                isEffective: change.hasEffect)
        } catch {
            return error.commandResult
        }
    }
}

/// `aws route53 list-resource-record-sets`: the records of a zone.
struct ListResourceRecordSets: Route53Operation {
    private let zone: String

    init(_ call: AWSCall) throws(CommandFailure) {
        zone = try call.required("--hosted-zone-id")[0]
    }

    func run(_ call: AWSCall, in scope: inout CommandScope) -> CommandResult {
        do {
            let records = try scope.infrastructure.cloud.records(inZone: zone)
            let items = records.map { record -> JSONValue in
                [
                    "Name": .string(record.name + "."), "Type": .string(record.type),
                    "TTL": .integer(record.ttl.milliseconds / 1_000),
                    "ResourceRecords": [["Value": .string(record.value)]],
                ]
            }
            return .success(JSONValue.object(["ResourceRecordSets": .array(items)]).text() + "\n")
        } catch {
            return error.commandResult
        }
    }
}

/// `aws route53 get-change`: whether a change has reached all name servers.
struct GetChange: Route53Operation {
    private let id: String

    init(_ call: AWSCall) throws(CommandFailure) {
        id = try call.required("--id")[0]
    }

    func run(_ call: AWSCall, in scope: inout CommandScope) -> CommandResult {
        do {
            let isInSync = try scope.infrastructure.cloud.change(id).isInSync
            return .success(
                "{\"ChangeInfo\": {\"Id\": \"/change/\(id)\", \"Status\": \"\(isInSync ? "INSYNC" : "PENDING")\"}}\n"
            )
        } catch {
            return error.commandResult
        }
    }
}
