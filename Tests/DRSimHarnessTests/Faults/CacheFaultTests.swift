import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// What it costs when a cache is emptied, gone or not there.
@Suite struct CacheFaultTests {
    private static let users: ServiceID = "user_auth"
    private static let redis = ApplicationFault.Workload(
        context: "prod-cluster", deployment: "redis-cluster")
    private static let flush = Fault.Kind.application(.cacheLoss("sessions", context: "prod-cluster"))

    /// A busy afternoon in which a request without the cache costs this much.
    private func staged(missLoad: Double, isRequired: Bool = false) throws -> Staged {
        var staged = try Staged()
        staged.isControl = true
        staged.plan.caches[0].missLoad = missLoad
        staged.plan.caches[0].isRequired = isRequired
        return staged
    }

    @Test func `makes requests dearer than the pods can bear, until it holds what is asked for`() throws {
        var staged = try staged(missLoad: 3)
        staged.strike(Self.flush, at: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.first(.cacheLost, of: "sessions") == .minutes(10))
        #expect(trace.first(.serviceUnavailable, of: Self.users.name) == .minutes(10))
        let served = trace.served(Self.users, at: .minutes(10))
        #expect(served > .percent(30) && served < .percent(80))
        let warm = try #require(trace.first(.cacheWarmed, of: "sessions"))
        #expect(trace.all(.cacheWarmed).map(\.source) == ["assumption:cache_warm_up"])
        #expect(trace.first(.serviceRestored, of: Self.users.name) == warm)
        #expect(trace.served(Self.users, at: warm) == .all)
    }

    @Test(arguments: [true, false])
    func `loses the store that is nowhere else, and none that it only has copies of`(isOnly: Bool) throws {
        var staged = try staged(missLoad: 3)
        if !isOnly { staged.plan.caches[0].store = nil }
        staged.strike(Self.flush, at: .minutes(10))
        let store = try #require(staged.run().score.store("cache"))
        #expect(store.isLost == isOnly)
        #expect(store.verdict == (isOnly ? .noTarget : .notExercised))
    }

    @Test func `keeps its store while no fault reaches it`() throws {
        var staged = try staged(missLoad: 3)
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(10))
        let store = try #require(staged.run().score.store("cache"))
        #expect(!store.isLost)
    }

    @Test func `is not felt where all pods together carry what it adds`() throws {
        var staged = try staged(missLoad: 1.4)
        staged.strike(Self.flush, at: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.first(.cacheLost) == .minutes(10))
        #expect(trace.served(Self.users, at: .minutes(11)) == .all)
    }

    @Test func `begins to fill anew when it is emptied again meanwhile`() throws {
        var staged = try staged(missLoad: 3)
        staged.strike(Self.flush, at: .minutes(10))
        staged.strike(Self.flush, after: .cacheLost, delay: .seconds(30))
        let trace = staged.run().trace
        #expect(trace.all(.cacheLost).count == 2)
        #expect(trace.all(.cacheWarmed).count == 1)
    }

    @Test(arguments: [false, true])
    func `is of no use while its pods crash, and empty when they are back`(isRequired: Bool) throws {
        var staged = try staged(missLoad: 3, isRequired: isRequired)
        staged.strike(.application(.crashLoop(Self.redis)), at: .minutes(10), for: .minutes(20))
        let trace = staged.run().trace
        #expect(trace.first(.cacheLost) == .minutes(10))
        #expect((trace.served(Self.users, at: .minutes(20)) == .none) == isRequired)
        let warm = try #require(trace.first(.cacheWarmed))
        #expect(warm > .minutes(30))
        // What has to be there may be empty: users log in again.
        let back = try #require(trace.first(.podReady, from: .minutes(30)))
        #expect(trace.served(Self.users, at: back) > .none)
        #expect(trace.served(Self.users, at: warm) == .all)
    }

    @Test func `survives the loss of a zone, since the pods of the others hold the same`() throws {
        var staged = try staged(missLoad: 3)
        staged.strike(.site(.zoneOutage(.named("us-west-2b"))), at: .minutes(10), for: .minutes(30))
        #expect(staged.run().trace.all(.cacheLost) == [])
    }

    @Test func `fills in the recovery region only once users come`() throws {
        var staged = try staged(missLoad: 1)
        (staged.isControl, staged.incidentClass) = (false, "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let trace = staged.run().trace
        #expect(trace.first(.cacheLost) == .minutes(10))
        let came = try #require(trace.first(.dnsPropagated))
        #expect(try #require(trace.first(.cacheWarmed)) > came)
    }

    @Test func `finds nothing to strike where no cache answers`() throws {
        var staged = try staged(missLoad: 1)
        staged.strike(.application(.cacheLoss("sessions", context: "nowhere")), at: .minutes(10))
        #expect(staged.run().score.idleFaults.count == 1)
    }
}
