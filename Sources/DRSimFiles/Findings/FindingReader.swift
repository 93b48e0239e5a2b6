import DRSimDocument
package import DRSimPlan

/// Reads the findings about a plan.
package struct FindingReader {
    /// The file of a plan folder that holds them.
    static let fileName = "findings.yaml"

    /// Reads the findings of the plan in a folder; every overlay they name must be there.
    package static func read(folder: String) -> ReadResult<FindingCatalogue> {
        let folder = FilePath.normalized(folder)
        let path = "\(folder)/\(fileName)"
        var sources = SourceTexts()
        do throws(Diagnostic) {
            let text = try FileText.read(path, into: &sources)
            let tree = try YAMLReader(text, file: path).document()
            let report = DecodingReport()
            let read = FieldReader.read(tree, "the findings", report) { fields in
                FindingCatalogue(fields, path: path)
            }
            let known = OverlayStack.names(in: folder)
            let strays = report.names.references.compactMap { reference in
                reference.kind == .overlay ? reference.diagnostic(known: known) : nil
            }
            return ReadResult(read, diagnostics: report.diagnostics + strays, sources: sources)
        } catch {
            var error = error
            if FileText.isFolder(folder), !FileText.isFile(path) {
                error.help =
                    "this plan lists no findings about itself; a what-if is an overlay: drsim compare"
            }
            return ReadResult(nil, diagnostics: [error], sources: sources)
        }
    }
}
