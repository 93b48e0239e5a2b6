import DRSimDocument
import DRSimKernel
import DRSimPlan
import DRSimUnits
import OrderedCollections

/// A scenario, a controller and people nobody would think of, drawn by number: faults of all kinds at random
/// instants, many exactly on the instants at which the controller polls or its checks answer.
struct DrawnScenario {
    let plan: Plan
    let scenario: Scenario

    /// Draws the scenario of a number for trial 0 of the seed it is run under.
    init(number: UInt32, seed: UInt64, on plan: Plan) {
        var luck = Luck(seed: 20_260_310, number: number)
        self.plan = Self.plan(plan, &luck)
        let grid = PollGrid(of: self.plan.controller, seed: seed)
        let count = luck.below(4) + 1
        let faults = (0..<count).map { Self.fault($0, on: plan, grid: grid, &luck) }
        scenario = Scenario(
            id: "drawn-\(number)", title: "Drawn", path: "drawn.yaml",
            incidentClass: luck.pick([nil, "level_1_datacenter_outage", "level_2_region_outage"]),
            start: CalendarTime(year: 2026, month: 10, day: 13, hour: luck.below(24)),
            horizon: .minutes(Int64(40 + luck.below(50))), seed: seed, faults: faults, expectations: [:])
    }

    /// Draws how the controller and people are set up.
    private static func plan(_ plan: Plan, _ luck: inout Luck) -> Plan {
        var plan = plan
        plan.controller.latch = luck.below(2) == 0
        let required = luck.below(3) + 1
        plan.controller.detection = .init(required: required, window: required + luck.below(3))
        plan.controller.coolDown = luck.pick([.zero, .zero, .minutes(7), .minutes(40)])
        plan.controller.replicaDatabase = luck.pick([.inRegion, .recovery])
        plan.controller.location = luck.pick([.third, .third, .primary, .recovery])
        plan.controller.probeFailure = luck.pick([.unhealthy, .unhealthy, .raise, .hang])
        plan.controller.obeysApprovalPolicy = luck.below(2) == 0
        plan.controller.journal = luck.pick([.none, .persisted])
        draw(&plan.people, &luck)
        if luck.below(3) == 0 { plan.letPeopleErr(chance: 0.5, corrected: .minutes(10)) }
        return plan
    }

    private static func draw(_ people: inout People, _ luck: inout Luck) {
        people.respond = luck.below(8) > 0
        people.isPrepared = luck.below(2) == 0
        people.conduct.slips = luck.below(2) == 0
        people.conduct.isRehearsed = luck.below(2) == 0
        people.conduct.awaitsProvider = luck.below(4) == 0
        people.conduct.watchesProtection = luck.below(2) == 0
    }

    private static func fault(
        _ number: Int, on plan: Plan, grid: PollGrid, _ luck: inout Luck
    ) -> Fault {
        let kind = luck.pick(kinds(on: plan, &luck))
        let trigger = trigger(number, grid, &luck)
        let durations: [Span?] = [
            Span(milliseconds: 1 + Int64(luck.below(5_000))), .seconds(Int64(20 + luck.below(100))),
            grid.period * Int64(1 + luck.below(6)), .minutes(Int64(5 + luck.below(60))), nil,
        ]
        var lifetime: Fault.Lifetime = luck.pick(durations).map { .fixed($0) } ?? .forever
        // What comes again ends, each time when it is drawn to.
        if case .every = trigger { lifetime = .drawn(.exponential(mean: Double(30 + luck.below(900)))) }
        if kind.isMomentary { lifetime = .forever }
        return Fault(
            id: FaultID("fault_\(number)"), kind: kind, trigger: trigger, lifetime: lifetime,
            crew: lifetime == .forever ? nil : luck.pick([nil, "one", "other"]),
            position: SourcePosition(file: "drawn.yaml", line: number + 1, column: 1))
    }

    private static func trigger(_ number: Int, _ grid: PollGrid, _ luck: inout Luck) -> Fault.Trigger {
        switch luck.below(6) {
        case 0 where number > 0:
            .after(
                luck.pick([.databasePromoted, .stepStarted, .disasterDetected, .serviceUnavailable]),
                entity: nil, delay: .seconds(Int64(luck.below(90))))
        case 1: .every(.exponential(mean: Double(300 + luck.below(1_500))))
        default: .at(grid.instant(&luck))
        }
    }

    private static func kinds(on plan: Plan, _ luck: inout Luck) -> [Fault.Kind] {
        let region = luck.pick(plan.topology.regions)
        let context = region.cluster.context
        return [
            .site(.regionOutage(region.id)), .site(.zoneOutage(.named(luck.pick(region.zones)))),
            .site(.zoneOutage(.ofPrimary(context: context))),
            .site(.zoneOutage(.withoutPrimary(context: context))),
            .database(.crash(context: context)), .database(.hang(context: context)),
            .database(.crashLoop(context: context)), .database(.walDiskFull(context: context)),
            .database(.archiveBroken(context: context)), .database(.operatorLost(context: context)),
            .database(.controlPlaneDown(context: context)),
            .database(.lagSurge(context: context, lag: .minutes(2))),
            .database(.damage(.init(.migration, share: .all), context: context)),
            .database(.damage(.init(.corruption, share: .percent(20)), context: context)),
            .site(.nodeLoss(.ofPrimary(context: context))),
            .site(.partition(plan.topology.regions[0].id, plan.topology.regions[1].id)),
            .monitoring(
                .falseAlarm(HealthSignal.allCases.filter { _ in luck.below(3) == 0 } + [.primaryDatabase])),
            .people(.roleAbsent(luck.pick(plan.people.roles).id)),
        ] + platformKinds(on: plan, &luck)
    }

