import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Testing

struct PlanReaderTests {
    @Test func `regions stand by their roles, whatever order the file has`() throws {
        let regions = try #require(PlanFixture.shop["topology.yaml"])
        let west = try #require(regions.firstRange(of: "  - id: west"))
        let end = try #require(regions.firstRange(of: "dns:"))
        let block = String(regions[west.lowerBound..<end.lowerBound])
        let without = regions.replacing(block, with: "")
        var fixture = PlanFixture()
        fixture.files["topology.yaml"] = without.replacing("regions:\n", with: "regions:\n" + block)
        let plan = try #require(try fixture.read().value?.plan)
        #expect(plan.topology == (try PlanFixture().read().value?.plan.topology))
        #expect(plan.topology.regions.map(\.id) == ["east", "west"])
    }

    @Test func `reads every section of a plan folder`() throws {
        let result = try PlanFixture().read()
        #expect(result.diagnostics.map(\.message) == [])
        let plan = try #require(result.value).plan
        #expect(plan.id == "shop")
        #expect(plan.objectives == Objectives(rto: .hours(4), rpo: .span(.hours(1))))
        #expect(plan.impact.operationalCostPerHour == Money(minorUnits: 25_050))
        #expect(plan.tiers.map(\.number) == [1, 2])
        #expect(plan.incidentClasses.map(\.objectives.rpo) == [.span(.hours(1)), .pointInTime])
        #expect(plan.topology.primary?.zones == ["east-a", "east-b"])
        #expect(plan.load.hours.count == 24)
        #expect(plan.services.map(\.needs) == [["login"], []])
        #expect(plan.controller.responses.map(\.runbook) == ["failover", nil])
        #expect(plan.people.roles.first?.escalatesTo == "manager")
        #expect(plan.backups.schedule.verificationWeekday == 6)
        #expect(plan.manifests.count == 3)
    }
}
