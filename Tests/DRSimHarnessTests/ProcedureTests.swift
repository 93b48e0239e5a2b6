import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// What people carry out once a disaster is declared, and what comes after it.
@Suite struct ProcedureTests {
    private static func lostRegion(_ overlay: String, for duration: Span? = nil) throws -> Staged {
        var staged = try Staged(overlay)
        (staged.horizon, staged.incidentClass) = (.hours(12), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: duration)
        return staged
    }

    @Test func `people carry the class's procedures out in their order, not before their window`() throws {
        var staged = try Self.lostRegion("l3-named")
        staged.plan.controller.responses = []
        let trace = staged.run().trace
        let begun = trace.all(.procedureStarted)
        #expect(begun.map(\.entity) == ["activate_dr_region", "restore_from_backup", "update_dns"])
        #expect(begun[0].at >= .start + .minutes(70))
        #expect(trace.all(.databasePromoted, of: "postgres-dr-replica").count == 1)
    }

    @Test func `a procedure the plan only names raises, and the next one is begun`() throws {
        var staged = try Self.lostRegion("l3-named")
        staged.plan.controller.responses = []
        staged.plan.runbooks.removeAll { $0.id == "restore_from_backup" }
        staged.plan.controller.definedFunctions.removeAll { $0 == "restore_from_backup" }
        let trace = staged.run().trace
        let failure = try #require(trace.all(.procedureFailed, of: "restore_from_backup").first)
        #expect(failure.text.hasSuffix("restore_from_backup is not defined"))
        #expect(trace.first(.procedureStarted, of: "update_dns") == failure.at - .start)
    }

    @Test func `the way back begins when users have been served for ten minutes`() throws {
        let trace = try Self.lostRegion("l4-remediated", for: .hours(6)).run().trace
        let begun = try #require(trace.first(.procedureStarted, of: "failback"))
        let restored = try #require(trace.all(.serviceRestored).map { $0.at - .start }.min())
        #expect(begun >= restored + .minutes(10))
        let healed = try #require(trace.first(.faultHealed))
        let fenced = try #require(trace.first(.databaseFenced, of: "postgres-primary"))
        #expect(fenced > healed && fenced < healed + .minutes(10))
    }

    @Test func `who types slowly is not too late to look`() throws {
        var staged = try Self.lostRegion("l4-remediated", for: .hours(2))
        // No longer than until users are sent back: slowly typed that looks like a disaster, and after it
        // there is no failover to be found.
        staged.horizon = .hours(8)
        staged.plan.assumptions = staged.plan.assumptions.map { assumption in
            var assumption = assumption
            if assumption.id == "manual_step" { assumption.distribution = .constant(180) }
            return assumption
        }
        let trace = staged.run().trace
        #expect(trace.all(.stepFailed, of: "was_promoted").isEmpty)
        #expect(trace.first(.databaseFenced, of: "postgres-primary") != nil)
    }

    @Test func `after the way back the next loss of the region is got over like the first`() throws {
        var staged = try Self.lostRegion("l4-remediated", for: .hours(4))
        staged.horizon = .hours(54)
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(48), for: .hours(4))
        let trace = staged.run().trace
        let back = try #require(trace.first(.procedureCompleted, of: "failback"))
        #expect(back < .hours(48))
        let scaled = trace.facts.last {
            $0.at < .start + .hours(48) && $0.text.hasPrefix("Deployment auth-service: spec.replicas")
        }
        #expect(scaled?.text.hasSuffix("1 → 2") == true)
        for loss in [Span.minutes(10), .hours(48)] {
            #expect(trace.served("core_erp_api", at: loss + .minutes(2)) == .none)
            for service in staged.plan.services {
                let share = trace.served(service.id, at: loss + .hours(2))
                #expect(share >= Share(partsPerMillion: 950_000), "\(service.id) after \(loss)")
            }
        }
    }

    @Test func `a new disaster sets the way back aside, and it is begun anew after it`() throws {
        var staged = try Self.lostRegion("l4-remediated", for: .hours(8))
        staged.plan.controller.responses = []
        staged.strike(.site(.regionOutage("us-east-1")), at: .hours(4), for: .hours(2))
        let trace = staged.run().trace
        let begun = trace.all(.procedureStarted, of: "failback")
        #expect(begun.count == 2)
        let second = trace.all(.procedureStarted, of: "activate_dr_region")
        #expect(second.count == 2)
        #expect(begun[0].at < second[1].at && second[1].at < begun[1].at)
    }

    @Test func `a lost zone is answered by the procedures of its class`() throws {
        var staged = try Staged()
        staged.incidentClass = "level_1_datacenter_outage"
        staged.strike(.site(.zoneOutage(.ofPrimary(context: "prod-cluster"))), at: .minutes(10))
        staged.plan.controller.responses = []
        staged.plan.people.isPrepared = true
        // The operator takes so long that people come to look for a standby themselves.
        staged.plan.assumptions = staged.plan.assumptions.map { assumption in
            var assumption = assumption
            if assumption.id == "failover_after_node_loss" { assumption.distribution = .constant(2_400) }
            return assumption
        }
        let trace = staged.run().trace
        #expect(trace.all(.procedureCompleted, of: "activate_standby_az").count == 1)
        let step = try #require(trace.all(.stepSucceeded, of: "promote_standby").first)
        #expect(step.text.contains("postgres-primary-"))
        #expect(trace.first(.procedureStarted, of: "redirect_traffic") != nil)
    }
}
