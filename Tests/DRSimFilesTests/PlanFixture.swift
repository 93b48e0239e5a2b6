import DRSimFiles
import Foundation

/// A small plan of a web shop, as files in a temporary folder.
struct PlanFixture {
    /// The files by path relative to the plan folder.
    var files: [String: String] = Self.shop

    /// The shop's files with a piece of one of them replaced; the piece must be there.
    static func replacing(_ piece: String, with other: String, in file: String) -> PlanFixture {
        var fixture = PlanFixture()
        let text = fixture.files[file] ?? ""
        precondition(text.contains(piece), "\(file) does not contain \(piece)")
        fixture.files[file] = text.replacing(piece, with: other)
        return fixture
    }

    /// The shop's files and another one.
    static func adding(_ text: String, as file: String) -> PlanFixture {
        var fixture = PlanFixture()
        fixture.files[file] = text
        return fixture
    }

    /// Writes the files, calls the body with the folder and removes it; the folder's name ends in `shop`.
    func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let root = FileManager.default.temporaryDirectory.appending(path: "drsim-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appending(path: "shop")
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder.path)
    }

    /// Reads the plan.
    func read(overlays: [String] = [], settings: [String] = []) throws -> ReadResult<LoadedPlan> {
        try inFolder { PlanReader.read(folder: $0, overlays: overlays, settings: settings) }
    }
}
