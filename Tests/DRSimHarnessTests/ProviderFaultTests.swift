import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Faults of what the provider offers bite on what commands reach and on nodes, and heal with the last.
@Suite struct ProviderFaultTests {
    /// A command that works, but for a while, and what it says then.
    struct Case: CustomTestStringConvertible, Sendable {
        let kind: Fault.Kind
        let command: String
        let refusal: String
        var testDescription: String { "\(kind.name): \(command)" }
    }

    private static let change =
        #"{"Changes":[{"Action":"UPSERT","ResourceRecordSet":{"Name":"api.itdo-erp.com","Type":"CNAME","#
        + #""TTL":60,"ResourceRecords":[{"Value":"api-dr.us-east-1.elb.amazonaws.com"}]}}]}"#

    private static let cases: [Case] = [
        Case(
            kind: .provider(.objectStoreOutage("us-west-2")), command: "aws s3 ls s3://itdo-erp-backups",
            refusal: "ServiceUnavailable"),
        Case(
            kind: .provider(.keyUnavailable(key: "backup-key-id", region: "us-west-2", .unavailable)),
            command: "aws kms encrypt --key-id backup-key-id --plaintext aGk=",
            refusal: "KeyUnavailableException"),
        Case(
            kind: .provider(.dnsControlPlaneOutage),
            command: "aws route53 change-resource-record-sets --hosted-zone-id Z123456789 --change-batch "
                + change,
            refusal: "ServiceUnavailable"),
    ]

    private static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

    @Test(arguments: cases) func `refuses while it lasts, until the last of two has ended`(_ one: Case) throws
    {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(one.kind, at: .minutes(10), for: .minutes(20))
        staged.strike(one.kind, at: .minutes(20), for: .minutes(40))
        var world = staged.rehearsal.world(seed: 1)
        for (minute, works) in [(5, true), (11, false), (31, false), (61, true)] as [(Int64, Bool)] {
            world.run(through: .start + .minutes(minute))
            let answer = world.execute(Self.words(one.command), input: nil)
            #expect((answer.status == 0) == works, "minute \(minute): \(answer.errors)")
            #expect(answer.errors.contains(one.refusal) != works, "minute \(minute)")
        }
        world.run()
        #expect(world.trace.all(.faultHealed).count == 2)
    }

    @Test(arguments: [
        (ProviderFault.KeyTrouble.disabled, "DisabledException"),
        (.pendingDeletion, "KMSInvalidStateException"),
    ])
    func `a key somebody switched off or ordered deleted is saved`(
        _ trouble: ProviderFault.KeyTrouble, _ code: String
    ) throws {
        var staged = try Staged()
        staged.isControl = true
        let fault = ProviderFault.keyUnavailable(key: "backup-key-id", region: "us-west-2", trouble)
        staged.strike(.provider(fault), at: .minutes(10), for: .minutes(20))
        var world = staged.rehearsal.world(seed: 1)
        let command = Self.words("aws kms encrypt --key-id backup-key-id --plaintext aGk=")
        world.run(through: .start + .minutes(11))
        #expect(world.execute(command, input: nil).errors.contains(code))
        world.run(through: .start + .minutes(31))
        #expect(world.execute(command, input: nil).status == 0)
    }

    /// A world in which backups are stored five minutes before all that production's credentials reach is
    /// deleted.
    private static func plundered(_ overlay: String, storing buckets: [String]) throws -> World {
        var staged = try Staged(overlay)
        staged.isControl = true
        staged.plan.backups.isDeployed = false
        staged.strike(.provider(.credentialTheft(identity: "platform")), at: .minutes(10))
        var world = staged.rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(5))
        for bucket in buckets {
            let line = "aws s3api put-object --bucket \(bucket) --key database/monday"
            #expect(world.execute(words(line), input: nil).status == 0)
        }
        world.run(through: .start + .minutes(11))
        return world
    }

    /// What became of a bucket, in the trace's words.
    private static func fate(of bucket: String, in world: World) -> String? {
        world.trace.all(.bucketPlundered, of: bucket).first?.text
    }

    @Test func `stolen credentials delete every copy they reach, and in the document that is all`() throws {
        let buckets = ["itdo-erp-backups", "itdo-erp-backups-dr"]
        var world = try Self.plundered("l3-named", storing: buckets)
        for bucket in buckets {
            #expect(world.execute(Self.words("aws s3 ls s3://\(bucket)"), input: nil).output == "")
            let fate = "in \(bucket) 1 versions are deleted, 0 objects hidden, 0 out of reach"
            #expect(Self.fate(of: bucket, in: world) == fate)
        }
    }

    @Test func `versions and another account's lock keep what production's credentials cannot touch`() throws
    {
        var world = try Self.plundered("l4-remediated", storing: ["itdo-erp-backups"])
        #expect(world.execute(Self.words("aws s3 ls s3://itdo-erp-backups"), input: nil).output == "")
        #expect(
            Self.fate(of: "itdo-erp-backups", in: world)
                == "in itdo-erp-backups 0 versions are deleted, 1 objects hidden, 0 out of reach")
        #expect(
            Self.fate(of: "itdo-erp-backups-dr", in: world)
                == "in itdo-erp-backups-dr 0 versions are deleted, 0 objects hidden, 1 out of reach")
        let line = "aws s3api get-object --bucket itdo-erp-backups-dr --key database/monday /tmp/a"
        #expect(world.execute(Self.words(line), input: nil).status == 0)
    }

    @Test func `whoever uses stolen credentials is come upon like any intruder, and declared`() throws {
        var staged = try Staged("l4-remediated")
        staged.incidentClass = "security_breach"
        let index = try #require(staged.plan.assumptions.firstIndex { $0.id == "breach_detection" })
        staged.plan.assumptions[index].distribution = .constant(Span.hours(1).inSeconds)
        #expect(staged.run().trace.first(.damageNoticed) == nil)
        staged.strike(.provider(.credentialTheft(identity: "platform")), at: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.first(.damageNoticed) == .minutes(70))
        #expect(trace.first(.decisionMade, from: .minutes(70)) != nil)
        #expect(trace.first(.procedureStarted, of: "isolate_systems") != nil)
    }

    @Test func `nodes a failover needs are refused until the shortage ends`() throws {
        var staged = try Staged()
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let free = staged.run().trace
        #expect(free.all(.capacityRefused).isEmpty)
        staged.strike(.provider(.capacityShortage("us-east-1")), at: .minutes(5), for: .minutes(90))
        let refusing = AssumptionID(AssumptionName.capacityRefusal.rawValue)
        let index = try #require(staged.plan.assumptions.firstIndex { $0.id == refusing })
        staged.plan.assumptions[index].distribution = .constant(1)
        let short = staged.run().trace
        #expect(!short.all(.capacityRefused).isEmpty)
        #expect(short.first(.nodeReady) ?? .zero > .minutes(95))
        #expect(free.first(.nodeReady) ?? .hours(3) < .minutes(30))
    }

    @Test func `a reservation has what a failover needs`() throws {
        var staged = try Staged("l4-remediated")
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        staged.strike(.provider(.capacityShortage("us-east-1")), at: .minutes(5))
        let trace = staged.run().trace
        #expect(trace.all(.capacityRefused).isEmpty)
        #expect(!trace.all(.nodeReady).isEmpty)
    }
}
