import ArgumentParser
import DRSimControl
import DRSimDocument
import DRSimPlan

/// `drsim classify`: the plan's classifier on health snapshots from a file or standard input.
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Names the disaster in health snapshots, by the plan's own rules.",
        discussion: """
            Reads one JSON object a line with the plan's seven signals:
              {"primary_database":{"healthy":false},
               "replica_database":{"healthy":false},
               "application_pods":{"healthy_percentage":100},
               "ingress_controller":{"healthy":true},
               "dns_resolution":{"cross_region_healthy":true},
               "storage_systems":{"healthy":true},
               "network_connectivity":{"healthy":true}}     (on one line)
            and answers with one object a line:
              {"disaster":"region_failure","rule":"…"} or {"disaster":null}
            A bad line is answered on standard error; exit code 2 at the end.
            """)

    @Argument(help: ArgumentHelp("A file of JSON lines, or - for standard input.", valueName: "file"))
    var file: String

    func run() throws {
        try LineFilter.run(file, Self.answer)
    }

    /// The answer to a line.
    static func answer(_ line: String) -> LineFilter.Answer {
        do throws(HealthSnapshotLine.Problem) {
            return .lines([answer(try HealthSnapshotLine.read(line)).text()])
        } catch {
            return .error(error.message)
        }
    }

    private static func answer(_ snapshot: HealthSnapshot) -> JSONValue {
        guard let classification = DisasterClassifier.classify(snapshot) else { return ["disaster": nil] }
        return [
            "disaster": .string(classification.disaster.rawValue),
            "rule": .string(classification.rule.rawValue),
        ]
    }
}
