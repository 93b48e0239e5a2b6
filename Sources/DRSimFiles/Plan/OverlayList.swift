import DRSimDocument

/// The overlays of a plan folder with what each says of itself.
package enum OverlayList {
    /// The names with the first sentence of each file's opening comment, in order.
    package static func all(of folder: String) -> [(name: String, summary: String)] {
        OverlayStack.names(in: folder).map { name in
            let file = path(of: name, in: folder)
            var sources = SourceTexts()
            let text = try? FileText.read(file, into: &sources)
            let comment = text.flatMap { try? OpeningComment.read($0, file: file) }
            return (name, sentence(comment ?? ""))
        }
    }

    /// Whether a plan folder has an overlay of this name.
    package static func contains(_ name: String, in folder: String) -> Bool {
        FileText.isFile(path(of: name, in: folder))
    }

    /// Where the overlay of a name stands.
    static func path(of name: String, in folder: String) -> String { "\(folder)/overlays/\(name).yaml" }

    /// What an overlay is called that was asked for by name or path: one of the plan's own goes by its name,
    /// however it was asked for.
    static func name(of asked: String, in folder: String) -> String {
        let (path, home) = (FilePath.normalized(asked), FilePath.normalized(folder) + "/overlays/")
        guard path.hasSuffix(".yaml"), path.hasPrefix(home) else { return asked }
        return String(path.dropFirst(home.count).dropLast(5))
    }

    private static func sentence(_ text: String) -> String {
        var sentence = ""
        for word in text.split(separator: " ") {
            sentence += (sentence.isEmpty ? "" : " ") + word
            if word.hasSuffix(".") { break }
        }
        return sentence
    }
}
