package import DRSimDocument
import DRSimPlan
import DRSimUnits
import OrderedCollections

/// Reads scenario files.
package struct ScenarioReader {
    /// Reads a scenario; all its errors are found, but for names of its plan, which `check` compares.
    package static func read(path: String) -> ReadResult<LoadedScenario> {
        reading(path: path).result
    }

    /// Reads a scenario so that, whatever is wrong with it, its names can still be compared with its plan.
    package static func reading(path: String) -> ScenarioReading {
        var sources = SourceTexts()
        let file = FilePath.normalized(path)
        do throws(Diagnostic) {
            let text = try FileText.read(file, into: &sources)
            let tree = try YAMLReader(text, file: file).document()
            let (loaded, diagnostics) = decode(tree, text: text, file: file)
            let mention = tree["plan"].map {
                PlanMention(position: $0.position, width: $0.width, sources: sources)
            }
            return ScenarioReading(
                result: ReadResult(loaded, diagnostics: diagnostics, sources: sources), draft: loaded,
                planMention: mention)
        } catch {
            return ScenarioReading(
                result: ReadResult(nil, diagnostics: [error], sources: sources), draft: nil, planMention: nil)
        }
    }

    private static func decode(
        _ tree: DocumentNode, text: String, file: String
    ) -> (LoadedScenario, [Diagnostic]) {
        let report = DecodingReport()
        for duplicate in TreeShape.scenario.duplicates(in: tree) { report.add(duplicate) }
        var comment = ""
        do throws(Diagnostic) {
            comment = try OpeningComment.read(text, file: file)
        } catch {
            report.add(error)
        }
        let read = FieldReader.read(tree, "a scenario", report) { fields in
            (folder: planFolder(fields, file: file), scenario: Scenario(fields, path: file))
        }
        let loaded = LoadedScenario(
            scenario: read.scenario, planFolder: read.folder,
            sha256: Fingerprint.sha256(of: tree.canonicalText), comment: comment,
            references: report.names.references)
        return (loaded, report.diagnostics)
    }

    private static func planFolder(_ fields: FieldReader, file: String) -> String {
        let written = fields.required("plan", .text)
        let place = PlanPlace(written: written, scenario: file)
        if !written.isEmpty, let refusal = place.refusal { fields.fail("plan", refusal) }
        return place.path
    }

    /// An error for every name of a scenario that its plan does not have, as far as its names are known.
    package static func check(_ scenario: LoadedScenario, against plan: PlanNames) -> [Diagnostic] {
        scenario.references.filter { $0.level.map(plan.isRead(at:)) ?? true }.compactMap { reference in
            let known =
                reference.kind == .fault
                ? scenario.scenario.faults.map(\.id.name) : plan.names(of: reference.kind)
            return known.flatMap(reference.diagnostic(known:))
        }
    }
}

extension TreeShape {
    /// The shape of a scenario's tree.
    fileprivate static let scenario = TreeShape(keyedLists: [["faults"]: ItemKey(.init("id"))], choices: [:])
}
