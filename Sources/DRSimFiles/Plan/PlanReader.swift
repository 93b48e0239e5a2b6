import DRSimDocument
import DRSimPlan

/// Reads a plan folder with overlays into a plan.
package struct PlanReader {
    private let folder: PlanFolder
    private var overlays: OverlayStack
    private let asked: [String]
    private let settingsMayBeIdle: Bool

    /// Reads the plan in a folder.
    ///
    /// Overlays are names of files in the folder's `overlays`, or paths that end in `.yaml`; settings are
    /// laid over them, each as `path=value`. All errors of all files are found; one of syntax ends only its
    /// own file. A setting that changes nothing is one of them, unless it may. What is wrong with the folder
    /// as a whole is said where a scenario mentions it.
    package static func read(
        folder: String, overlays: [String], settings: [String], settingsMayBeIdle: Bool = false,
        mention: PlanMention? = nil
    ) -> ReadResult<LoadedPlan> {
        reading(
            folder: folder, overlays: overlays, settings: settings, settingsMayBeIdle: settingsMayBeIdle,
            mention: mention
        ).result
    }

    /// Reads the plan in a folder so that, whatever is wrong with it, a scenario's names can still be
    /// compared with those it has.
    package static func reading(
        folder: String, overlays: [String], settings: [String], settingsMayBeIdle: Bool = false,
        mention: PlanMention? = nil
    ) -> PlanReading {
        PlanReader(
            folder: PlanFolder(path: FilePath.normalized(folder), mention: mention),
            overlays: overlays, settings: settings,
            settingsMayBeIdle: settingsMayBeIdle
        ).reading()
    }

    /// Reads the plan in a folder once for each overlay, by itself; the folder's files are read once.
    package static func readEach(folder: String, overlays: [String]) -> [ReadResult<LoadedPlan>] {
        let folder = PlanFolder(path: FilePath.normalized(folder))
        return overlays.map { PlanReader(folder: folder, overlays: [$0], settings: []).reading().result }
    }

    private init(
        folder: PlanFolder, overlays names: [String], settings: [String], settingsMayBeIdle: Bool = false
    ) {
        (self.folder, self.settingsMayBeIdle) = (folder, settingsMayBeIdle)
        asked = names.map { OverlayList.name(of: $0, in: folder.path) }
        overlays = OverlayStack(folder: folder.path)
        guard PlanFolder.isPlan(folder.path) else { return }
        for name in names { overlays.add(name) }
        for (index, setting) in settings.enumerated() { overlays.add(setting: setting, number: index + 1) }
    }

    private func reading() -> PlanReading {
        var sources = folder.sources
        sources.add(overlays.sources)
        var diagnostics = folder.diagnostics + overlays.diagnostics
        guard PlanFolder.isPlan(folder.path) else {
            return PlanReading(
                result: ReadResult(nil, diagnostics: diagnostics, sources: sources), names: PlanNames())
        }
        diagnostics += TreeShape.plan.duplicates(in: folder.tree)
        var merge = OverlayMerge(base: folder.tree, shape: .plan)
        // On a base with holes or duplicates an overlay's errors would not be its own.
        let isWhole = diagnostics.isEmpty
        if isWhole { overlays.apply(to: &merge, settingsMayBeIdle: settingsMayBeIdle) }
        let report = DecodingReport(trail: merge.trail)
        let plan = decode(merge.tree, report)
        diagnostics += merge.diagnostics + report.conclude()
        diagnostics = SettingHint(settings: overlays.settings, base: folder.tree).applied(to: diagnostics)
        // What does not fit together is told of a plan each part of which is right.
        if diagnostics.isEmpty { diagnostics = PlanCoherence(plan, tree: merge.tree).diagnostics }
        if !isWhole || !merge.diagnostics.isEmpty { markOverlaid(report) }
        let text = merge.canonicalText
        let loaded = LoadedPlan(
            plan: plan, folder: folder.path, overlays: asked,
            knownOverlays: OverlayStack.names(in: folder.path),
            sha256: Fingerprint.sha256(of: text), canonicalText: text)
        return PlanReading(
            result: ReadResult(loaded, diagnostics: diagnostics, sources: sources),
            names: diagnostics.isEmpty ? PlanNames(of: loaded) : PlanNames(of: loaded, read: report.names))
    }

    /// Overlays that were not laid over the plan might have defined what is missing.
    private func markOverlaid(_ report: DecodingReport) {
        let sections = overlays.diagnostics.isEmpty ? overlays.sections : Array(Self.kindsDefined.keys)
        for section in sections { report.names.markIncomplete(Self.kindsDefined[section] ?? []) }
    }

    private func decode(_ tree: DocumentNode, _ report: DecodingReport) -> Plan {
        for section in folder.unreadSections {
            report.names.markIncomplete(Self.kindsDefined[section] ?? [])
        }
        return FieldReader.read(tree, "the plan folder", report, lacking: folder.unreadSections) { Plan($0) }
    }

    private static let kindsDefined: [String: [NameKind]] = [
        "business_impact": [.tier], "services": [.service, .store, .thirdParty, .cache],
        "incident_classes": [.incidentClass], "assumptions": [.assumption],
        "topology": [.region, .zone, .context, .cluster, .host], "people": [.role, .channel, .window],
        "runbooks": [.runbook], "manifests": [.deployment],
        "storage": [.bucket, .encryptionKey, .identity, .volume],
    ]
}
