import DRSimCloud
import DRSimUnits
import Testing

/// Regions, zones and links that are lost and come back.
struct OutagesTests {
    @Test func `a lost region stops its nodes at once, and they return with it`() {
        var run = CloudRun()
        run.loseRegion(0, at: .seconds(10))
        #expect(!run.cloud.isUp(region: 0))
        #expect(!run.cloud.isAPIUp(0))
        #expect(run.cloud.isUp(region: 1))
        #expect(run.nodes(.stopped).count == 3)
        run.run(through: .minutes(60))
        #expect(run.nodes(.stopped).count == 3)
        run.returnRegion(0, at: .minutes(60))
        #expect(run.nodes(.running).count == 3)
        let stops = run.instants { if case .nodeStopped = $0 { true } else { false } }
        #expect(stops == Array(repeating: .seconds(10), count: 3))
        #expect(run.instants { $0 == .regionLost(0) } == [.seconds(10)])
        #expect(run.instants { $0 == .regionReturned(0) } == [.minutes(60)])
        #expect(run.cloud.nodes.count == 5)
    }

    @Test func `of two overlapping losses of a region the later end brings it back`() {
        var run = CloudRun()
        run.loseRegion(0, at: .minutes(1))
        run.loseRegion(0, at: .minutes(2))
        run.returnRegion(0, at: .minutes(3))
        #expect(!run.cloud.isUp(region: 0))
        #expect(run.nodes(.running).isEmpty)
        run.returnRegion(0, at: .minutes(4))
        #expect(run.cloud.isUp(region: 0))
        #expect(run.instants { $0 == .regionLost(0) } == [.minutes(1)])
        #expect(run.instants { $0 == .regionReturned(0) } == [.minutes(4)])
    }

    @Test(arguments: [true, false])
    func `a zone lost while its region is stays down until both have ended`(isZoneFirst: Bool) {
        var run = CloudRun()
        run.loseRegion(0, at: .minutes(1))
        run.loseZone(1, at: .minutes(2))
        if isZoneFirst {
            run.returnZone(1, at: .minutes(3))
            #expect(!run.cloud.isUp(region: 0, zone: 1))
            run.returnRegion(0, at: .minutes(4))
        } else {
            run.returnRegion(0, at: .minutes(3))
            #expect(run.cloud.isUp(region: 0, zone: 0))
            #expect(!run.cloud.isUp(region: 0, zone: 1))
            #expect(run.nodes(.running).map(\.zone) == [0, 2])
            run.returnZone(1, at: .minutes(4))
        }
        #expect(run.cloud.isUp(region: 0, zone: 1))
        #expect(run.nodes(.running).count == 3)
    }

    @Test func `a region all of whose zones are lost is lost`() {
        var run = CloudRun()
        for zone in 0..<3 { run.loseZone(zone, at: .minutes(1)) }
        #expect(!run.cloud.isUp(region: 0))
        #expect(run.instants { $0 == .regionLost(0) } == [.minutes(1)])
        run.returnZone(2, at: .minutes(2))
        #expect(run.cloud.isUp(region: 0))
        #expect(run.cloud.isUp(region: 0, zone: 2))
        #expect(!run.cloud.isUp(region: 0, zone: 0))
    }

    @Test func `regions and zones are found by what commands call them`() {
        let run = CloudRun()
        #expect(run.cloud.region(named: "east") == 1)
        #expect(run.cloud.region(named: "north") == nil)
        #expect(run.cloud.region(ofLoadBalancer: "LB.east.") == 1)
        #expect(run.cloud.region(ofLoadBalancer: "lb.north") == nil)
    }

    static let sites: [Site] = [.region(0), .region(1), .third, .clients]

    @Test(arguments: sites, sites)
    func `every site reaches every other while nothing is wrong`(source: Site, target: Site) {
        #expect(CloudRun().cloud.isReachable(from: source, to: target))
    }

    @Test(arguments: sites)
    func `nobody reaches a lost region, and it reaches nobody`(other: Site) {
        var run = CloudRun()
        run.loseRegion(0, at: .start)
        #expect(!run.cloud.isReachable(from: other, to: .region(0)))
        #expect(!run.cloud.isReachable(from: .region(0), to: other))
    }

    @Test func `a link is cut in one direction`() {
        var run = CloudRun()
        run.at(.start) { $0.cut(.region(0), .region(1), at: $1, draws: $2, effects: &$3) }
        #expect(!run.cloud.isReachable(from: .region(0), to: .region(1)))
        #expect(run.cloud.isReachable(from: .region(1), to: .region(0)))
        #expect(run.cloud.isReachable(from: .third, to: .region(1)))
    }

    @Test func `overlapping cuts are counted`() {
        var run = CloudRun()
        run.at(.start) { cloud, now, draws, effects in
            cloud.cut(.region(0), .region(1), at: now, draws: draws, effects: &effects)
            cloud.cut(.region(0), .region(1), at: now, draws: draws, effects: &effects)
            cloud.heal(.region(0), .region(1), at: now, draws: draws, effects: &effects)
        }
        #expect(!run.cloud.isReachable(from: .region(0), to: .region(1)))
        run.at(.minutes(1)) { cloud, now, draws, effects in
            cloud.heal(.region(0), .region(1), at: now, draws: draws, effects: &effects)
        }
        #expect(run.cloud.isReachable(from: .region(0), to: .region(1)))
        #expect(run.instants { $0 == .linkCut(from: .region(0), to: .region(1)) } == [.start])
        #expect(run.instants { $0 == .linkHealed(from: .region(0), to: .region(1)) } == [.minutes(1)])
    }
}
