import DRSimDocument
import DRSimHarness
import DRSimKernel
import DRSimPlan
import DRSimScoring
import DRSimUnits
import DRSimWorld
import Foundation
import Testing

/// The checks made of findings no trial can show: the plan's own figures held against each other.
@Suite struct FindingCheckTests {
    private let plan: Plan

    init() throws { plan = try RepositoryFiles.plan("l3-named") }

    private func rto(ofTier number: Int) throws -> Span { try #require(plan.tier(number)?.objectives.rto) }

    private func rto(of id: IncidentClassID) throws -> Span {
        try #require(plan.incidentClass(id)?.objectives.rto)
    }

    private func median(of name: String) throws -> Double {
        try #require(plan.assumption(AssumptionID(name))).distribution.quantile(0.5)
    }

    @Test func `names hosts for replication that are none of the plan's`() throws {
        let written = try RepositoryFiles.plan("l1-probed").manifests.filter {
            if case .document = $0.origin { true } else { false }
        }
        let hosts = written.flatMap { $0.object[path: "spec", "externalClusters"]?.array ?? [] }
            .compactMap { $0[path: "connectionParameters", "host"]?.string }
        #expect(hosts.count == 2)
        #expect(hosts.allSatisfy { $0.hasSuffix(".rds.amazonaws.com") })
        let names = plan.topology.dns.records.flatMap { [$0.name] + $0.values }
        #expect(hosts.allSatisfy { !names.contains($0) })
    }

    @Test func `encodes secrets that lie under the store's own key, as a mended plan's do`() throws {
        func secrets(of level: String) throws -> (BackupComponent.Secrets.Encryption, options: [String]) {
            for part in try RepositoryFiles.plan(level).backups.components {
                if case .secrets(let secrets) = part.task { return (secrets.encryption, part.uploadOptions) }
            }
            return (.managedKey, [])
        }
        let (written, mended) = try (secrets(of: "l1-probed"), secrets(of: "l4-remediated"))
        #expect(written.0 == .base64 && mended.0 == .managedKey)
        // Whoever may read the object may use the key it lies under, in either plan.
        for (level, options) in [("l1-probed", written.options), ("l4-remediated", mended.options)] {
            #expect(options.starts(with: ["--sse", "aws:kms", "--sse-kms-key-id"]))
            let key = try #require(options.last?.split(separator: "/").last.map(String.init))
            let storage = try RepositoryFiles.plan(level).storage
            let platform = try #require(storage.identities.first { $0.name == "platform" })
            #expect(
                platform.grants.contains { grant in
                    (grant.actions.contains("kms:Decrypt") && grant.resources.contains(key))
                        || (grant.actions == ["*"] && grant.resources == ["*"])
                })
        }
    }

    @Test func `opens its window for a region when the objective of its first tier has passed`() throws {
        let entry = try #require(plan.people.windows.max { $0.notBefore < $1.notBefore })
        #expect(try entry.notBefore >= rto(ofTier: 1))
    }

    @Test func `promises a region more time than its first tier has`() throws {
        #expect(try rto(of: "level_2_region_outage") == rto(ofTier: 1) * 4)
        #expect(try rto(of: "level_2_region_outage") == #require(plan.objectives.rto))
    }

    @Test(arguments: [(1, 4.0), (2, 4.0), (3, 6.0)])
    func `accepts a quarter or less of what meeting its recovery times costs`(
        tier: Int, factor: Double
    ) throws {
        let accepted = try #require(plan.tier(tier)?.maxAcceptableLoss).inMajorUnits
        let cost = try rto(ofTier: tier).inHours * plan.impact.hourlyRevenue.inMajorUnits
        #expect(cost / accepted == factor)
    }

    @Test func `puts what the first tier needs to recover into a lower tier`() throws {
        for service in ["backup_archive", "monitoring_logging"] {
            let tier = try #require(plan.service(ServiceID(service))).tier
            #expect(try rto(ofTier: tier) > rto(ofTier: 1) * 20)
        }
    }

    @Test func `spends nine tenths of a year's downtime on one region`() throws {
        let allowance = 8_760 * (1 - 0.9995)
        let used = try rto(of: "level_2_region_outage").inHours / allowance
        #expect(used > 0.9 && used < 0.92)
    }

    @Test func `allows less than nine hours of lost revenue a year`() {
        let year = plan.impact.hourlyRevenue.inMajorUnits * 8_760
        #expect(year == 109_500_000)
        let hours = year * 0.001 / plan.impact.hourlyRevenue.inMajorUnits
        #expect(hours > 8.7 && hours < 8.8)
    }

