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

    private static func sentence(_ text: String) -> String {
        var sentence = ""
        for word in text.split(separator: " ") {
            sentence += (sentence.isEmpty ? "" : " ") + word
            if word.hasSuffix(".") { break }
        }
        return sentence
    }
}
