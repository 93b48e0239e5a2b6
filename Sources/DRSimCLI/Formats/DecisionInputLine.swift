import DRSimControl
import DRSimDocument
import DRSimUnits
import OrderedCollections

/// An input of the controller as one JSON object: when, and what.
enum DecisionInputLine {
    /// What an object says has happened; each is one member beside `at_ms`.
    private static let kinds = ["timer", "health", "command", "approval", "checks_raised", "reset"]

    /// Reads an input; refuses members it does not know, for one that is misspelt says nothing.
    static func read(_ value: JSONValue) throws(HealthSnapshotLine.Problem) -> (at: Instant, input: Input) {
        guard let milliseconds = value["at_ms"]?.integer else {
            throw HealthSnapshotLine.Problem(message: "at_ms is missing or no whole number")
        }
        guard milliseconds >= 0 else {
            throw HealthSnapshotLine.Problem(message: "at_ms is negative: time begins at 0")
        }
        try refuseUnknown(in: value, known: ["at_ms"] + kinds, of: "an input")
        let named = kinds.filter { value[$0] != nil }
        guard named.count == 1 else {
            let found = named.isEmpty ? "" : ", not \(named.joined(separator: " and "))"
            throw HealthSnapshotLine.Problem(
                message: "expected one of \(kinds.joined(separator: ", "))\(found)")
        }
        return (Instant(milliseconds: milliseconds), try input(named[0], value[named[0]] ?? .null))
    }

    private static func input(
        _ kind: String, _ value: JSONValue
    ) throws(HealthSnapshotLine.Problem) -> Input {
        switch kind {
        case "timer" where value.bool == true: return .timer
        case "reset" where value.bool == true: return .reset
        case "timer", "reset": throw HealthSnapshotLine.Problem(message: "\(kind) can only be true")
        case "health": return .health(try HealthSnapshotLine.read(value))
        case "command": return try command(value)
        case "approval": return try approval(value)
        default:
            guard let reason = value.string else {
                throw HealthSnapshotLine.Problem(message: "checks_raised is a reason in words")
            }
            return .checksRaised(reason)
        }
    }

    private static func command(_ value: JSONValue) throws(HealthSnapshotLine.Problem) -> Input {
        try refuseUnknown(in: value, known: ["token", "status", "stdout", "stderr"], of: "command")
        guard let token = value["token"]?.integer, let status = value["status"]?.integer,
            (0...255).contains(status)
        else {
            throw HealthSnapshotLine.Problem(
                message: "command needs a token and a status from 0 to 255, and may have stdout and stderr")
        }
        return .commandFinished(
            Token(Int(token)),
            CommandOutcome(
                status: Int(status), stdout: value["stdout"]?.string ?? "",
                stderr: value["stderr"]?.string ?? ""))
    }

    private static func approval(_ value: JSONValue) throws(HealthSnapshotLine.Problem) -> Input {
        try refuseUnknown(in: value, known: ["token", "granted"], of: "approval")
        guard let token = value["token"]?.integer, let granted = value["granted"]?.bool else {
            throw HealthSnapshotLine.Problem(message: "approval needs a token and granted, true or false")
        }
        return .approval(Token(Int(token)), granted: granted)
    }

    private static func refuseUnknown(
        in value: JSONValue, known: [String], of name: String
    ) throws(HealthSnapshotLine.Problem) {
        guard let key = value.object?.keys.first(where: { !known.contains($0) }) else { return }
        let help = Suggestion.nearest(to: key, among: known).map { ", did you mean \($0)?" } ?? ""
        throw HealthSnapshotLine.Problem(message: "\(name) has no \(key)\(help)")
    }
}
