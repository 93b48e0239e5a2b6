import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// How people go about a declared disaster: what they do at once, what they get wrong, whom they reach.
@Suite struct ResponseConductTests {
    /// A region lost under a controller that does nothing: people find out and follow the playbook.
    private static func leftToPeople() throws -> Staged {
        var staged = try Staged()
        (staged.incidentClass, staged.horizon) = ("level_2_region_outage", .hours(8))
        staged.plan.controller.responses = []
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        return staged
    }

    @Test func `from declaration on each of the twelve items is done, in the order of its role`() throws {
        let staged = try Self.leftToPeople()
        let trace = staged.run().trace
        let declared = try #require(trace.all(.decisionMade).first)
        #expect(declared.string(.incidentClass) == "level_2_region_outage")
        let done = trace.all(.responseItemDone)
        #expect(done.map(\.entity).sorted() == staged.plan.people.immediateResponse.map(\.id).sorted())
        #expect(done.allSatisfy { $0.at > declared.at && $0.source?.hasPrefix("L9") == true })
        for role in staged.plan.people.roles {
            let planned = staged.plan.people.immediateResponse.filter { $0.role == role.id }.map(\.id)
            #expect(done.map(\.entity).filter(planned.contains) == planned)
        }
        #expect(trace.all(.stakeholdersNotified).first?.entity == "stakeholders")
    }

    @Test func `who checks backups and failover says what they are like`() throws {
        func found(_ item: String, at level: String) throws -> String? {
            var staged = try Staged(level)
            (staged.incidentClass, staged.horizon) = ("level_2_region_outage", .hours(4))
            staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
            // Mended, the controller is so soon done that people have nothing to declare.
            if level == "l4-remediated" {
                staged.strike(.control(.outage), at: .minutes(5))
            }
            return staged.run().trace.all(.responseItemFound, of: item).first?.text
        }
        let written = try #require(try found("verify_backups", at: "l1-probed"))
        #expect(written.hasSuffix("30 of 30 backups of thirty days have failed"))
        let mended = try #require(try found("verify_backups", at: "l4-remediated"))
        #expect(mended.contains("all 30 backups of thirty days are complete"))
        #expect(try found("check_failover", at: "l1-probed")?.hasSuffix("nothing was begun") == true)
        #expect(try found("check_failover", at: "l3-named")?.contains("region-failover") == true)
    }

