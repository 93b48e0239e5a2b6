package import DRSimScoring
package import DRSimUnits

/// What was rehearsed in a quarter and what came of it, for management and auditors: one printable
/// page and the same in Markdown. The same input gives the same bytes.
package struct QuarterReport: Sendable {
    /// The quarter.
    package let quarter: Quarter
    /// The runs carried out in it, in the order of the store.
    package let runs: [StoredRun]
    /// When the report is made, ISO 8601; printed as it is given.
    package let generatedAt: String
    /// The version of drsim that makes it.
    package let toolVersion: String
    /// The last run of the store; `nil` of an empty one.
    package let head: StoreHead?

    /// Creates a report of a quarter's runs.
    package init(
        quarter: Quarter, runs: [StoredRun], generatedAt: String, toolVersion: String, head: StoreHead?
    ) {
        (self.quarter, self.runs, self.head) = (quarter, runs, head)
        (self.generatedAt, self.toolVersion) = (generatedAt, toolVersion)
    }

    /// One self-contained HTML page: it loads nothing, runs nothing and prints on A4.
    package func html() -> String {
        Template.render(QuarterPage.template, QuarterContent(self))
    }

    /// The same in Markdown, but for the picture.
    package func markdown() -> String {
        MarkdownText.register()
        return Template.render(QuarterText.template, QuarterContent(self))
    }
}
