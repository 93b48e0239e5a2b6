import DRSimDocument
import DRSimPlan
import DRSimUnits

extension Plan {
    /// Decodes the merged tree of a plan folder, one section after the other.
    init(_ folder: FieldReader) {
        let assumptions = AssumptionList(folder)
        let header = folder.mapping("plan", "the plan") { PlanHeader($0) }
        let impact = folder.mapping("business_impact", "the business impact") { fields in
            (money: BusinessImpact(fields), tiers: fields.mappings("tiers", "a tier") { Tier($0) })
        }
        let services = folder.mapping("services", "the services") { ServiceCatalogue($0) }
        let site = folder.mapping("topology", "the topology") { fields in
            (topology: Topology(fields), load: fields.mapping("load", "the load") { LoadProfile($0) })
        }
        self.init(
            id: header.id, title: header.title, objectives: header.objectives, impact: impact.money,
            tiers: impact.tiers, services: services.services, stores: services.stores,
            incidentClasses: folder.mappings("incident_classes", "an incident class") { IncidentClass($0) },
            topology: site.topology, load: site.load,
            controller: folder.mapping("controller", "the controller") { ControllerPolicy($0) },
            runbooks: RunbookDraft.unfolded(
                folder.mappings("runbooks", "a runbook") { RunbookDraft($0) }),
            people: folder.mapping("people", "the people") { People($0) },
            backups: folder.mapping("backups", "the backups") { BackupPolicy($0) },
            storage: folder.optionalMapping("storage", "the storage") { StoragePlan($0) } ?? StoragePlan(),
            assumptions: assumptions.assumptions,
            successMetrics: folder.mappings("success_metrics", "a success metric") { SuccessMetric($0) },
            manifests: folder.optionalMappings("manifests", "a manifest") { Manifest($0) },
            thirdParties: services.thirdParties, caches: services.caches,
            files: folder.optionalMappings("files", "a file") { OperatorFile($0) })
        verification = folder.optionalMappings("verification", "an item") { VerificationItem($0) }
        installation = header.installation
        assumptions.check(folder)
    }
}

/// The section `plan`: what the plan is called and what it promises as a whole.
private struct PlanHeader {
    let id, title: String
    let objectives: Objectives
    let installation: Installation

    init(_ fields: FieldReader) {
        id = fields.required("id", .text)
        title = fields.required("title", .text)
        objectives = fields.mapping("objectives", "the objectives") { Objectives($0) }
        installation = fields.optional("installation", .choice) ?? .installed
        fields.readSource()
    }
}

extension FieldReader {
    /// The source of figures that are not kept apart; it must be there all the same.
    func readSource() {
        _ = required("source", .text)
    }
}
