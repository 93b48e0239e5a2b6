import ArgumentParser
import Foundation

/// Runs the command line and ends the process with one of the documented exit codes.
package func launch() -> Never {
    do {
        var command = try DRSim.parseAsRoot()
        try command.run()
        exit(ExitStatus.done.rawValue)
    } catch let status as ExitStatus {
        exit(status.rawValue)
    } catch {
        finish(with: error)
    }
}

/// Prints what the argument parser has to say: help on standard output, errors on standard error.
private func finish(with error: any Error) -> Never {
    let isHelp = DRSim.exitCode(for: error) == .success
    let text = DRSim.fullMessage(for: error)
    if isHelp {
        print(text)
        exit(ExitStatus.done.rawValue)
    }
    Console.standardError(text)
    exit(
        DRSim.exitCode(for: error) == .validationFailure
            ? ExitStatus.usage.rawValue : ExitStatus.broken.rawValue)
}

/// How the process ends; also thrown by a command that has printed why.
enum ExitStatus: Int32, Error {
    /// Everything was done.
    case done = 0
    /// An expectation did not hold, or results differ from what they were held against.
    case failed = 1
    /// Usage or input was wrong.
    case usage = 2
    /// The program could not run: I/O, an internal error, nondeterminism.
    case broken = 3
    /// Nothing was selected.
    case nothing = 4
    /// Interrupted; what was finished is kept.
    case interrupted = 130
}

/// The root of the command line.
struct DRSim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drsim",
        abstract: "Rehearses a disaster-recovery plan in simulation and scores RTO, RPO and dollars.",
        discussion: """
            A planner:     drsim run scenarios/disasters/region/us-west-2-lost-2h.yaml
                           drsim compare SCENARIO --overlay l3-named --overlay l4-remediated --trials 200
            A CI job:      drsim test scenarios/disasters --format junit -o drsim.xml
            A DR manager:  drsim report quarter 2026Q4

            Exit codes: 0 done, 1 an expectation failed, 2 bad usage or input, 3 could not run,
            4 nothing selected, 130 interrupted.
            """,
        version: Version.text,
        subcommands: [
            RunCommand.self, CompareCommand.self, TestCommand.self, ReportCommand.self, ListCommand.self,
            CheckCommand.self, ExecCommand.self, ClassifyCommand.self, DecideCommand.self,
        ])
}

/// The versions results carry.
enum Version {
    /// The program's version.
    static let text = "0.1.0"
    /// The model's version: it is raised when the same plan, scenario and seed give another digest.
    static let model = 1
}
