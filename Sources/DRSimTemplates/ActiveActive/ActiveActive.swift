extension PlanTemplate {
    /// Users in both of two regions at once, and one database that takes writes.
    package static let activeActive = PlanTemplate(
        name: "active-active", title: "a shop that serves from two regions at once, with one database",
        files: [
            TemplateFile("README.md", ActiveActive.readme),
            TemplateFile("\(plan)/plan.yaml", PromiseFiles.plan),
            TemplateFile("\(plan)/services.yaml", ActiveActive.services),
            TemplateFile("\(plan)/business-impact.yaml", PromiseFiles.businessImpact),
            TemplateFile("\(plan)/topology.yaml", ActiveActive.topology),
            TemplateFile("\(plan)/incident-classification.yaml", ActiveActive.incidentClasses),
            TemplateFile("\(plan)/controller.yaml", ActiveActive.controller),
            TemplateFile("\(plan)/people.yaml", ActiveActive.people),
            TemplateFile("\(plan)/backups.yaml", PromiseFiles.backups),
            TemplateFile("\(plan)/storage.yaml", PromiseFiles.storage(copiesIn: "west")),
            TemplateFile("\(plan)/assumptions.yaml", ActiveActive.assumptions),
            TemplateFile("\(plan)/success-metrics.yaml", PromiseFiles.successMetrics),
            TemplateFile("\(plan)/runbooks/move-writes-to-west.yaml", ActiveActive.runbook),
            TemplateFile("\(plan)/manifests/installed/east/shop.yaml", ActiveActive.east),
            TemplateFile("\(plan)/manifests/installed/east/database.yaml", ShopFiles.database),
            TemplateFile("\(plan)/manifests/installed/west/shop.yaml", ActiveActive.west),
            TemplateFile("\(plan)/manifests/installed/west/database.yaml", TwoRegion.replica),
            TemplateFile("scenarios/disasters/west-lost.yaml", ActiveActive.westLost),
            TemplateFile("scenarios/disasters/east-lost.yaml", ActiveActive.eastLost),
            TemplateFile("scenarios/disasters/slow-link.yaml", ActiveActive.slowLink),
        ],
        firstScenario: "scenarios/disasters/west-lost.yaml")

    /// The plan's folder.
    private static let plan = "scenarios/my-plan"
}

/// The files of the template `active-active` that are its own.
enum ActiveActive {
    /// What to do with it.
    static let readme = ReadmeFile.text(
        """
        A small plan for `drsim`, to be made your own: a shop that serves its users from two regions at once.
        Name servers send half of them to each and leave out a region whose health check fails. There is one
        database that takes writes, in east; the API in west asks it from afar. It runs as it is:

            drsim run scenarios/disasters/west-lost.yaml      one region less: nobody needs to do anything
            drsim run scenarios/disasters/east-lost.yaml      the region with the database: somebody must
            drsim test scenarios/disasters                    every scenario against what it expects
        """,
        places: "where things run, what runs there, who is sent where.")

    /// The services; the API asks a database that may be a continent away.
    static let services = ShopFiles.services(
        apiAlso: "\n" + """
                # EDIT: how many queries it makes one after the other for an answer. From west each travels to
                # east and back, so that at about thirty of them answers come too late.
                serial_queries: 8
            """)

    /// The assumptions, with the one that a way between regions asks for.
    static let assumptions =
        AssumptionFile.text + "\n\n" + """
            # The way between the regions.
            - id: region_round_trip
              title: There and back between the regions
              distribution: {lognormal: {p50: 66ms, p95: 90ms}}
              unit: seconds
              source: C14
              confidence: secondary
            """
}
