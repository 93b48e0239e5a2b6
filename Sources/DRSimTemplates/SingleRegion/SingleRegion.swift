extension PlanTemplate {
    /// Three zones of one region, and nowhere else to go.
    package static let singleRegion = PlanTemplate(
        name: "single-region", title: "a shop in three zones of one region",
        files: [
            TemplateFile("README.md", SingleRegion.readme),
            TemplateFile("\(plan)/plan.yaml", PromiseFiles.plan),
            TemplateFile("\(plan)/services.yaml", ShopFiles.services),
            TemplateFile("\(plan)/business-impact.yaml", PromiseFiles.businessImpact),
            TemplateFile("\(plan)/topology.yaml", SingleRegion.topology),
            TemplateFile("\(plan)/incident-classification.yaml", SingleRegion.incidentClasses),
            TemplateFile("\(plan)/controller.yaml", SingleRegion.controller),
            TemplateFile("\(plan)/people.yaml", SingleRegion.people),
            TemplateFile("\(plan)/backups.yaml", PromiseFiles.backups),
            TemplateFile("\(plan)/storage.yaml", PromiseFiles.storage(copiesIn: "east")),
            TemplateFile("\(plan)/assumptions.yaml", AssumptionFile.text),
            TemplateFile("\(plan)/success-metrics.yaml", PromiseFiles.successMetrics),
            TemplateFile("\(plan)/runbooks/look-at-the-cluster.yaml", SingleRegion.runbook),
            TemplateFile("\(plan)/manifests/installed/east/shop.yaml", SingleRegion.east),
            TemplateFile("\(plan)/manifests/installed/east/database.yaml", ShopFiles.database),
            TemplateFile("scenarios/disasters/region-lost.yaml", SingleRegion.regionLost),
            TemplateFile("scenarios/disasters/zone-lost.yaml", SingleRegion.zoneLost),
            TemplateFile("scenarios/disasters/a-year.yaml", SingleRegion.year),
        ],
        firstScenario: "scenarios/disasters/region-lost.yaml")

    /// The plan's folder.
    private static let plan = "scenarios/my-plan"
}

/// The files of the template `single-region` that are its own.
enum SingleRegion {
    /// What to do with it.
    static let readme = ReadmeFile.text(
        """
        A small plan for `drsim`, to be made your own: a shop in three zones of one region. It runs as it is:

            drsim run scenarios/disasters/region-lost.yaml      one disaster: timeline, verdicts, money
            drsim test scenarios/disasters                      every scenario against what it expects
            drsim run scenarios/disasters/a-year.yaml --trials 50    a year of bad luck, fifty times
        """)
}
