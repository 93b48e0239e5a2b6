import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Who should not be there is seen by no check, and bites when they choose to.
@Suite struct SecurityFaultTests {
    private let api: ServiceID = "core_erp_api"
    private static let context = "prod-cluster"

    /// A trial of some hours with an intruder who strikes after twenty minutes.
    private static func waiting(_ overlay: String = "l3-named", as identity: String? = nil) throws -> Staged {
        var staged = try Staged(overlay)
        (staged.incidentClass, staged.isControl) = ("security_breach", true)
        staged.strike(
            .security(.ransomware(context: context, dwell: .constant(1_200), identity: identity)),
            at: .minutes(10))
        return staged
    }

    @Test func `an intruder who waits is felt by nobody, and encrypts when the wait is over`() throws {
        let trace = try Self.waiting().run().trace
        #expect(trace.served(api, at: .minutes(29)) == .all)
        #expect(trace.first(.attackBegun) == .minutes(30))
        #expect(trace.served(api, at: .minutes(30)) == .none)
        #expect(trace.served(api, at: .minutes(179)) == .none)
        #expect(trace.all(.dataSpoilt).compactMap { $0.string(.damage) } == ["intrusion", "encryption"])
    }

    @Test func `whoever isolates the database first leaves nothing to encrypt, and can let it work again`()
        throws
    {
        var world = try Self.waiting().rehearsal.world(seed: 1)
        func fence(_ instances: String) {
            let annotation = #"{"metadata":{"annotations":{"cnpg.io/fencedInstances":\#(instances)}}}"#
            let answer = world.execute(
                [
                    "kubectl", "--context", Self.context, "patch", "clusters.postgresql.cnpg.io",
                    "postgres-primary", "-n", "production", "--type=merge", "-p", annotation,
                ], input: nil)
            #expect(answer.status == 0, "\(answer.errors)")
        }
        world.run(through: .start + .minutes(15))
        fence(#""[\"*\"]""#)
        world.run(through: .start + .minutes(31))
        fence("null")
        world.run()
        #expect(world.trace.all(.attackBegun).first?.number(.effective) == 0)
        #expect(world.trace.all(.dataSpoilt).compactMap { $0.string(.damage) } == ["intrusion"])
        #expect(world.trace.served(api, at: .minutes(30)) == .none)
        #expect(world.trace.served(api, at: .minutes(120)) == .all)
    }

    @Test func `with an identity all it reaches goes before the database does`() throws {
        var world = try Self.waiting(as: "platform").rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(5))
        let put = "aws s3api put-object --bucket itdo-erp-backups-dr --key database/monday"
        #expect(world.execute(put.split(separator: " ").map(String.init), input: nil).status == 0)
        world.run()
        let plundered = try #require(world.trace.all(.bucketPlundered, of: "itdo-erp-backups-dr").first)
        #expect(plundered.at == .start + .minutes(30))
        let without = try Self.waiting().run().trace
        #expect(without.all(.bucketPlundered).isEmpty)
    }

    @Test func `isolation stops the encryption and not who has the keys, unless these are withdrawn in time`()
        throws
    {
        for isWithdrawn in [false, true] {
            var world = try Self.waiting(as: "platform").rehearsal.world(seed: 1)
            func type(_ line: String) -> String {
                let answer = world.execute(line.split(separator: " ").map(String.init), input: nil)
                #expect(answer.status == 0, "\(line): \(answer.errors)")
                return answer.output
            }
            world.run(through: .start + .minutes(15))
            _ = type("aws s3api put-object --bucket itdo-erp-backups-dr --key database/monday")
            _ = type("kubectl scale deployment --all --replicas=0 -n production")
            if isWithdrawn {
                let key = type(
                    "aws iam list-access-keys --query AccessKeyMetadata[0].AccessKeyId --output text")
                _ = type("aws iam create-access-key")
                _ = type("aws iam update-access-key --access-key-id \(key.dropLast()) --status Inactive")
            }
            world.run()
            #expect(world.trace.all(.attackBegun).first?.number(.effective) == 0)
            #expect(!world.trace.all(.bucketPlundered).isEmpty)
            let list = world.execute(
                ["aws", "s3", "ls", "s3://itdo-erp-backups-dr/database/"], input: nil)
            #expect(list.output.contains("monday") == isWithdrawn)
        }
    }

    @Test func `the mended response withdraws the keys before an intruder who is found in time comes back`()
        throws
    {
        for withdraws in [true, false] {
            var staged = try Staged("findings/F44")
            (staged.incidentClass, staged.horizon) = ("security_breach", .days(13))
            staged.strike(
                .security(
                    .ransomware(context: Self.context, dwell: .constant(950_400), identity: "platform")),
                at: .hours(1))
            if !withdraws {
                let index = try #require(staged.plan.runbooks.firstIndex { $0.id == "isolate_systems" })
                staged.plan.runbooks[index].steps.removeAll { $0.id == "withdraw_key" }
            }
            let trace = staged.run().trace
            let noticed = try #require(trace.first(.damageNoticed))
            let struck = try #require(trace.first(.attackBegun))
            #expect(noticed < struck)
            let plundered = trace.all(.bucketPlundered).filter { $0.entity == "itdo-erp-backups-dr" }
            #expect(plundered.map { $0.text.contains(" 0 versions are deleted") } == [withdraws])
        }
    }

    @Test func `an intruder who only reads stops nothing, and is declared when somebody comes upon them`()
        throws
    {
        var staged = try Staged("l1-probed")
        (staged.incidentClass, staged.horizon) = ("security_breach", .hours(240))
        staged.strike(.security(.intrusion(context: Self.context)), at: .minutes(10))
        let seed = try #require(
            (1...20 as ClosedRange<UInt64>).first { !staged.run(seed: $0).trace.all(.damageNoticed).isEmpty })
        let result = staged.run(seed: seed)
        let noticed = try #require(result.trace.all(.damageNoticed).first)
        #expect(noticed.source == "assumption:breach_detection")
        let declared = try #require(result.trace.all(.decisionMade).first)
        #expect(declared.string(.incidentClass) == "security_breach")
        #expect(result.trace.ledger.damages.isEmpty)
        #expect(result.score.services.allSatisfy { !$0.isExercised })
        #expect(result.score.handling.taken == .incidentClass("security_breach"))
    }
}