    @Test func `affects every user when the active region is lost`() throws {
        var staged = try Staged("l4-remediated")
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(1))
        let users = try #require(staged.run().score.metrics.first { $0.metric.kind == .users })
        #expect(users.value == .share(.all))
        #expect(users.verdict == .missed)
    }

    @Test(arguments: [
        (SuccessMetric.Kind.rto, 59), (.rpo, 299), (.backup, 2_995),
    ])
    func `needs more successes than a plan will ever have`(kind: SuccessMetric.Kind, successes: Int) throws {
        let metric = try #require(plan.successMetrics.first { $0.kind == kind })
        guard case .atLeast(let rate) = metric.target else {
            Issue.record("\(kind) promises no rate")
            return
        }
        // n successes in a row show a rate with 95 % confidence once rate^n falls to 5 %.
        #expect(Int((log(0.05) / log(rate.fraction)).rounded(.up)) == successes)
    }

    @Test func `wants automation in half an hour for what takes four hours by its own words`() throws {
        let metric = try #require(plan.successMetrics.first { $0.kind == .failover })
        #expect(metric.target == .within(.minutes(30)))
        #expect(try rto(of: "level_2_region_outage") >= .hours(4))
        #expect(plan.incidentClass("level_2_region_outage")?.autoFailover == false)
    }

    @Test func `leaves no time for a query to the other region`() throws {
        let way = try median(of: "region_round_trip")
        let limit = try #require(plan.verification.first { $0.id == "database" }?.queryWithin).inSeconds
        // One round trip fits into the limit and takes most of it, so two do not (C14).
        #expect(way < limit && way * 2 > limit)
        #expect(30 * way <= 2 && 31 * way > 2)
    }

    @Test func `recovers into the region that takes the names' control plane along`() throws {
        let recovery = try #require(plan.topology.regions.first { $0.role == .recovery })
        #expect(plan.topology.dns.controlPlane == recovery.id)
        var staged = try Staged("l4-remediated")
        staged.strike(.site(.regionOutage(recovery.id)), at: .minutes(10), for: .minutes(30))
        let change = [
            "aws", "route53", "change-resource-record-sets", "--hosted-zone-id", plan.topology.dns.id,
            "--change-batch", "file://dns-failover.json",
        ]
        var world = staged.rehearsal.world(seed: 1)
        for (minute, works) in [(9, true), (20, false), (41, true)] as [(Int64, Bool)] {
            world.run(through: .start + .minutes(minute))
            #expect((world.execute(change, input: nil).status == 0) == works, "at \(minute) min")
        }
    }

    @Test func `promises to go back a quarter of an hour behind an intruder who stayed for days`() throws {
        let rpo = try #require(plan.incidentClass("security_breach")?.objectives.rpo)
        let span = try #require(rpo.span)
        #expect(try median(of: "breach_detection") / span.inSeconds > 1_000)
    }

    @Test func `saves by night what users still work on`() throws {
        let hours = plan.load.hours
        let quietest = try #require(hours.min())
        // The night of the schedule is 02 h UTC (L519): offices at UTC-8 are open until 18 h.
        #expect(hours[2].fraction > quietest.fraction * 2)
    }

    @Test func `reads targets in minutes, in hours and as a point in time`() throws {
        let written = plan.incidentClasses.compactMap(\.objectives.rpo)
        let spans = written.compactMap(\.span)
        #expect(spans.contains { $0 < .hours(1) } && spans.contains { $0 >= .hours(1) })
        #expect(written.contains(.pointInTime))
    }

    @Test func `counts a recovery time from the outage and a recovery point from the onset`() throws {
        var staged = try Staged("l0-literal")
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.monitoring(.falseAlarm([.dnsResolution])), at: .minutes(5), for: .minutes(1))
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(30), for: .hours(1))
        let result = staged.run()
        let outage = try #require(result.trace.first(.serviceUnavailable))
        let rta = try #require(result.score.service("core_erp_api")?.rta)
        #expect(outage == .minutes(30) && rta >= .hours(1) && rta < .hours(2))
        #expect(result.score.store("database")?.rpa == .zero)
    }

    @Test func `charges nothing for a region that stands by`() throws {
        let score = try Staged("l4-remediated").run().score
        #expect(score.money.total == .zero)
    }

    @Test func `promises five minutes to an archive that waits as long for its next segment`() throws {
        let rpo = try #require(plan.incidentClass("level_1_datacenter_outage")?.objectives.rpo)
        let span = try #require(rpo.span)
        // A segment is closed after five minutes, then uploaded (A17).
        #expect(try Span.minutes(5).inSeconds + median(of: "wal_archive_upload") > span.inSeconds)
    }
}

extension RecoveryPointObjective {
    /// The objective as a span, if it is one.
    fileprivate var span: Span? {
        if case .span(let span) = self { span } else { nil }
    }
}
