import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

/// Node groups: they keep up their number, and change it when told.
struct NodeGroupTests {
    @Test func `nodes are spread over the zones and named after their place`() {
        let run = CloudRun(.twoRegions(desired: 7))
        let zones = run.nodes(.running).map(\.zone)
        #expect(zones == [0, 1, 2, 0, 1, 2, 0])
        #expect(run.cloud.nodes[0].name == "ip-10-0-0-4.west.compute.internal")
        #expect(run.cloud.region(ofNode: run.cloud.nodes[8].name) == 1)
        #expect(run.cloud.node(named: "ip-10-9-9-9.west.compute.internal") == nil)
        #expect(run.facts.isEmpty)
    }

    @Test func `a thousand nodes have a thousand names`() {
        let run = CloudRun(.twoRegions(desired: 1_000))
        #expect(Set(run.cloud.nodes.map(\.name)).count == 1_002)
    }

    @Test func `growing asks for nodes, which are ready after their start time`() throws {
        var run = CloudRun()
        try run.scale(to: 5, at: .seconds(10))
        #expect(run.nodes(.starting).count == 2)
        run.run(through: .seconds(159))
        #expect(run.nodes(.running).count == 3)
        run.run(through: .seconds(160))
        #expect(run.nodes(.running).count == 5)
        let ready = run.facts.filter { if case .nodeReady(_, "node_start") = $0.fact { true } else { false } }
        #expect(ready.map(\.at) == [.seconds(160), .seconds(160)])
        #expect(Set(run.nodes(.running).prefix(3).map(\.zone)) == [0, 1, 2])
    }

    @Test func `shrinking gives up launches first, then the youngest in the fullest zone`() throws {
        var run = CloudRun(.twoRegions(desired: 4))
        try run.scale(to: 6, at: .start)
        try run.scale(to: 3, at: .seconds(10))
        #expect(run.nodes(.starting).isEmpty)
        #expect(run.nodes(.running).map(\.zone) == [0, 1, 2])
        #expect(run.nodes(.running).map(\.name) == Array(run.cloud.nodes.prefix(3).map(\.name)))
        run.run(through: .minutes(10))
        #expect(run.instants { if case .nodeReady = $0 { true } else { false } }.isEmpty)
        #expect(run.instants { if case .nodeRemoved = $0 { true } else { false } } == [.seconds(10)])
    }

    @Test func `a lost node is replaced in its zone and then let go`() {
        var run = CloudRun()
        let lost = run.cloud.nodes[1]
        run.at(.minutes(1)) { $0.stopNode(lost.name, at: $1, draws: $2, effects: &$3) }
        #expect(run.cloud.node(named: lost.name)?.state == .stopped)
        #expect(run.nodes(.starting).map(\.zone) == [lost.zone])
        run.run(through: .minutes(1) + .seconds(150))
        #expect(run.nodes(.running).count == 3)
        #expect(run.cloud.node(named: lost.name)?.state == .gone)
        run.at(.minutes(9)) { $0.returnNode(lost.name, at: $1, draws: $2, effects: &$3) }
        #expect(run.cloud.node(named: lost.name)?.state == .gone)
        #expect(run.nodes(.running).count == 3)
    }

    @Test func `a lost node that returns in time is kept, and its replacement not needed`() {
        var run = CloudRun()
        let lost = run.cloud.nodes[1].name
        run.at(.minutes(1)) { $0.stopNode(lost, at: $1, draws: $2, effects: &$3) }
        run.at(.minutes(2)) { $0.stopNode(lost, at: $1, draws: $2, effects: &$3) }
        run.at(.minutes(2)) { $0.returnNode(lost, at: $1, draws: $2, effects: &$3) }
        #expect(run.cloud.node(named: lost)?.state == .stopped)
        run.at(.minutes(3)) { $0.returnNode(lost, at: $1, draws: $2, effects: &$3) }
        #expect(run.cloud.node(named: lost)?.state == .running)
        run.run(through: .minutes(30))
        #expect(run.nodes(.running).count == 3)
        #expect(run.nodes(.starting).isEmpty)
        #expect(run.instants { if case .launchAbandoned = $0 { true } else { false } } == [.minutes(3)])
    }

    @Test func `a lost zone's nodes are replaced in the others and return with their zone`() {
        var run = CloudRun(.twoRegions(desired: 6))
        run.loseZone(0, at: .minutes(1))
        #expect(run.nodes(.stopped).count == 2)
        #expect(run.nodes(.starting).map(\.zone) == [1, 2])
        run.run(through: .minutes(10))
        #expect(run.nodes(.running).count == 6)
        run.returnZone(0, at: .minutes(20))
        #expect(run.nodes(.running).count == 8)
        #expect(run.nodes(.stopped).isEmpty)
    }

