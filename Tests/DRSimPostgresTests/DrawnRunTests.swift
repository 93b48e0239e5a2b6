import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// Runs in which anything may happen at any time: what must hold in all of them.
struct DrawnRunTests {
    private static let trials = UInt32(0)..<300
    private static let horizon = Instant.minutes(400)

    /// A run of forty happenings drawn for a trial.
    private static func run(_ trial: UInt32, looksAround: Bool = false) -> PostgresRun {
        var run = PostgresRun(.drawn(), trial: trial)
        run.looksAround = looksAround
        let luck = Draws(seed: 99, trial: trial)
        func pick(_ purpose: String, _ step: UInt32, below count: Int) -> Int {
            let draw = luck.uniform(
                entity: StreamName("drawn run"), purpose: StreamName(purpose), ordinal: step)
            return Int(draw * Double(count))
        }
        var instant = Instant.start
        for step in UInt32(0)..<40 {
            instant = instant + Span(milliseconds: Int64(pick("pause", step, below: 600_000)))
            let site = pick("site", step, below: 2)
            let ordinal = pick("instance", step, below: site == 0 ? 3 : 2)
            let id = DatabaseID(site)
            switch pick("happening", step, below: 14) {
            case 0: run.stop(ordinal, of: id, .crash, at: instant)
            case 1: run.stop(ordinal, of: id, .hang, at: instant)
            case 2: run.stop(ordinal, of: id, .nodeLost, at: instant)
            case 3, 4, 5: run.start(ordinal, of: id, at: instant)
            case 6: run.loseSite(site, at: instant)
            case 7, 8: run.returnSite(site, at: instant)
            case 9: run.cutLink(from: site, to: 1 - site, at: instant)
            case 10: run.healLink(from: site, to: 1 - site, at: instant)
            case 11: run.order("orders\(site == 0 ? "" : "-dr")-\(ordinal + 1)", of: id, at: instant)
            case 12: run.fence(id, ordinal == 0, at: instant)
            default:
                if step > 20 { run.promoteRecovery(at: instant) }
                run.setOperator(ordinal != 0, site: site, at: instant)
            }
        }
        run.run(through: horizon)
        return run
    }

    @Test func `looking changes nothing`() {
        for trial in Self.trials {
            let (blind, watched) = (Self.run(trial), Self.run(trial, looksAround: true))
            #expect(blind.system == watched.system)
            #expect(blind.facts.map(\.fact) == watched.facts.map(\.fact))
            #expect(blind.facts.map(\.at) == watched.facts.map(\.at))
        }
    }

    @Test func `a copy of the system goes on as the original does`() {
        for trial in Self.trials {
            let run = Self.run(trial)
            var (one, other) = (run, run)
            one.returnSite(0, at: Self.horizon)
            other.returnSite(0, at: Self.horizon)
            one.run(through: Self.horizon + .hours(1))
            other.run(through: Self.horizon + .hours(1))
            #expect(one.system == other.system)
        }
    }

    @Test func `the ledger is possible`() {
        for trial in Self.trials {
            var run = Self.run(trial)
            run.system.closeStretches(at: Self.horizon)
            let ledger = run.system.ledger
            for (number, timeline) in ledger.timelines.enumerated() {
                let own = ledger.stretches.filter { $0.timeline == number }
                #expect(own.allSatisfy { $0.start >= timeline.fork && $0.to > $0.from && $0.end > $0.start })
                for (earlier, later) in zip(own, own.dropFirst()) {
                    #expect(earlier.to <= later.from && earlier.end == later.start)
                }
                guard let parent = timeline.parent else { continue }
                #expect(parent < number)
                #expect(timeline.fork <= ledger.position(of: parent, at: timeline.at))
            }
            for reach in Self.reaches(run) {
                #expect(reach.position <= ledger.position(of: reach.timeline, at: Self.horizon))
            }
        }
    }

    @Test func `whichever copy survives, acknowledged is survived and lost`() {
        var promotions = 0
        for trial in Self.trials {
            var run = Self.run(trial)
            run.system.closeStretches(at: Self.horizon)
            let ledger = run.system.ledger
            promotions += run.promotions.count
            let acknowledged = ledger.stretches.reduce(Int64(0)) { $0 + ($1.end - $1.start).bytes }
            for copy in Self.reaches(run) {
                let limits = Self.limits(of: copy, in: ledger)
                let survived = ledger.stretches.reduce(Int64(0)) { sum, stretch in
                    let limit = limits[stretch.timeline] ?? .zero
                    return sum + max(0, (min(stretch.end, limit) - stretch.start).bytes)
                }
                // The history of a copy is one unbroken log: what survives of it is as long as it is.
                #expect(survived == copy.position.bytes)
                #expect(survived <= acknowledged)
            }
        }
        #expect(promotions > 300)
    }

    /// The timeline and position of every instance at the horizon.
    private static func reaches(_ run: PostgresRun) -> [(timeline: Int, position: ByteCount)] {
        run.system.databases.indices.flatMap { index in
            run.system.databases[index].instances.enumerated().map { ordinal, instance in
                let position = run.system.position(of: ordinal, in: index, at: horizon, draws: run.draws)
                return (instance.timeline, position)
            }
        }
    }

    /// For each timeline on a copy's path, how far its own writes belong to the copy.
    private static func limits(of copy: (timeline: Int, position: ByteCount), in ledger: WriteLedger) -> [Int:
        ByteCount]
    {
        var (timeline, limit) = (copy.timeline, copy.position)
        var limits = [timeline: limit]
        while let parent = ledger.timelines[timeline].parent {
            limit = min(limit, ledger.timelines[timeline].fork)
            limits[parent] = limit
            timeline = parent
        }
        return limits
    }

    @Test func `left alone, every database recovers as far as it can`() {
        for trial in Self.trials {
            var run = Self.run(trial)
            var instant = Self.horizon
            for site in 0...1 {
                run.setOperator(true, site: site, at: instant)
                run.fence(DatabaseID(site), false, at: instant)
                run.returnSite(site, at: instant)
                run.healLink(from: site, to: 1 - site, at: instant)
            }
            instant = instant + .hours(2)
            run.run(through: instant)
            for id in [PostgresRun.main, PostgresRun.recovery] {
                #expect(run.system.status(id).phase == "Cluster in healthy state")
                #expect(run.system.isWritable(id) == !run.system[id].isReplica)
            }
        }
    }

    @Test func `a second writer is announced when there is one and called off when there is none`() {
        for trial in Self.trials {
            let run = Self.run(trial)
            let changes = run.facts.compactMap { entry -> Bool? in
                switch entry.fact {
                case .splitBrainStarted: true
                case .splitBrainEnded: false
                default: nil
                }
            }
            for (number, isStart) in changes.enumerated() { #expect(isStart == number.isMultiple(of: 2)) }
            let writers = run.system.databases.count(where: \.isWritable)
            #expect((changes.last ?? false) == (writers > 1))
        }
    }
}
