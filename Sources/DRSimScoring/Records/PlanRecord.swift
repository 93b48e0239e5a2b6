package import DRSimPlan
import DRSimUnits

/// A plan as a report names it: enough to understand its results without its files.
package struct PlanRecord: Hashable, Sendable {
    /// The plan's short name.
    package var id: String
    /// The plan's title.
    package var title: String
    /// The SHA-256 of `canonicalText` in lower-case hexadecimal digits; with overlays merged.
    package var sha256: String
    /// The merged tree as one line of text.
    package var canonicalText: String
    /// The titles of services and stores, in the plan's order.
    package var titles: [Title]
    /// What its figures are drawn from, in the plan's order.
    package var assumptions: [AssumptionNote]

    /// The words for something the plan names.
    package struct Title: Hashable, Sendable {
        /// What it is.
        package var kind: Kind
        /// Its name.
        package var id: String
        /// The document's words for it.
        package var text: String

        /// What has a title.
        package enum Kind: String, CaseIterable, Hashable, Sendable {
            case service, store
        }

        /// Creates a title.
        package init(kind: Kind, id: String, text: String) {
            (self.kind, self.id, self.text) = (kind, id, text)
        }
    }

    /// Describes a plan that was read.
    package init(_ plan: Plan, sha256: String, canonicalText: String) {
        self.init(
            id: plan.id, title: plan.title, sha256: sha256, canonicalText: canonicalText,
            titles: plan.services.map { Title(kind: .service, id: $0.id.name, text: $0.title) }
                + plan.stores.map { Title(kind: .store, id: $0.id.name, text: $0.title) },
            assumptions: plan.assumptions.map(AssumptionNote.init))
    }

    /// Creates a description.
    package init(
        id: String, title: String, sha256: String, canonicalText: String, titles: [Title],
        assumptions: [AssumptionNote]
    ) {
        (self.id, self.title, self.sha256) = (id, title, sha256)
        (self.canonicalText, self.titles, self.assumptions) = (canonicalText, titles, assumptions)
    }

    /// The words for something; its name where the plan has none.
    package func title(of kind: Title.Kind, _ id: String) -> String {
        titles.first { $0.kind == kind && $0.id == id }?.text ?? id
    }
}
