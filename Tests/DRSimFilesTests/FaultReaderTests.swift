import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Testing

/// Faults whose kinds ask more of a plan than the shop has: keys, identities, assumptions of their own.
struct FaultReaderTests {
    /// A scenario of a shop that has what any fault asks for.
    private static func scenario(_ fault: String) throws -> Scenario {
        var fixture = ScenarioFixture.faults(fault)
        fixture.planFiles["storage.yaml"] = """
            account: "111"
            keys:
              - {id: mrk-1, region: east, replicas: [west], source: L1}
            identities:
              - {name: writer, grants: [{actions: ["s3:Get*"], everything: true}], source: L1}
            source: L1

            """
        fixture.addedAssumptions = FaultAssumptionName.allCases.map(\.rawValue)
        return try ScenarioReaderTests.scenario(fixture)
    }

    private static let checkout = ApplicationFault.Workload(context: "east-context", deployment: "checkout")
    private static let pods = "context: east-context, deployment: checkout"

    @Test(
        arguments: [
            (
                "kind: kms_key_unavailable, key: mrk-1, region: west",
                Fault.Kind.provider(.keyUnavailable(key: "mrk-1", region: "west", .unavailable))
            ),
            (
                "kind: kms_key_unavailable, key: mrk-1, region: east, trouble: disabled",
                .provider(.keyUnavailable(key: "mrk-1", region: "east", .disabled))
            ),
            (
                "kind: kms_key_unavailable, key: mrk-1, region: east, trouble: pending_deletion",
                .provider(.keyUnavailable(key: "mrk-1", region: "east", .pendingDeletion))
            ),
            ("kind: credential_theft, identity: writer", .provider(.credentialTheft(identity: "writer"))),
            ("kind: external_dns, context: east-context", .platform(.externalDNS(context: "east-context"))),
            ("kind: git_outage", .platform(.gitOutage)),
            (
                "kind: wal_archive_broken, context: west-context",
                .database(.archiveBroken(context: "west-context"))
            ),
            ("kind: registry_outage", .platform(.registryOutage(context: nil))),
            (
                "kind: argo_self_heal, context: west-context, application: shop",
                .platform(.selfHealing(context: "west-context", application: "shop"))
            ),
            (
                "kind: bad_commit, path: environments/recovery, deployment: checkout",
                .platform(.badCommit(path: "environments/recovery", deployment: "checkout"))
            ),
            (
                "kind: certificate_expired, context: east-context, host: api.example.com",
                .platform(.certificateExpired(context: "east-context", host: "api.example.com"))
            ),
            ("kind: load_surge, factor: 2.5", .application(.loadSurge(factor: 2.5))),
            ("kind: memory_leak, \(pods)", .application(.memoryLeak(checkout))),
            ("kind: crash_loop, \(pods)", .application(.crashLoop(checkout))),
            (
                "kind: bad_deploy, \(pods), symptom: crash, share: 60%",
                .application(.badDeploy(checkout, symptom: .crash, share: .percent(60)))
            ),
            ("kind: controller_outage", .control(.outage)),
            ("kind: controller_restart", .control(.restart)),
            ("kind: alert_channel_outage, channel: pager", .people(.channelOutage("pager"))),
            ("kind: check_hangs, signals: [primary_database]", .monitoring(.checkHangs([.primaryDatabase]))),
            (
                "kind: one_way_cut, from: third, to: east",
                .site(.oneWayCut(from: .third, to: .region("east")))
            ),
            (
                "kind: link_degradation, between: [east, west], latency: 1s, loss: 2%",
                .site(.linkDegradation("east", "west", latency: .seconds(1), loss: .percent(2)))
            ),
            (
                "kind: grey_failure, zone: east-a, share: 30%",
                .site(.greyFailure(.zone("east-a"), share: .percent(30)))
            ),
            (
                "kind: zone_outage, zone_of: operator, context: east-context",
                .site(.zoneOutage(.ofOperator(context: "east-context")))
            ),
            (
                "kind: node_loss, node_of: operator, context: east-context",
                .site(.nodeLoss(.ofOperator(context: "east-context")))
            ),
        ] as [(String, Fault.Kind)])
    func `reads a fault that asks something of the plan`(text: String, kind: Fault.Kind) throws {
        let lasting = kind.isMomentary ? "" : ", duration: forever"
        #expect(try Self.scenario("{\(text), at: 0s\(lasting)}").faults.map(\.kind) == [kind])
    }

    @Test func `knows no key and no identity that the plan does not have`() throws {
        for (fault, message) in [
            ("kind: kms_key_unavailable, key: mrk-2, region: east, duration: 1h", "`mrk-2`"),
            ("kind: credential_theft, identity: reader", "`reader`"),
        ] {
            let first = try #require(
                try ScenarioFixture.faults("{\(fault), at: 1m}").read().diagnostics.first)
            #expect(first.message.contains(message))
        }
    }
}
