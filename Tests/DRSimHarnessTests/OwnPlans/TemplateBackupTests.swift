import DRSimHarness
import DRSimPlan
import DRSimTemplates
import DRSimTrace
import DRSimUnits
import Testing

/// What the backups of the templates come to.
@Suite struct TemplateBackupTests {
    @Test(arguments: PlanTemplate.all)
    func `saves and copies its database each night`(template: PlanTemplate) throws {
        var staged = try Staged()
        staged.plan = try TemplatePlan.plan(template)
        staged.horizon = .hours(24)
        let result = staged.run()
        let records = result.trace.backups.filter { $0.kind == .backup }
        #expect(records.count == 31)
        #expect(records.allSatisfy { $0.result == .completed })
        #expect(records.flatMap(\.parts).allSatisfy { $0.copyBucket != nil && $0.problem == nil })
    }

    @Test(arguments: PlanTemplate.all)
    func `asks nothing of a plan that a dump of another database would be`(template: PlanTemplate) throws {
        var staged = try Staged("l3-named")
        staged.plan = try TemplatePlan.plan(template)
        for index in staged.plan.backups.components.indices {
            guard case .dump(var dump) = staged.plan.backups.components[index].task else { continue }
            dump.argv = dump.argv.map { $0 == "app" ? "elsewhere" : $0 }
            staged.plan.backups.components[index].task = .dump(dump)
        }
        let backups = staged.run().trace.backups.filter { $0.kind == .backup }
        #expect(!backups.isEmpty && backups.allSatisfy { $0.result != .completed })
    }
}

extension PlanTemplate: CustomTestStringConvertible {
    package var testDescription: String { name }
}