    private static func platformKinds(on plan: Plan, _ luck: inout Luck) -> [Fault.Kind] {
        let (one, other) = (plan.topology.regions[0].id, plan.topology.regions[1].id)
        let place = luck.pick([SiteFault.Place.third, .clients, .region(one), .region(other)])
        return [
            .site(.oneWayCut(from: place, to: .region(luck.pick([one, other])))),
            .site(
                .linkDegradation(
                    one, other, latency: Span(milliseconds: Int64(luck.below(3_000))),
                    loss: Share(partsPerMillion: Int64(luck.below(20_000))))),
            .site(.greyFailure(.region(one), share: .percent(Int64(luck.below(100))))),
            .application(.loadSurge(factor: Double(1 + luck.below(3)))),
            .application(.thirdPartyOutage(plan.thirdParties[0].id)),
            .monitoring(.checkHangs(HealthSignal.allCases.filter { _ in luck.below(3) == 0 })),
            .control(luck.pick([.outage, .restart])),
        ] + deliveryKinds(on: plan, &luck)
    }

    private static func deliveryKinds(on plan: Plan, _ luck: inout Luck) -> [Fault.Kind] {
        let context = luck.pick(plan.topology.regions).cluster.context
        let names = plan.services.flatMap(\.workloads).map(\.deployment)
        let workload = ApplicationFault.Workload(context: context, deployment: luck.pick(names))
        let host = luck.pick(plan.topology.dns.records).name
        return [
            .application(.crashLoop(workload)), .application(.memoryLeak(workload)),
            .application(
                .badDeploy(
                    workload, symptom: luck.pick([.neverReady, .crash]),
                    share: .percent(Int64(luck.below(100))))),
            .platform(.certificateExpired(context: context, host: host)),
            .platform(.registryOutage(context: luck.pick([nil, context]))), .platform(.gitOutage),
            .platform(.externalDNS(context: context)),
        ] + furtherKinds(on: plan, &luck)
    }

    private static func furtherKinds(on plan: Plan, _ luck: inout Luck) -> [Fault.Kind] {
        let region = luck.pick(plan.topology.regions)
        let context = region.cluster.context
        return [
            .platform(.selfHealing(context: "dr-cluster", application: "itdo-erp-dr")),
            .platform(.badCommit(path: "environments/disaster-recovery", deployment: "backend-api")),
            .site(.zoneOutage(.ofOperator(context: context))),
            .site(.nodeLoss(.ofOperator(context: context))),
            .application(.cacheLoss(plan.caches[0].id, context: context)),
            .application(.crashLoop(.init(context: context, deployment: plan.caches[0].deployment))),
            .database(.damage(.init(.deletion, share: .percent(60)), context: context)),
            .database(
                .damage(.init(.corruption, share: .percent(2), isSilent: true), context: context)),
            .provider(.objectStoreOutage(region.id)), .provider(.capacityShortage(region.id)),
            .provider(.dnsControlPlaneOutage),
            .provider(
                .keyUnavailable(
                    key: plan.storage.keys[0].id, region: plan.storage.keys[0].region,
                    luck.pick([.unavailable, .disabled, .pendingDeletion]))),
            .provider(.credentialTheft(identity: plan.storage.identities[0].name)),
            .people(.channelOutage(luck.pick(plan.people.channels).name)),
        ] + hiddenKinds(on: plan, context: context, &luck)
    }

    /// What nobody sees before it is needed, or too late.
    private static func hiddenKinds(on plan: Plan, context: String, _ luck: inout Luck) -> [Fault.Kind] {
        let dwell = Distribution.constant(Double(luck.below(1_800)))
        let identity = luck.pick([nil, plan.storage.identities[0].name])
        return [
            .security(.intrusion(context: context)),
            .security(.ransomware(context: context, dwell: dwell, identity: identity)),
            .backup(.init(.jobFailing, since: luck.pick([.zero, .days(3)]))),
            .backup(.init(.silentlyCorrupt, since: luck.pick([.zero, .days(3)]))),
            .backup(.init(.baseSilentlyCorrupt, since: luck.pick([.zero, .days(3)]))),
        ]
    }
}

/// The instants at which an undisturbed controller polls in trial 0 of a seed.
struct PollGrid {
    let first: Instant
    let period: Span
    /// How long a pass of checks takes.
    let pass: Span

    init(of policy: ControllerPolicy, seed: UInt64) {
        pass = policy.checks.reduce(.zero) { $0 + $1.duration }
        period = policy.pollInterval + pass
        let phase = Draws(seed: seed, trial: 0).uniform(
            entity: StreamName("controller"), purpose: StreamName("poll phase"), ordinal: 0)
        first = .start + Span.rounding(seconds: phase * period.inSeconds)
    }

    /// An instant of the first half hour: on a poll, where its checks answer, a millisecond beside,
    /// or anywhere.
    func instant(_ luck: inout Luck) -> Instant {
        let poll = first + period * Int64(luck.below(60))
        let anywhere = Instant.start + Span(milliseconds: Int64(luck.below(1_800_000)))
        let beside = [Span(milliseconds: 1), Span(milliseconds: -1)]
        return luck.pick([poll, poll, poll + pass, max(.start, poll + luck.pick(beside)), anywhere])
    }
}

/// Random choices by number.
struct Luck {
    private let draws: Draws
    private var ordinal: UInt32 = 0

    init(seed: UInt64, number: UInt32) {
        draws = Draws(seed: seed, trial: number)
    }

    /// A whole number from 0 to `bound` - 1.
    mutating func below(_ bound: Int) -> Int {
        ordinal += 1
        let value = draws.uniform(
            entity: StreamName("drawn"), purpose: StreamName("scenario"), ordinal: ordinal)
        return Int(value * Double(bound))
    }

    /// One of some values.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
