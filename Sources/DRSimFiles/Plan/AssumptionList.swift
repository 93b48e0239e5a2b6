import DRSimDocument
import DRSimPlan
import DRSimUnits

/// The section `assumptions`: all that the model asks every plan for must be in it.
struct AssumptionList {
    let assumptions: [Assumption]

    init(_ folder: FieldReader) {
        let node = folder.requiredNode("assumptions")
        let items = folder.items(of: node)
        assumptions = items.map { FieldReader.read($0, "an assumption", folder.report) { Assumption($0) } }
        guard let node, node.items != nil else { return }
        reportMissing(from: node, folder.report)
        if !folder.hasFailed { checkShares(of: items, folder) }
    }

    private func reportMissing(from node: DocumentNode, _ report: DecodingReport) {
        let unasked = assumptions.map(\.id.name).filter { AssumptionName(rawValue: $0) == nil }
        for name in AssumptionName.allCases
        where !assumptions.contains(where: { $0.id.name == name.rawValue }) {
            let removal = report.trail.removedItems.last { $0.name == name.rawValue }
            let nearest = Suggestion.nearest(to: name.rawValue, among: unasked)
            report.add(
                Diagnostic(
                    .missingKey, "the plan has no assumption `\(name.rawValue)`",
                    at: removal?.position ?? node.position,
                    help: nearest.map { "did you mean it where you wrote `\($0)`?" }
                        ?? "every plan needs it, in \(name.unit.rawValue) and with its source",
                    notes: removal.map { _ in [.init("it is removed from here", at: node.position)] } ?? []))
        }
    }

    /// What follows a change cannot fall, nor be more than the whole.
    private func checkShares(of items: [DocumentNode], _ folder: FieldReader) {
        var before = 0.0
        for name in AssumptionName.growingShares {
            guard let index = assumptions.firstIndex(where: { $0.id.name == name.rawValue }),
                case .constant(let share) = assumptions[index].distribution
            else { continue }
            if share < before || share > 1 {
                let message = "`\(name.rawValue)` is \(share), but must lie between \(before) and 1"
                folder.fail(
                    "assumptions", ScalarError(.outOfRange, message),
                    at: items[index]["distribution"]?["constant"])
            }
            before = share
        }
    }
}
