/// A plan to begin with: the files of a small plan folder, with scenarios beside it that run at once.
///
/// The files are texts of this program, so that it can write them wherever it is installed.
package struct PlanTemplate: Hashable, Sendable {
    /// Its name on the command line.
    package let name: String
    /// What it is, in a line.
    package let title: String
    /// Its files, in the order in which they are best read.
    package let files: [TemplateFile]
    /// The scenario to begin with, by its path.
    package let firstScenario: String

    /// All templates, the usual one first.
    package static let all: [PlanTemplate] = [.twoRegion, .singleRegion, .activeActive]
}

/// A file of a template.
package struct TemplateFile: Hashable, Sendable {
    /// Its path below the folder the template is written to.
    package let path: String
    /// What it holds.
    package let text: String

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text + "\n"
    }
}
