import DRSimCloud
import DRSimDocument
import DRSimUnits
import OrderedCollections

/// `aws eks update-nodegroup-config`: resizes a managed node group.
struct UpdateNodegroupConfig: NodegroupOperation {
    let path: NodegroupPath
    private let scaling: OrderedDictionary<String, Int>

    private static let minimums: OrderedDictionary = ["minSize": 0, "maxSize": 1, "desiredSize": 0]

    init(_ call: AWSCall) throws(CommandFailure) {
        path = try NodegroupPath(call)
        scaling =
            try call["--scaling-config"].map { (text) throws(CommandFailure) in
                try Self.scaling(text)
            } ?? [:]
        for (key, number) in scaling {
            guard let minimum = Self.minimums[key] else {
                let known = Self.minimums.keys.joined(separator: ", ")
                throw AWS.invalid("Unknown parameter in scalingConfig: \"\(key)\", must be one of: \(known)")
            }
            guard number >= minimum else {
                throw AWS.invalid(
                    "Invalid value for parameter scalingConfig.\(key), value: \(number), valid min value: "
                        + "\(minimum)")
            }
        }
    }

    func endpoint(_ call: AWSCall, region: String) -> String { path.url(in: region) + "/update-config" }

    /// Sizes as JSON or in the command line's shorthand, `minSize=1,desiredSize=3`.
    private static func scaling(_ text: String) throws(CommandFailure) -> OrderedDictionary<String, Int> {
        var scaling: OrderedDictionary<String, Int> = [:]
        if text.hasPrefix("{") {
            guard let members = (try? JSONValue(parsing: text))?.object else {
                throw CommandFailure(
                    252, "Error parsing parameter '--scaling-config': Invalid JSON:\nJSON received: \(text)")
            }
            for (key, value) in members { scaling[key] = try number(value.plainText) }
            return scaling
        }
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                throw CommandFailure(
                    252,
                    "Error parsing parameter '--scaling-config': Expected: '=', received: 'EOF' for input:\n"
                        + text)
            }
            scaling[String(halves[0])] = try number(String(halves[1]))
        }
        return scaling
    }

    private static func number(_ text: String) throws(CommandFailure) -> Int {
        guard let number = Int(text) else {
            throw CommandFailure(255, "invalid literal for int() with base 10: '\(text)'")
        }
        return number
    }

    func run(
        _ call: AWSCall, region: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let isChanged = try scope.changeCloud { (cloud, now, draws, effects) throws(CloudError) in
            try cloud.updateNodeGroup(
                cluster: path.cluster, group: path.group, region: region, min: scaling["minSize"],
                max: scaling["maxSize"], desired: scaling["desiredSize"], at: now, draws: draws,
                effects: &effects)
        }
        let parameters = scaling.map { key, number -> JSONValue in
            ["type": .string(key.prefix(1).uppercased() + key.dropFirst()), "value": .string("\(number)")]
        }
        let update: JSONValue = [
            "status": "InProgress", "type": "ConfigUpdate", "params": .array(parameters),
            "createdAt": .string("\(scope.calendarTime)"), "errors": [],
        ]
        return try call.success(["update": update], isEffective: isChanged)
    }
}
