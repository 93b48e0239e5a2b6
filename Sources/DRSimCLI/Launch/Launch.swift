import ArgumentParser
import Foundation

/// Runs the command line and ends the process with one of the documented exit codes.
package func launch() -> Never {
    do {
        var command = try DRSim.parsed(Array(CommandLine.arguments.dropFirst()))
        try command.run()
        exit(ExitStatus.done.rawValue)
    } catch {
        explain(error)
        exit(ExitStatus(of: error).rawValue)
    }
}

/// Says what ended a command: help on standard output, everything else on standard error.
private func explain(_ error: any Error) {
    switch error {
    case is ExitStatus:
        break
    case let failure as CommandFailure:
        Console.standardError(failure.message)
    case let errors as InputErrors:
        Console.standardError(errors.text + errors.summary)
    default:
        let text = DRSim.fullMessage(for: error)
        if ExitStatus(of: error) == .done {
            Console.output(text)
        } else {
            Console.standardError(DRSim.inOneStyle(text))
        }
    }
}
