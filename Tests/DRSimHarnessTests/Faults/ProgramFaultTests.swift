import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Deployments whose programs fail: bad images, leaks, crash loops.
@Suite struct ProgramFaultTests {
    private let api: ServiceID = "core_erp_api"
    private let backend = ApplicationFault.Workload(context: "prod-cluster", deployment: "backend-api")

    private func control(_ fault: ApplicationFault, for duration: Span? = .minutes(60)) throws -> Staged {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.application(fault), at: .minutes(10), for: duration)
        return staged
    }

    private func failures(in trace: Trace, _ word: String) -> [Fact] {
        trace.all(.podFailed).filter { $0.text.contains(word) }
    }

    @Test func `crashes every pod at once, and starts them when the program is mended`() throws {
        let trace = try control(.crashLoop(backend)).run().trace
        #expect(failures(in: trace, "CrashLoopBackOff").filter { $0.at == .start + .minutes(10) }.count == 5)
        #expect(trace.served(api, at: .minutes(11)) == .none)
        #expect(trace.served(api, at: .minutes(69)) == .none)
        let restored = try #require(trace.first(.serviceRestored, of: "core_erp_api"))
        #expect(restored > .minutes(70) && restored < .minutes(85))
    }

    @Test func `crashes on until the last of two crash loops has ended`() throws {
        var staged = try control(.crashLoop(backend), for: .minutes(20))
        staged.strike(.application(.crashLoop(backend)), at: .minutes(20), for: .minutes(40))
        let trace = staged.run().trace
        #expect(trace.served(api, at: .minutes(59)) == .none)
        #expect(trace.served(api, at: .minutes(100)) == .all)
    }

    @Test func `stops a rollout whose pods never become ready, and spares the pods before it`() throws {
        let trace = try control(.badDeploy(backend, symptom: .neverReady, share: .all)).run().trace
        #expect(trace.first(.rolloutStarted, of: "backend-api") == .minutes(10))
        #expect(!failures(in: trace, "readiness").isEmpty)
        #expect(trace.served(api, at: .minutes(60)) == .all)
        #expect(trace.first(.rolloutFinished, of: "backend-api", from: .minutes(70)) != nil)
    }

    @Test func `breaks the share of the pods that crash at work, until it is rolled back`() throws {
        let trace = try control(.badDeploy(backend, symptom: .crash, share: .percent(60))).run().trace
        #expect(failures(in: trace, "CrashLoopBackOff").count >= 3)
        let served = trace.served(api, at: .minutes(69))
        #expect(served > .percent(50) && served < .percent(95))
        #expect(trace.served(api, at: .minutes(120)) == .all)
    }

    @Test func `is not mended by a restart, which starts the same image`() throws {
        var world = try control(.badDeploy(backend, symptom: .crash, share: .percent(60)), for: nil)
            .rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(60))
        let command = ["kubectl", "rollout", "restart", "deployment/backend-api", "-n", "production"]
        #expect(world.execute(command, input: nil).status == 0)
        world.run()
        #expect(world.trace.served(api, at: .minutes(170)) < .percent(95))
    }

    @Test func `is mended by undoing the rollout`() throws {
        var world = try control(.badDeploy(backend, symptom: .crash, share: .percent(60)), for: nil)
            .rehearsal.world(seed: 1)
        world.run(through: .start + .minutes(60))
        let command = ["kubectl", "rollout", "undo", "deployment/backend-api", "-n", "production"]
        #expect(world.execute(command, input: nil).output == "deployment.apps/backend-api rolled back\n")
        world.run()
        #expect(world.trace.served(api, at: .minutes(170)) == .all)
    }

    @Test func `a leak that was mended brings the next one's end no nearer`() throws {
        func failures(_ staged: Staged) -> [Instant] { staged.run().trace.all(.podFailed).map(\.at) }
        var one = try Staged()
        (one.isControl, one.horizon) = (true, .hours(6))
        var two = one
        one.strike(.application(.memoryLeak(backend)), at: .minutes(30), for: .hours(5))
        two.strike(.application(.memoryLeak(backend)), at: .minutes(20), for: .minutes(1))
        two.strike(.application(.memoryLeak(backend)), at: .minutes(30), for: .hours(5))
        #expect(!failures(one).isEmpty)
        #expect(failures(one) == failures(two))
    }

    @Test func `kills leaking pods in waves and no longer than they leak`() throws {
        var staged = try control(.memoryLeak(backend), for: .minutes(120))
        staged.horizon = .hours(5)
        let trace = staged.run().trace
        let kills = failures(in: trace, "OOMKilled").map { $0.at - .start }
        #expect(kills.count >= 5)
        #expect(kills.allSatisfy { $0 > .minutes(10) && $0 <= .minutes(130) })
        #expect(trace.first(.serviceUnavailable, of: "core_erp_api") != nil)
        #expect(trace.served(api, at: .minutes(200)) == .all)
    }

    @Test func `finds nothing to strike where there is no such deployment`() throws {
        let nobody = ApplicationFault.Workload(context: "prod-cluster", deployment: "nobody")
        #expect(try control(.crashLoop(nobody)).run().score.idleFaults.count == 1)
    }
}
