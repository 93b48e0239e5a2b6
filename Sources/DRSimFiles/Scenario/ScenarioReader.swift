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

    /// An error for every name of a scenario that its plan does not have.
    package static func check(_ scenario: LoadedScenario, against plan: LoadedPlan) -> [Diagnostic] {
        scenario.references.filter { $0.level.map(plan.isRead(at:)) ?? true }.compactMap { reference in
            reference.diagnostic(
                known: reference.kind == .fault
                    ? scenario.scenario.faults.map(\.id.name) : plan.names(of: reference.kind))
        }
    }
}

extension LoadedPlan {
    /// Whether a level is among the overlays it was read with.
    fileprivate func isRead(at level: String) -> Bool {
        level == Scenario.asWritten ? overlays.isEmpty : overlays.contains(level)
    }

    /// The names of a kind that a scenario may use.
    fileprivate func names(of kind: NameKind) -> [String] {
        switch kind {
        case .tier: plan.tiers.map { String($0.number) }
        case .service: plan.services.map(\.id.name)
        case .store: plan.stores.map(\.id.name)
        case .region: plan.topology.regions.map(\.id.name)
        case .zone: plan.topology.regions.flatMap(\.zones).map(\.name)
        case .context: plan.topology.regions.map(\.cluster.context)
        case .cluster: plan.topology.regions.map(\.cluster.name)
        case .runbook: plan.runbooks.map(\.id.name)
        case .step: plan.runbooks.flatMap { $0.steps.map(\.id.name) }
        case .role: plan.people.roles.map(\.id.name)
        case .channel: plan.people.channels.map(\.name)
        case .incidentClass: plan.incidentClasses.map(\.id.name)
        case .assumption: plan.assumptions.map(\.id.name)
        case .window: plan.people.windows.map(\.id)
        case .overlay: knownOverlays
        case .bucket: plan.storage.buckets.map(\.name)
        case .encryptionKey: plan.storage.keys.map(\.id)
        case .identity: plan.storage.identities.map(\.name)
        case .volume: plan.storage.volumes.map(\.id)
        case .thirdParty: plan.thirdParties.map(\.id.name)
        case .cache: plan.caches.map(\.id.name)
        case .place: plan.topology.regions.map(\.id.name) + SiteFault.Place.outside
        case .deployment:
            plan.services.flatMap { $0.workloads.map(\.deployment) } + plan.caches.map(\.deployment)
        case .host: plan.topology.dns.records.map(\.name)
        case .fault, .finding: []
        }
    }
}

extension TreeShape {
    /// The shape of a scenario's tree.
    fileprivate static let scenario = TreeShape(keyedLists: [["faults"]: ItemKey(.init("id"))], choices: [:])
}
