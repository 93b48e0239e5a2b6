import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Faults of different kinds on one thing: the end of one leaves what the other does.
@Suite struct OverlapTests {
    private static let prod = "prod-cluster"
    private static let west = Fault.Kind.site(.regionOutage("us-west-2"))
    private static let crashLoop = Fault.Kind.database(.crashLoop(context: prod))
    private static let diskFull = Fault.Kind.database(.walDiskFull(context: prod))
    private static let primaryZone = Fault.Kind.site(.zoneOutage(.ofPrimary(context: prod)))

    /// A fault that lasts, and one that comes and goes meanwhile.
    struct Case: CustomTestStringConvertible, Sendable {
        let lasting: Fault.Kind
        let passing: Fault.Kind
        var testDescription: String { "\(lasting.name) over \(passing.name)" }

        init(_ lasting: Fault.Kind, _ passing: Fault.Kind) {
            (self.lasting, self.passing) = (lasting, passing)
        }
    }

    private static func deployment(_ name: String = "backend-api") -> ApplicationFault.Workload {
        .init(context: prod, deployment: name)
    }

    private static let outages: [Case] = [
        Case(crashLoop, west), Case(diskFull, west), Case(west, crashLoop), Case(west, diskFull),
        Case(crashLoop, diskFull), Case(diskFull, crashLoop), Case(crashLoop, primaryZone),
        Case(crashLoop, .database(.crash(context: prod))),
        Case(diskFull, .database(.hang(context: prod))),
        Case(west, primaryZone),
        Case(.application(.crashLoop(deployment())), west),
        Case(.application(.crashLoop(deployment())), .application(.memoryLeak(deployment()))),
        Case(
            .application(.crashLoop(deployment())),
            .application(.badDeploy(deployment(), symptom: .neverReady, share: .all))),
        Case(
            .application(.badDeploy(deployment(), symptom: .crash, share: .all)),
            .application(.crashLoop(deployment()))),
        Case(
            .platform(.certificateExpired(context: prod, host: "api.itdo-erp.com")), west),
    ]

    @Test(arguments: outages)
    func `what lasts keeps users away when what passed is over, and no longer`(_ one: Case) throws {
        var staged = try Staged()
        staged.isControl = true
        staged.fix("bad_deploy_onset", at: 120)
        staged.strike(one.lasting, at: .minutes(10), for: .minutes(90))
        staged.strike(
            one.passing, at: .minutes(20), for: one.passing.isMomentary ? nil : .minutes(10))
        let trace = staged.run().trace
        let served = trace.served("core_erp_api", at: .minutes(19))
        #expect(served < .all)
        #expect(trace.served("core_erp_api", at: .minutes(95)) <= served)
        if [Self.west, Self.crashLoop, Self.diskFull].contains(one.lasting) {
            #expect(trace.first(.databaseWritable) ?? .zero >= .minutes(100))
        }
        #expect(trace.served("core_erp_api", at: .minutes(140)) == .all)
    }

    @Test func `pods that crashed start again though their program still leaks`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.fix("memory_leak_fill", at: 100_000)
        staged.strike(.application(.memoryLeak(Self.deployment())), at: .minutes(10))
        staged.strike(.application(.crashLoop(Self.deployment())), at: .minutes(20), for: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.served("core_erp_api", at: .minutes(25)) == .none)
        #expect(trace.served("core_erp_api", at: .minutes(60)) == .all)
    }

    @Test func `a key ordered deleted stays so when it would have been switched on again`() throws {
        func fault(_ trouble: ProviderFault.KeyTrouble) -> Fault.Kind {
            .provider(.keyUnavailable(key: "backup-key-id", region: "us-west-2", trouble))
        }
        let troubles = ProviderFault.KeyTrouble.allCases
        for (one, other) in troubles.flatMap({ one in troubles.map { (one, $0) } }) {
            var staged = try Staged()
            staged.isControl = true
            staged.strike(fault(one), at: .minutes(10), for: .minutes(90))
            staged.strike(fault(other), at: .minutes(20), for: .minutes(10))
            var world = staged.rehearsal.world(seed: 1)
            for (time, works) in [(40, false), (101, true)] as [(Int64, Bool)] {
                world.run(to: .minutes(time))
                let answer = world.answer("aws kms encrypt --key-id backup-key-id --plaintext aGk=")
                #expect((answer.status == 0) == works, "\(one) over \(other) at \(time)")
            }
        }
    }
}
