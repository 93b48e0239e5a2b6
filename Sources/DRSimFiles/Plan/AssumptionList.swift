import DRSimDocument
import DRSimPlan
import DRSimUnits
import OrderedCollections

/// The section `assumptions`: all that the model asks every plan for must be in it, and nothing that is read
/// by nobody.
struct AssumptionList {
    /// The assumptions in order.
    var assumptions: [Assumption] { items.map(\.assumption) }
    private let items: [Item]
    private let node: DocumentNode?

    private struct Item {
        let assumption: Assumption
        let node: DocumentNode
        let isSound: Bool
    }

    init(_ folder: FieldReader) {
        node = folder.requiredNode("assumptions")
        items = folder.items(of: node).map { node in
            let before = folder.report.diagnostics.count
            let assumption = FieldReader.read(node, "an assumption", folder.report) { Assumption($0) }
            return Item(
                assumption: assumption, node: node, isSound: folder.report.diagnostics.count == before)
        }
    }

    /// Notes what is wrong with them, once everything is read that can name one.
    func check(_ folder: FieldReader) {
        guard let node, node.items != nil else { return }
        let uses = AssumptionUse.byModel + folder.report.assumptionUses
        for item in items where item.isSound {
            let check = AssumptionCheck(item.assumption, item.node)
            check.diagnostics(for: uses.filter { $0.id == item.assumption.id }).forEach(folder.report.add)
        }
        let meant = folder.isWhole ? reportUnread(uses, folder.report) : []
        if !folder.isLacking("assumptions") { reportMissing(from: node, but: meant, folder.report) }
        if !folder.hasFailed { checkShares(folder.report) }
    }

    /// An error for each that nothing reads; the names that they seem to be misspelt for.
    private func reportUnread(_ uses: [AssumptionUse], _ report: DecodingReport) -> [String] {
        let defined = OrderedSet(items.map(\.assumption.id.name))
        let wanted = OrderedSet(uses.map(\.id.name)).subtracting(defined)
        var meant: [String] = []
        for item in items where item.isSound && !uses.contains(where: { $0.id == item.assumption.id }) {
            let name = item.assumption.id.name
            let missing = Suggestion.nearest(to: name, among: wanted)
            if let missing { meant.append(missing) }
            // A name that is used where it is not defined is told of there.
            if let missing, report.names.references.contains(where: { $0.name == missing }) { continue }
            let nearest = missing ?? Suggestion.nearest(to: name, among: uses.map(\.id.name))
            let place = item.node["id"] ?? item.node
            report.add(
                Diagnostic(
                    .unknownKey, "nothing reads the assumption `\(name)`", at: place.position,
                    length: place.width,
                    help: nearest.map { "did you mean `\($0)`?" }
                        ?? "remove it, or name it where something is to be drawn from it"))
        }
        return meant
    }

    private func reportMissing(from node: DocumentNode, but meant: [String], _ report: DecodingReport) {
        let missing = AssumptionName.allCases.filter { name in
            !meant.contains(name.rawValue) && !items.contains { $0.assumption.id.name == name.rawValue }
        }
        for name in missing {
            let removal = report.trail.removedItems.last { $0.name == name.rawValue }
            report.add(
                Diagnostic(
                    .missingKey, "the plan has no assumption `\(name.rawValue)`",
                    at: removal?.position ?? node.position,
                    help: "every plan needs it, in \(name.measure.unit.rawValue) and with its source",
                    notes: removal.map { _ in [.init("it is removed from here", at: node.position)] } ?? []))
        }
    }

    /// What follows a change cannot fall; of two that do, the one is told of that an overlay has changed.
    private func checkShares(_ report: DecodingReport) {
        let shares = AssumptionName.growingShares.compactMap { name in
            items.first { $0.assumption.id.name == name.rawValue }
        }
        for (earlier, later) in zip(shares, shares.dropFirst()) {
            guard case .constant(let low) = earlier.assumption.distribution,
                case .constant(let high) = later.assumption.distribution, high < low
            else { continue }
            let places = [later, earlier].compactMap { $0.node["distribution"]?["constant"] }
            let place = places.first { report.trail.files.contains($0.position.file) } ?? places.first
            report.add(
                Diagnostic(
                    .outOfRange,
                    "`\(later.assumption.id)` is \(high), less than the \(low) of `\(earlier.assumption.id)`",
                    at: place?.position, length: place?.width ?? 1,
                    help: "who has followed a change goes on following it"))
        }
    }
}
