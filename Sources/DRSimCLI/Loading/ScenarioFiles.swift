import Foundation

/// The scenario files that paths on the command line stand for.
enum ScenarioFiles {
    /// Where scenarios are looked for if nothing is named.
    static let defaultFolder = "scenarios/disasters"

    /// The files, folders opened and sorted, each file once.
    ///
    /// - Throws: `InputErrors` for paths that do not exist, `CommandFailure` if there is no file.
    static func all(of paths: [String]) throws -> [String] {
        var files: [String] = []
        var errors = InputErrors()
        for path in paths {
            var isFolder: ObjCBool = false
            if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
                errors.add(InputErrors(missing: path))
            } else {
                let found = isFolder.boolValue ? below(path) : [path]
                files += found.filter { !files.contains($0) }
            }
        }
        guard errors.isEmpty else { throw errors }
        guard !files.isEmpty else {
            throw CommandFailure.nothing(
                "there is no scenario (*.yaml) below \(paths.joined(separator: ", "))")
        }
        return files
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