    @Test func `launches end with their region and are asked for again when it returns`() throws {
        var run = CloudRun()
        try run.scale(to: 4, at: .start)
        run.loseRegion(0, at: .seconds(60))
        #expect(run.nodes(.starting).isEmpty)
        run.run(through: .minutes(9))
        #expect(run.nodes(.running).isEmpty)
        run.returnRegion(0, at: .minutes(10))
        #expect(run.nodes(.running).count == 3)
        #expect(run.nodes(.starting).count == 1)
        run.run(through: .minutes(10) + .seconds(150))
        #expect(run.nodes(.running).count == 4)
    }

    @Test func `an update changes only what it names, and says whether it changed anything`() throws {
        var run = CloudRun()
        func update(_ run: inout CloudRun, max: Int?) throws -> Bool {
            try run.at(.start) {
                try $0.updateNodeGroup(
                    cluster: "west", group: "workers", region: 0, min: nil, max: max, desired: nil, at: $1,
                    draws: $2, effects: &$3)
            }
        }
        #expect(try update(&run, max: 40))
        #expect(try !update(&run, max: 40))
        let group = try run.cloud.describeNodeGroup(cluster: "west", group: "workers", region: 0)
        #expect(group.sizes == NodeGroupSizes(min: 1, max: 40, desired: 3))
        #expect((group.running, group.starting) == (3, 0))
    }

    @Test(arguments: [
        (min: 5, max: 10, desired: 4, message: "Minimum capacity 5 can't be greater than desired size 4"),
        (min: 1, max: 3, desired: 4, message: "desired capacity 4 can't be greater than max size 3"),
        (min: -1, max: 3, desired: 2, message: "desiredSize is not valid"),
    ])
    func `refuses sizes that contradict each other`(
        row: (min: Int, max: Int, desired: Int, message: String)
    ) throws {
        var run = CloudRun()
        let error = #expect(throws: CloudError.self) {
            try run.scale(to: row.desired, min: row.min, max: row.max, at: .start)
        }
        #expect(
            error?.description
                == "An error occurred (InvalidParameterException) when calling the UpdateNodegroupConfig "
                + "operation: \(row.message)")
        #expect(run.facts.isEmpty)
    }

    @Test(arguments: [
        (cluster: "east", group: "workers", message: "No cluster found for name: east."),
        (cluster: "west", group: "gpu", message: "No node group found for name: gpu."),
    ])
    func `does not know other clusters and groups`(
        row: (cluster: String, group: String, message: String)
    ) throws {
        var run = CloudRun()
        let update = #expect(throws: CloudError.self) {
            try run.at(.start) {
                try $0.updateNodeGroup(
                    cluster: row.cluster, group: row.group, region: 0, min: nil, max: nil, desired: 2,
                    at: $1, draws: $2, effects: &$3)
            }
        }
        #expect(
            update?.description
                == "An error occurred (ResourceNotFoundException) when calling the UpdateNodegroupConfig "
                + "operation: \(row.message)")
        let description = #expect(throws: CloudError.self) {
            try run.cloud.describeNodeGroup(cluster: row.cluster, group: row.group, region: 0)
        }
        #expect(description?.operation == .describeNodegroup)
        #expect(description?.message == row.message)
    }

    @Test(arguments: [(within: 150.0, share: 0.5), (within: 330.0, share: 0.95)])
    func `start times have the median and 95th percentile of their source`(
        row: (within: Double, share: Double)
    ) throws {
        var (count, early) = (0, 0)
        for trial in 0..<800 as Range<UInt32> {
            var run = CloudRun(
                timings: .timings(nodeStart: .lognormal(p50: 150, p95: 330), dnsPropagation: .constant(30)),
                trial: trial)
            try run.scale(to: 8, at: .start)
            run.run(through: .start + .days(1))
            let ready = run.instants { if case .nodeReady = $0 { true } else { false } }
            count += ready.count
            early += ready.count { $0 - .start <= Span.rounding(seconds: row.within) }
        }
        #expect(count == 4_000)
        let standardError = (row.share * (1 - row.share) / Double(count)).squareRoot()
        #expect(abs(Double(early) / Double(count) - row.share) < 4 * standardError)
    }

    @Test func `a group's luck does not depend on what happens in another region`() throws {
        func readyInstants(losingEast: Bool) throws -> [Instant] {
            var run = CloudRun(
                timings: .timings(nodeStart: .lognormal(p50: 150, p95: 330), dnsPropagation: .constant(30)))
            if losingEast {
                run.loseRegion(1, at: .seconds(1))
                run.returnRegion(1, at: .seconds(2))
            }
            try run.scale(to: 9, at: .seconds(3))
            run.run(through: .start + .days(1))
            return run.facts.compactMap {
                if case .nodeReady(let node, _) = $0.fact, node.region == 0 { $0.at } else { nil }
            }
        }
        #expect(try readyInstants(losingEast: true) == readyInstants(losingEast: false))
    }

    @Test func `a copy goes its own way`() throws {
        var run = CloudRun()
        try run.scale(to: 5, at: .start)
        let copy = run
        run.loseRegion(0, at: .seconds(10))
        #expect(copy.nodes(.running).count == 3)
        #expect(run.nodes(.running).isEmpty)
    }
}
