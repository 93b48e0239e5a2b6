import ArgumentParser
import DRSimDocument

extension DRSim {
    /// The command that words stand for.
    ///
    /// - Throws: what is wrong with them; for a command that does not exist, with the nearest one that does.
    static func parsed(_ words: [String]) throws -> any ParsableCommand {
        let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
        let word = words.first == "help" ? words.dropFirst().first : words.first
        if let word, !word.hasPrefix("-"), word != "help", !commands.contains(word) {
            let nearest = Suggestion.nearest(to: word, among: commands).map { "did you mean `\($0)`?" }
            throw CommandFailure.usage(
                "there is no command \(word)",
                help: nearest ?? "known here: \(commands.joined(separator: ", "))")
        }
        return try parseAsRoot(words)
    }

    /// An error of the argument parser as all others are written: `error[CODE]: …`.
    static func inOneStyle(_ text: String) -> String {
        guard text.hasPrefix("Error: ") else { return text }
        return "error[\(Diagnostic.Code.usage.rawValue)]: " + text.dropFirst("Error: ".count)
    }
}
