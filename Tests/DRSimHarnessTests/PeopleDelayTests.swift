import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// Whatever people take their time for is drawn from an assumption, and the trace names it.
@Suite struct PeopleDelayTests {
    private static let west = Fault.Kind.site(.regionOutage("us-west-2"))

    /// The sources a staged trial names in its first seeds.
    private static func sources(
        _ overlay: String = "l3-named", _ stage: (inout Staged) -> Void
    ) throws -> Set<Substring> {
        var staged = try Staged(overlay)
        staged.incidentClass = "level_2_region_outage"
        staged.horizon = .hours(12)
        stage(&staged)
        let rehearsal = staged.rehearsal
        var sources: Set<Substring> = []
        for seed in 1...6 as ClosedRange<UInt64> {
            for fact in rehearsal.run(seed: seed).trace.facts {
                sources.formUnion((fact.source ?? "").split(separator: ", "))
            }
        }
        return sources
    }

    private static func named(_ names: [AssumptionName]) -> [Substring] {
        names.map { "assumption:\($0.rawValue)" }
    }

    @Test func `a region people find lost by themselves names what each of them took`() throws {
        let sources = try Self.sources { staged in
            staged.plan.controller.responses = []
            staged.strike(Self.west, at: .minutes(10))
        }
        let names: [AssumptionName] = [
            .pageAcknowledge, .decisionUntrained, .slipRecovery, .defectWorkaround, .messageDelivery,
            .stakeholderNotice,
        ]
        for name in Self.named(names) { #expect(sources.contains(name), "\(name)") }
        let items = try Staged().plan.people.immediateResponse.map { Substring("assumption:\($0.takes)") }
        #expect(sources.isSuperset(of: items))
    }

    @Test func `the hour of a page slows its answer, in the evening and most at night`() throws {
        // The trial starts at 17:00 UTC, 09:00 of who responds: 21:30 is an evening, 01:30 a night.
        let hours: [(Span, AssumptionName, Bool)] = [
            (.minutes(10), .pageAcknowledgeOffHoursFactor, false),
            (.minutes(750), .pageAcknowledgeOffHoursFactor, true),
            (.minutes(990), .pageAcknowledgeNightFactor, true),
        ]
        for (time, name, isSlowed) in hours {
            let sources = try Self.sources { staged in
                staged.horizon = time + .hours(2)
                staged.strike(Self.west, at: time, for: .hours(1))
            }
            #expect(sources.contains("assumption:\(name.rawValue)") == isSlowed, "\(time)")
        }
    }

    @Test func `absence, silence, approval and the word of the provider are waited for`() throws {
        let absent = try Self.sources { staged in
            staged.strike(.people(.roleAbsent("on_call_engineer")), at: .minutes(1))
            staged.strike(Self.west, at: .minutes(10))
        }
        #expect(absent.contains("assumption:page_escalation"))
        let silent = try Self.sources { staged in
            staged.plan.controller.isDeployed = false
            staged.strike(Self.west, at: .minutes(10))
        }
        #expect(silent.contains("assumption:complaint_delay"))
        let mended = try Self.sources("l4-remediated") { staged in
            staged.horizon = .hours(30)
            staged.strike(Self.west, at: .minutes(10), for: .hours(2))
        }
        for name in Self.named([.approvalDecision, .latchReview]) {
            #expect(mended.contains(name), "\(name)")
        }
        let careful = try Self.sources { staged in
            staged.plan.controller.responses = []
            (staged.plan.people.conduct.awaitsProvider, staged.plan.people.isPrepared) = (true, true)
            staged.strike(Self.west, at: .minutes(10))
        }
        #expect(careful.contains("assumption:provider_confirmation"))
    }

    @Test func `damage no check sees is come upon after its own time`() throws {
        let context = "prod-cluster"
        let damages: [(Fault.Kind, AssumptionName)] = [
            (.database(.damage(.init(.deletion, share: .percent(2)), context: context)), .deletionDetection),
            (
                .database(.damage(.init(.corruption, share: .percent(2)), context: context)),
                .loudCorruptionDetection
            ),
            (
                .database(
                    .damage(.init(.corruption, share: .percent(2), isSilent: true), context: context)),
                .silentCorruptionDetection
            ),
            (.security(.intrusion(context: context)), .breachDetection),
        ]
        for (kind, name) in damages {
            let sources = try Self.sources("l1-probed") { staged in
                staged.horizon = .hours(96)
                staged.strike(kind, at: .minutes(10))
            }
            #expect(sources.contains("assumption:\(name.rawValue)"), "\(name)")
        }
    }
}
