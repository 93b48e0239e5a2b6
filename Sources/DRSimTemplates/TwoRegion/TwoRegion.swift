extension PlanTemplate {
    /// Production in one region, and a second one that takes over.
    package static let twoRegion = PlanTemplate(
        name: "two-region", title: "a shop in one region, with a second one that stands by",
        files: [
            TemplateFile("README.md", TwoRegion.readme),
            TemplateFile("\(plan)/plan.yaml", PromiseFiles.plan),
            TemplateFile("\(plan)/services.yaml", ShopFiles.services),
            TemplateFile("\(plan)/business-impact.yaml", PromiseFiles.businessImpact),
            TemplateFile("\(plan)/topology.yaml", TwoRegion.topology),
            TemplateFile("\(plan)/incident-classification.yaml", TwoRegion.incidentClasses),
            TemplateFile("\(plan)/controller.yaml", TwoRegion.controller),
            TemplateFile("\(plan)/people.yaml", TwoRegion.people),
            TemplateFile("\(plan)/backups.yaml", PromiseFiles.backups),
            TemplateFile("\(plan)/storage.yaml", PromiseFiles.storage(copiesIn: "west")),
            TemplateFile("\(plan)/assumptions.yaml", AssumptionFile.text),
            TemplateFile("\(plan)/success-metrics.yaml", PromiseFiles.successMetrics),
            TemplateFile("\(plan)/runbooks/fail-over-to-west.yaml", TwoRegion.runbook),
            TemplateFile("\(plan)/manifests/installed/east/shop.yaml", TwoRegion.east),
            TemplateFile("\(plan)/manifests/installed/east/database.yaml", ShopFiles.database),
            TemplateFile("\(plan)/manifests/installed/west/shop.yaml", TwoRegion.west),
            TemplateFile("\(plan)/manifests/installed/west/database.yaml", TwoRegion.replica),
            TemplateFile("scenarios/disasters/region-lost.yaml", TwoRegion.regionLost),
            TemplateFile("scenarios/disasters/zone-lost.yaml", TwoRegion.zoneLost),
            TemplateFile("scenarios/disasters/a-year.yaml", TwoRegion.year),
        ],
        firstScenario: "scenarios/disasters/region-lost.yaml")

    /// The plan's folder.
    private static let plan = "scenarios/my-plan"
}

/// The files of the template `two-region` that are its own.
enum TwoRegion {
    /// What to do with it.
    static let readme = ReadmeFile.text(
        """
        A small plan for `drsim`, to be made your own: a shop in one region, with a second one that
        stands by. It runs as it is:

            drsim run scenarios/disasters/region-lost.yaml      one disaster: timeline, verdicts, money
            drsim test scenarios/disasters                      every scenario against what it expects
            drsim run scenarios/disasters/a-year.yaml --trials 50    a year of bad luck, fifty times
        """)
}
