import DRSimHarness
import DRSimKernel
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// What trials draw has the quantiles its source gives.
@Suite struct SourcedDurationTests {
    @Test func `draws every assumption with the median and 95th percentile of its source`() throws {
        let plan = try RepositoryFiles.plan("l3-named")
        let entity = StreamName("database us-west-2/production/postgres-primary")
        for assumption in plan.assumptions {
            let quantity = Quantity(assumption.id, assumption.distribution)
            let values = (0..<5_000).map { seed in
                quantity.value(Draws(seed: UInt64(seed), trial: 0), of: entity, ordinal: 1)
            }
            expectQuantiles(of: values, assumption.distribution, "\(assumption.id)")
        }
    }

    @Test func `takes as long for a failover after a crash as its source says`() async throws {
        var staged = try Staged()
        (staged.isControl, staged.horizon) = (true, .minutes(15))
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(1))
        let rehearsal = staged.rehearsal
        let spans = await eachNumber(below: 400) { seed -> Double? in
            let trace = rehearsal.run(seed: UInt64(seed)).trace
            guard let from = trace.first(.failoverPending), let to = trace.first(.databasePromoted) else {
                return nil
            }
            return (to - from).inSeconds
        }
        try expectQuantiles(of: spans, "failover_after_crash", in: staged.plan)
    }

    @Test func `loses with a region what its replica lags behind, by the distribution of the lag`()
        async throws
    {
        var staged = try Staged()
        (staged.isControl, staged.horizon) = (true, .minutes(2))
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(1))
        let rehearsal = staged.rehearsal
        let losses = await eachNumber(below: 400) { seed in
            rehearsal.run(seed: UInt64(seed)).score.store("database")?.rpa
        }
        try expectQuantiles(of: losses.map { $0?.inSeconds }, "replication_lag_cross_region", in: staged.plan)
        // Not only in distribution: it is the lag drawn for the replica in the minute of the loss.
        let assumption = try #require(staged.plan.assumption("replication_lag_cross_region"))
        let lag = Quantity(assumption.id, assumption.distribution)
        let replica = StreamName("database us-east-1/disaster-recovery/postgres-dr-replica-1")
        let drawn = losses.indices.map { seed in
            lag.span(Draws(seed: UInt64(seed), trial: 0), of: replica, ordinal: 1)
        }
        #expect(losses == drawn)
    }

    @Test func `starts a node as soon as its source says`() async throws {
        var staged = try Staged()
        (staged.isControl, staged.horizon) = (true, .minutes(20))
        staged.strike(.site(.nodeLoss(.ofPrimary(context: "prod-cluster"))), at: .minutes(1))
        let rehearsal = staged.rehearsal
        let spans = await eachNumber(below: 200) { seed in
            let trace = rehearsal.run(seed: UInt64(seed)).trace
            return Self.span(from: .nodeRequested, to: .nodeReady, in: trace)
        }
        try expectQuantiles(of: spans, "node_start", in: staged.plan)
    }

    @Test func `propagates a DNS change and promotes a replica as soon as their sources say`() async throws {
        var staged = try Staged()
        staged.horizon = .minutes(12)
        let index = try #require(staged.plan.runbooks.firstIndex { $0.id == "region-failover" })
        staged.plan.runbooks[index].steps.removeAll { !["stop_replication", "switch_dns"].contains($0.id) }
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(1))
        let rehearsal = staged.rehearsal
        let traces = await eachNumber(below: 200) { rehearsal.run(seed: UInt64($0)).trace }
        try expectQuantiles(
            of: traces.map { Self.span(from: .dnsChanged, to: .dnsPropagated, in: $0) }, "dns_propagation",
            in: staged.plan)
        let promotions = traces.map { trace in
            Self.span(
                from: .objectChanged, of: "postgres-dr-replica",
                to: .databasePromoted, in: trace)
        }
        try expectQuantiles(of: promotions, "replica_cluster_promotion", in: staged.plan)
    }

    /// The time from the first fact of one kind to the first of another.
    private static func span(
        from first: FactKind, of entity: String? = nil, to second: FactKind, in trace: Trace
    ) -> Double? {
        guard let from = trace.first(first, of: entity), let to = trace.first(second, from: from) else {
            return nil
        }
        return (to - from).inSeconds
    }

    private func expectQuantiles(of values: [Double?], _ name: String, in plan: Plan) throws {
        let assumption = try #require(plan.assumption(AssumptionID(name)))
        let measured = values.compactMap { $0 }
        #expect(measured.count == values.count, "\(name): some trials measured nothing")
        expectQuantiles(of: measured, assumption.distribution, name)
    }

    /// The share of values at or below a quantile must be its probability, within four standard
    /// errors of a share; a constant is always itself.
    private func expectQuantiles(of values: [Double], _ distribution: Distribution, _ name: String) {
        if case .constant(let value) = distribution {
            #expect(values.allSatisfy { $0 == value }, "\(name)")
            return
        }
        for probability in [0.5, 0.95] {
            let limit = distribution.quantile(probability)
            let share = Double(values.count { $0 <= limit }) / Double(values.count)
            let error = (probability * (1 - probability) / Double(values.count)).squareRoot()
            #expect(abs(share - probability) <= 4 * error, "\(name): \(share) below p\(probability)")
        }
    }
}
