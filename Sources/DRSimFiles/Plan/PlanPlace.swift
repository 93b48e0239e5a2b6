import DRSimDocument

/// A plan folder as somebody named it: whether there is one, and which else may have been meant.
struct PlanPlace {
    /// The path as it was written.
    let written: String
    /// The scenario's file in which it was; the path starts at its folder.
    var scenario: String?

    /// The path from where the command runs.
    var path: String { resolve(written) }

    /// Why it is no plan folder; `nil` if it is one.
    var refusal: ScalarError? {
        guard !PlanFolder.isPlan(path) else { return nil }
        let isFolder = FileText.isFolder(path)
        let message =
            isFolder ? "\(path) is no plan folder: it has no plan.yaml" : "there is no plan folder \(path)"
        let help =
            isFolder
            ? "`drsim init FOLDER` writes a plan that runs"
            : scenario.map { _ in "the path starts at the scenario's own folder" }
        return ScalarError(.unreadableFile, message, help: meant.map { "did you mean `\($0)`?" } ?? help)
    }

    private func resolve(_ path: String) -> String {
        scenario.map { FilePath.resolved(path, relativeToFile: $0) } ?? FilePath.normalized(path)
    }

    /// A plan beside it with a name like it, one on another level of folders, the only one in it, or one of
    /// which it is a file.
    private var meant: String? {
        let parts = written.split(separator: "/", omittingEmptySubsequences: false)
        let parent = parts.dropLast().joined(separator: "/")
        let name = parts.last.map(String.init) ?? ""
        let home = parent.isEmpty ? "" : parent + "/"
        let beside = plans(in: parent.isEmpty ? "." : parent)
        if let nearest = Suggestion.nearest(to: name, among: beside) { return home + nearest }
        let inside = plans(in: written)
        var others = ["../" + written, parent]
        if inside.count == 1 { others.append("\(written)/\(inside[0])") }
        if written.hasPrefix("../") { others.append(String(written.dropFirst(3))) }
        return others.first { !$0.isEmpty && PlanFolder.isPlan(resolve($0)) }
    }

    /// The names of the plan folders in a folder.
    private func plans(in folder: String) -> [String] {
        let path = resolve(folder)
        return FileText.folders(in: path).filter { PlanFolder.isPlan("\(path)/\($0)") }
    }
}
