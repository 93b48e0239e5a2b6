import DRSimControl
import DRSimPlan
import Foundation

/// What the document's own Python answered, as `plan_logic.py` printed it.
enum Figures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static func text(of name: String) throws -> String {
        try String(contentsOf: folder.appending(path: "Figures/\(name)"), encoding: .utf8)
    }

    static func loop() throws -> LoopFigures {
        try JSONDecoder().decode(LoopFigures.self, from: Data(text(of: "loop.json").utf8))
    }
}

/// What the document's loop and procedures did in scripts.
struct LoopFigures: Decodable {
    /// The functions that send the alert, in order.
    var alert: [String]
    /// The function that calls people.
    var escalation: String
    /// Every function the controller calls and does not define.
    var undefined: [String]
    /// What the document's own health checks answer.
    var constants: String
    /// What each disaster's procedure does when every function is defined.
    var procedures: [String: [Action]]
    /// What happened outside, and what the loop did.
    var scripts: [Script]

    struct Action: Decodable {
        var run: [String]?
        var call: String?
        var wait: Int64?
    }

    struct Script: Decodable {
        var name: String
        /// The functions that stay undefined.
        var missing: [String]
        /// What each round of health checks says: a snapshot, or `raise`.
        var checks: [String]
        /// The exit statuses of the commands in order; then 0.
        var statuses: [Int]
        var checkMilliseconds: Int64
        var commandMilliseconds: Int64
        var log: [Entry]

        enum CodingKeys: String, CodingKey {
            case name, missing, checks, statuses, log
            case checkMilliseconds = "check_ms"
            case commandMilliseconds = "command_ms"
        }
    }

    /// Something the loop did, and when; written as a pair.
    struct Entry: Decodable, Hashable {
        var at: Int64
        var text: String

        init(at: Int64, text: String) {
            (self.at, self.text) = (at, text)
        }

        init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            (at, text) = (try pair.decode(Int64.self), try pair.decode(String.self))
        }
    }
}

extension HealthSnapshot {
    /// Reads the seven signals in the order of the figures' columns: `1,1,49.999,1,1,1,0`.
    init?(figures: String) {
        let fields = figures.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 7, let percentage = Double(fields[2]) else { return nil }
        let flags = fields.map { $0 == "1" }
        self.init(
            primaryDatabaseHealthy: flags[0], replicaDatabaseHealthy: flags[1],
            applicationHealthyPercentage: percentage, ingressHealthy: flags[3],
            crossRegionHealthy: flags[4], storageHealthy: flags[5], networkHealthy: flags[6])
    }
}
