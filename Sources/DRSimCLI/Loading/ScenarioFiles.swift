import DRSimDocument
import DRSimFiles
import Foundation

/// The scenario files that words of the command line stand for: paths, or names of scenarios.
enum ScenarioFiles {
    /// Where scenarios are looked for if nothing is named.
    static let defaultFolder = "scenarios/disasters"
    /// Below which scenarios are found by name.
    private static let home = "scenarios"

    /// The files, folders opened and sorted, each file once.
    ///
    /// - Throws: `InputErrors` for what does not exist, `CommandFailure` if there is no file.
    static func all(of words: [String]) throws -> [String] {
        var files: [String] = []
        var errors = InputErrors()
        for word in words {
            do throws(InputErrors) {
                files += try Self.files(of: word).filter { !files.contains($0) }
            } catch {
                errors.add(error)
            }
        }
        guard errors.isEmpty else { throw errors }
        guard !files.isEmpty else {
            throw CommandFailure.nothing(
                "there is no scenario (*.yaml) below \(words.joined(separator: ", "))")
        }
        return files
    }

    /// The one file a word stands for.
    static func one(_ word: String) throws(InputErrors) -> String {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: word, isDirectory: &isFolder) {
            guard isFolder.boolValue else { return word }
            throw InputErrors(
                .unreadableFile, "\(word) is a folder, not one scenario",
                help: "`drsim list \(word)` shows what it holds")
        }
        return try named(word)
    }

    private static func files(of word: String) throws(InputErrors) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: word, isDirectory: &isFolder) else {
            return [try named(word)]
        }
        guard isFolder.boolValue else { return [word] }
        guard !FileManager.default.fileExists(atPath: "\(word)/plan.yaml") else {
            throw InputErrors(
                .unreadableFile, "\(word) is a plan folder and holds no scenarios",
                help: "scenarios name their plan; name them, or a folder of them")
        }
        return below(word)
    }

    /// The scenario of a name, or the help to find the one that was meant.
    private static func named(_ word: String) throws(InputErrors) -> String {
        let known = FileManager.default.fileExists(atPath: home) ? below(home) : []
        let ending = word.hasSuffix(".yaml") ? "/\(word)" : "/\(word).yaml"
        let found = known.filter { "/\($0)".hasSuffix(ending) }
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            throw InputErrors(
                .unknownName, "several scenarios are called \(word)",
                help: "name one of them: \(found.joined(separator: ", "))")
        }
        let stem = FilePath.stem(word)
        let nearest =
            Suggestion.nearest(to: word, among: known)
            ?? Suggestion.nearest(to: stem, among: known.map(FilePath.stem)).flatMap { name in
                known.first { FilePath.stem($0) == name }
            }
        throw InputErrors(
            missing: word,
            help: nearest.map { "did you mean `\($0)`?" } ?? "`drsim list` shows the scenarios there are")
    }

    /// The files below a folder, but for those of plan folders in it.
    private static func below(_ folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let plans = names.filter { $0.hasSuffix("/plan.yaml") }.map { $0.dropLast("plan.yaml".count) }
        let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        return names.filter { name in
            name.hasSuffix(".yaml") && !plans.contains { name.hasPrefix($0) }
        }.sorted().map { "\(base)/\($0)" }
    }
}