    @Test func `who looks at anything else says what it is like, and acts on none of it`() throws {
        var staged = try Self.leftToPeople()
        let trace = staged.run().trace
        func found(_ item: String, in trace: Trace) -> String? {
            trace.all(.responseItemFound, of: item).first?.text.split(separator: ": ", maxSplits: 1).last
                .map(String.init)
        }
        #expect(
            found("confirm_scope", in: trace) == "16 of 16 services are not served; us-west-2 does not answer"
        )
        #expect(found("activate_command", in: trace) == "incident_commander is there")
        #expect(found("activate_team", in: trace) == "needed, users are not served")
        // The recovery database has been promoted by then, and nothing follows it.
        let lack = found("assess_data_loss", in: trace)
        #expect(lack == "database: no copy in another region follows it")
        #expect(
            found("determine_path", in: trace) == "activate_dr_region; restore_from_backup; update_dns")
        staged.strike(.people(.roleAbsent("incident_commander")), at: .minutes(1))
        #expect(
            found("activate_command", in: staged.run().trace)
                == "incident_commander is away, head_of_operations stands in")
        for index in staged.plan.people.immediateResponse.indices {
            staged.plan.people.immediateResponse[index].looksAt = nil
        }
        staged.faults.removeLast()
        let unseeing = staged.run().trace
        #expect(unseeing.facts.map(\.at) == trace.facts.filter { $0.kind != .responseItemFound }.map(\.at))
    }

    @Test func `the log of the incident says how late it begins, and what went before it`() throws {
        let trace = try Self.leftToPeople().run().trace
        let declared = try #require(trace.all(.decisionMade).first)
        let log = try #require(trace.all(.responseItemFound, of: "begin_log").first)
        let acts = trace.facts.filter { $0.at < log.at && ($0.actor == .people || $0.actor == .plan) }.count
        #expect(acts > 3 && log.at > declared.at)
        #expect(
            log.text == "Begin incident log documentation: on_call_engineer opens it \(log.at - declared.at) "
                + "after the declaration; \(acts) acts of people and the plan before that are to be added")
    }

    @Test func `who determines the path sees what of it is a name only, and what the data have`() throws {
        func trace(at level: String) throws -> Trace {
            var staged = try Staged(level)
            (staged.incidentClass, staged.horizon) = ("corruption_detected", .hours(24))
            let damage = DataDamage(.corruption, share: .percent(33), isSilent: false)
            staged.strike(.database(.damage(damage, context: "prod-cluster")), at: .minutes(10))
            return staged.run().trace
        }
        let written = try trace(at: "l1-probed")
        let path = try #require(written.all(.responseItemFound, of: "determine_path").first?.text)
        #expect(path.contains("isolate_corruption, which nobody wrote; restore_clean_backup, which nobody "))
        let data = try #require(written.all(.responseItemFound, of: "assess_data_loss").first?.text)
        #expect(data.contains("33% of the answers are wrong, no copy in another region follows it"))
        let mended = try trace(at: "l3-named").all(.responseItemFound, of: "assess_data_loss").first?.text
        #expect(mended?.contains("33% of the answers are wrong, the copy in us-east-1 lacks ") == true)
    }

    @Test func `a channel that is out delivers nothing, and does again when the outage is over`() throws {
        for (isOut, duration) in [(true, Span.hours(1)), (false, .minutes(5))] {
            var staged = try Staged()
            staged.incidentClass = "level_2_region_outage"
            staged.strike(.people(.channelOutage("pagerduty")), at: .minutes(1), for: duration)
            staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
            let trace = staged.run().trace
            #expect(trace.all(.alertLost, of: "pagerduty").isEmpty != isOut)
            #expect(trace.all(.alertLost, of: "slack").isEmpty)
            #expect(trace.all(.complaintsArrived).isEmpty != isOut)
            #expect(trace.first(.paged) != nil)
        }
    }

    @Test func `a channel is out until the last of two outages is over`() throws {
        var staged = try Staged()
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.people(.channelOutage("pagerduty")), at: .minutes(1), for: .minutes(2))
        staged.strike(.people(.channelOutage("pagerduty")), at: .minutes(1), for: .minutes(30))
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        #expect(!staged.run().trace.all(.alertLost, of: "pagerduty").isEmpty)
    }

    @Test func `slips and defects hold steps up as often as their sources say`() throws {
        var staged = try Self.leftToPeople()
        staged.plan.people.conduct.slips = true
        let rehearsal = staged.rehearsal
        var (tries, slips, runs, defects) = (0, 0, 0, 0)
        for seed in 1...60 as ClosedRange<UInt64> {
            let trace = rehearsal.run(seed: seed).trace
            tries += trace.all(.stepStarted).count
            slips += trace.all(.stepMistyped).count
            runs += trace.all(.procedureStarted).count
            defects += trace.all(.runbookBlocked).count
        }
        #expect((0.04...0.13).contains(Double(slips) / Double(tries)), "\(slips) of \(tries)")
        #expect((0.15...0.35).contains(Double(defects) / Double(runs)), "\(defects) of \(runs)")
    }

    @Test func `a slip makes the step later by its own time, and is a fact with a source`() throws {
        var staged = try Self.leftToPeople()
        let seed = try #require(
            (1...60 as ClosedRange<UInt64>).first { !staged.run(seed: $0).trace.all(.stepMistyped).isEmpty })
        let with = staged.run(seed: seed)
        staged.plan.people.conduct.slips = false
        let without = staged.run(seed: seed)
        let slip = try #require(with.trace.all(.stepMistyped).first)
        #expect(slip.source == "assumption:slip_recovery")
        let ends = [with, without].map { result in
            result.trace.all(.stepSucceeded, of: slip.entity).first?.at ?? .never
        }
        #expect(ends[0] > ends[1])
        #expect(without.trace.all(.stepMistyped).isEmpty && without.trace.all(.runbookBlocked).isEmpty)
        #expect(TrialProblems.all(in: with) == [])
    }

    @Test func `a rehearsed runbook has no blocking defect left`() throws {
        var staged = try Self.leftToPeople()
        staged.plan.people.conduct.isRehearsed = true
        for seed in 1...40 as ClosedRange<UInt64> {
            #expect(staged.run(seed: seed).trace.all(.runbookBlocked).isEmpty)
        }
    }
}
