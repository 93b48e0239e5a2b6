import DRSimKernel
import DRSimPeople
import DRSimPlan
import DRSimPostgres
package import DRSimShell
package import DRSimTrace
package import DRSimUnits
import OrderedCollections

/// The world of a trial: infrastructure, people, the plan's logic at work in it, and the trace of
/// what became true.
///
/// The world is a value without classes. Copying it between two events and running only the copy
/// gives what running the original would have given.
package struct World: Sendable {
    /// How the loops of the world are run.
    package enum Polling: Sendable {
        /// Polls that could change nothing are skipped; the trace is the same.
        case leaping
        /// Every poll is made, and each that leaping would have skipped is asserted to change nothing.
        case everyTick
    }

    let blueprint: Blueprint
    let polling: Polling
    /// Whether nothing and nobody responds: what the plan bought is the difference.
    let isControl: Bool
    /// Whether there is anybody who acts by themselves.
    var isStaffed: Bool { blueprint.plan.people.respond && !isControl }
    var draws: Draws
    /// The end of the trial.
    package let horizon: Instant

    /// The instant of the event handled last.
    package internal(set) var now = Instant.start
    var queue = EventQueue<WorldEvent>()
    /// What became true so far.
    package internal(set) var trace: Trace

    /// What is wrong before anything has happened, in words: manifests a cluster refused, services that
    /// not all of their users get.
    package internal(set) var openingProblems: [String]

    /// What commands act on.
    package internal(set) var infrastructure: Infrastructure
    var responders: Responders
    var services: [ServiceState] = []
    var protection: [ProtectionState] = []
    var verification = VerificationState()
    var caches: [CacheState] = []
    var faults: FaultBoard
    var controlRoom: ControlRoom
    var playbookDesk: PlaybookDesk
    var baseBackups: BaseBackupCalendar
    var backups: BackupSite
    /// The loss of each region, if it was lost.
    var losses: [RegionLoss]
    /// When each store could not be brought up to date elsewhere.
    var synchronisationPauses: [SynchronisationPauses]
    var commands: [PendingCommand] = []
    /// How many commands were typed for each step of each runbook, by who types it.
    var commandCounts: OrderedDictionary<String, UInt32> = [:]
    var messages: [PendingMessage] = []
    var approvals: [PendingApproval] = []
    /// Whether the users of every Tier 1 service were served when people last looked.
    var usersWereServed = true
    /// Numbers the changes of that, so that a stand-down that a later change overtook is ignored.
    var servedGeneration: Int32 = 0
    /// The fact that last changed anything users may feel: what they feel when only time passes goes back
    /// to it, as when the load outgrows what a fault left.
    var causeOfState: FactID?
    /// What the cluster of each region had for users when it was last asked.
    var sites: [SiteServing?]
    /// Whether the name servers had an answer to each of the public names when they were last asked.
    var areNamesResolved = true
    /// Whether something happened since users were last asked what they get.
    var mustEvaluate = true

    /// How many events the trial handled.
    package internal(set) var eventCount = 0
}

extension World {
    /// Runs the trial to its horizon and closes the trace.
    package mutating func run() {
        run(through: horizon)
        finish()
    }

    /// Handles every event up to and at an instant.
    package mutating func run(through end: Instant) {
        while let next = queue.nextInstant, next <= end {
            step()
        }
        now = max(now, min(end, horizon))
    }

    /// Handles the next event.
    package mutating func step() {
        guard let (instant, _, event) = queue.popFirst() else { return }
        now = instant
        eventCount += 1
        let factCount = trace.facts.count
        handle(event)
        // What users get changed for the last thing that became true, or else for the event's own cause.
        let cause = trace.facts.count > factCount ? FactID(trace.facts.count - 1) : event.causeID
        settle(cause: cause)
        considerLatch(cause: cause)
        considerRepair(cause: cause)
    }

    private mutating func handle(_ event: WorldEvent) {
        let cause = event.causeID
        switch event.action {
        case .faultStrikes(let fault): strike(fault, cause: cause)
        case .faultEnds(let fault): heal(fault, cause: cause)
        case .archiveMended(let fault, let strike):
            archiveMended(Int(fault), strike: strike, cause: cause)
        case .attackBegins(let fault): attack(fault, cause: cause)
        case .cloud(let event): handle(event, cause: cause)
        case .kubernetes(let cluster, let event): handle(event, of: Int(cluster), cause: cause)
        case .postgres(let event): handle(event, cause: cause)
        case .people(let event): handle(event, cause: cause)
        case .messageArrives(let message): messageArrives(message, cause: cause)
        case .commandAnswers(let command): commandAnswers(Int(command))
        case .commandIsTyped(let command): commandIsTyped(Int(command))
        case .loadChanges: loadChanges()
        case .cacheWarms(let cache, let generation):
            cacheWarms(Int(cache), generation: generation, cause: cause)
        case .baseBackupDue(let schedule): baseBackupDue(Int(schedule), cause: cause)
        case .serviceCrosses(let service, let generation):
            serviceCrosses(Int(service), generation: generation)
        case .poll(let generation): poll(generation: generation)
        case .checksAnswer(let generation): checksAnswer(generation: generation)
        case .namesCompared(let region): namesCompared(region: Int(region), cause: cause)
        case .controllerStarts: controllerProcess(isUp: true, cause: cause)
        case .playbookTimer(let generation): playbookTimer(generation: generation, cause: cause)
        case .backups(let event): handle(event, cause: cause)
        case .standDown(let generation): standDown(generation: generation, cause: cause)
        case .procedureDue(let index, let round):
            procedureDue(Int(index), round: round, cause: cause)
        case .verificationDue(let generation): verify(generation: generation, cause: cause)
        }
    }

    /// What follows at once from what happened: what users get, and whether a parked loop must look.
    private mutating func settle(cause: FactID?) {
        guard mustEvaluate else { return }
        mustEvaluate = false
        updateCaches(cause: cause)
        evaluateServices(cause: cause)
        evaluateProtection(cause: cause)
        considerVerification(cause: cause)
        tellPeopleAboutServices(cause: cause)
        wakeControllerIfViewChanged(cause: cause)
        resumeHangingChecks()
    }

    private mutating func finish() {
        infrastructure.databases.closeStretches(at: horizon)
        trace.ledger = ledger()
        trace.backups = backups.records
        trace.keepings = keepings()
    }
}
