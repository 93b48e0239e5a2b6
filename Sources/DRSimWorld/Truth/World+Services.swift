import DRSimCloud
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Asks what users get now, begins a new segment for each service for which that changed, and
    /// tells the databases how much is written to them.
    mutating func evaluateServices(cause: FactID?) {
        if let cause { causeOfState = cause }
        let reach = Reach(&self)
        for service in services.indices {
            let line = reach.served(service)
            if !line.goesOn(from: services[service].line(at: now)) {
                begin(line, of: service, cause: cause)
            }
        }
        let full = blueprint.load.bytesPerSecond(at: now, factor: loadFactor)
        for index in infrastructure.databases.databases.indices {
            let database = DatabaseID(index)
            var rate: Int64 = 0
            if infrastructure.databases.isWritable(database) {
                let writers = blueprint.regions.indices.reduce(Share.none) { sum, region in
                    sum + reach.writers(in: region, to: database)
                }
                rate = full * min(writers, .all).partsPerMillion / 1_000_000
            }
            infrastructure.databases.setWriteRate(database, bytesPerSecond: rate, at: now)
        }
    }

    /// The share a service's users get crosses the line on a segment that moves.
    mutating func serviceCrosses(_ service: Int, generation: Int32) {
        guard services[service].generation == generation else { return }
        mustEvaluate = true
        announce(service, cause: services[service].cause)
    }

    private mutating func begin(_ line: ServedLine, of service: Int, cause: FactID?) {
        let cause = cause ?? services[service].cause ?? causeOfState
        let segment = ServedSegment(
            service: blueprint.plan.services[service].id, from: now, share: line.share,
            until: line.until, finalShare: line.finalShare, cause: cause)
        trace.served.append(segment)
        services[service].segment = segment
        services[service].generation += 1
        services[service].cause = cause
        announce(service, cause: cause)
        if let crossing = segment.crossing {
            schedule(
                .serviceCrosses(Int32(service), generation: services[service].generation), at: crossing,
                cause: cause)
        }
    }

    /// Records a service's going and coming, as its users notice them.
    private mutating func announce(_ service: Int, cause: FactID?) {
        let share = services[service].segment.share(at: now)
        let isAvailable = share >= ServedSegment.threshold
        guard isAvailable != services[service].isAvailable else { return }
        services[service].isAvailable = isAvailable
        let id = blueprint.plan.services[service].id
        services[service].cause = record(
            Narrative(
                isAvailable ? .serviceRestored : .serviceUnavailable, id.name,
                isAvailable ? "\(id): \(share) of users served again" : "\(id): \(share) of users served",
                source: blueprint.plan.services[service].source, actor: .consequence,
                phase: isAvailable ? .clientsCutOver : .fault,
                details: [.init(.share, .number(share.partsPerMillion))]),
            cause: cause)
    }

    /// The load changes, and with it what is written.
    mutating func loadChanges() {
        mustEvaluate = true
        scheduleLoadChange()
    }

    /// Puts the next change of the load into the agenda, if the day has one.
    mutating func scheduleLoadChange() {
        guard let next = blueprint.load.nextChange(after: now) else { return }
        schedule(.loadChanges, at: next, cause: nil)
    }
}

/// The share of a service's users served from now on: a level, or a straight line to one.
struct ServedLine: Hashable, Sendable {
    var share: Share
    var until: Instant
    var finalShare: Share

    /// Whether it is what is left of another line: it leads to the same end, and is no farther from it now
    /// than comes of rounding the shares of flows one by one. Else a segment would end where it crosses the
    /// threshold, and the next begin on the other side.
    func goesOn(from other: ServedLine) -> Bool {
        guard until == other.until, finalShare == other.finalShare else { return false }
        return abs((share - other.share).partsPerMillion) <= 10
    }
}

extension ServiceState {
    /// What the present segment says from an instant on.
    func line(at now: Instant) -> ServedLine {
        guard now < segment.until else {
            return ServedLine(share: segment.finalShare, until: now, finalShare: segment.finalShare)
        }
        return ServedLine(share: segment.share(at: now), until: segment.until, finalShare: segment.finalShare)
    }
}
