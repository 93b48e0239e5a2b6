import DRSimCloud
import DRSimControl
import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPeople
package import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// Builds the world of a plan and a scenario before its first event. It is the same for every
    /// trial: `begun` gives a copy of it a trial's luck.
    ///
    /// - Parameter isControl: nothing and nobody responds.
    package init(plan: Plan, scenario: Scenario, polling: Polling, isControl: Bool) {
        let blueprint = Blueprint(plan: plan, scenario: scenario)
        (self.blueprint, self.polling, self.isControl) = (blueprint, polling, isControl)
        draws = Draws(seed: 0, trial: 0)
        horizon = .start + scenario.horizon
        trace = Trace(start: scenario.start, horizon: horizon)
        var effects = InfrastructureEffects()
        infrastructure = Infrastructure(blueprint, effects: &effects)
        openingProblems = effects.kubernetes.flatMap { cluster, effects in
            Self.refusals(among: effects.facts, by: plan.topology.regions[cluster].cluster.name)
        }
        openingProblems += blueprint.gaps
        baseBackups = BaseBackupCalendar(in: infrastructure.clusters)
        infrastructure.databases.addPastBaseBackups(
            baseBackups, start: scenario.start, history: Blueprint.historyLength)
        infrastructure.showPastBaseBackups(draws: draws)
        responders = Responders(blueprint, isControl: isControl)
        faults = FaultBoard(scenario.faults)
        sites = plan.topology.regions.map { _ in nil }
        controlRoom = ControlRoom(
            controller: FailoverController(
                policy: plan.controller, runbooks: plan.runbooks, classes: plan.incidentClasses),
            session: blueprint.controllerSession, view: HealthView(snapshot: .allHealthy, endings: []))
        playbookDesk = PlaybookDesk(blueprint, session: blueprint.peopleSession)
        backups = BackupHistory.site(of: blueprint, in: &infrastructure)
        losses = plan.topology.regions.map { _ in RegionLoss() }
        synchronisationPauses = plan.stores.map { _ in SynchronisationPauses() }
        scheduleOpening(effects)
        openServices()
    }

    /// What the parts of the infrastructure asked for while they were installed. That they were is
    /// no fact of the trial: they had long been there.
    private mutating func scheduleOpening(_ effects: InfrastructureEffects) {
        for (cluster, effects) in effects.kubernetes {
            for request in effects.scheduled {
                schedule(.kubernetes(Int32(cluster), request.event), at: request.at, cause: nil)
            }
        }
        for id in infrastructure.databases.databases.indices { publishStatus(of: DatabaseID(id)) }
    }

    private static func refusals(among facts: [KubernetesFact], by cluster: String) -> [String] {
        facts.compactMap { fact in
            guard case .objectRefused(let object, let error) = fact else { return nil }
            return "\(cluster) refuses the \(object.kind) \(object.name) at the start: \(error.message)"
        }
    }

    /// A copy of this world with the luck of a trial, its faults and loops in the agenda.
    package func begun(seed: UInt64, trial: UInt32) -> World {
        var world = self
        world.draws = Draws(seed: seed, trial: trial)
        world.seatOperators()
        if blueprint.plan.installation == .document { world.submitManifests() }
        world.scheduleFaults()
        world.scheduleBaseBackups()
        world.scheduleLoadChange()
        world.startController()
        world.startBackups()
        return world
    }

    /// Types a command into the world from where the controller runs, at the present instant; a context
    /// that it switches stays switched.
    package mutating func execute(_ argv: [String], input: String?) -> CommandAnswer {
        let command = blueprint.shell.start(
            argv, input: input, in: controlRoom.session, on: infrastructure, at: now)
        let delay = blueprint.shell.expectedDelay(
            of: command, in: controlRoom.session, on: infrastructure, at: now, draws: draws,
            stream: StreamName("exec"), ordinal: 0)
        guard delay != nil else { return CommandAnswer() }
        var effects = InfrastructureEffects()
        let result = blueprint.shell.finish(
            command, in: &controlRoom.session, on: &infrastructure, at: now, draws: draws, effects: &effects)
        absorb(effects, cause: nil)
        evaluateServices(cause: nil)
        return CommandAnswer(result)
    }

    private mutating func openServices() {
        services = blueprint.plan.services.map { service in
            ServiceState(
                segment: ServedSegment(service: service.id, from: .start, share: .all, cause: nil))
        }
        openCaches()
        evaluateServices(cause: nil)
        openProtection()
        lookUpNames()
        controlRoom.view = healthView()
        let reach = Reach(&self)
        openingProblems += services.indices.compactMap { reach.shortfall(of: $0) }
    }

    /// The controller's first poll: its phase against the faults is luck.
    private mutating func startController() {
        let policy = blueprint.plan.controller
        guard !isControl, policy.isDeployed else {
            controlRoom.stops = 1
            return
        }
        let period = policy.checks.reduce(policy.pollInterval) { $0 + $1.duration }
        let phase = draws.uniform(
            entity: StreamName("controller"), purpose: StreamName("poll phase"), ordinal: 0)
        let first = Instant.start + Span.rounding(seconds: phase * period.inSeconds)
        controlRoom.controller = FailoverController(
            policy: policy, runbooks: blueprint.plan.runbooks, classes: blueprint.plan.incidentClasses,
            startingAt: first)
        wakeController(at: first, cause: nil)
    }
}

extension Blueprint {
    /// What the controller's commands start with.
    var controllerSession: ShellSession {
        openingSession(at: controllerSite, as: plan.storage.controllerIdentity)
    }

    /// What the backups' commands start with; the document's code runs them in one name (F16c).
    var backupSession: ShellSession { openingSession(at: backupSite, as: plan.storage.controllerIdentity) }

    /// What people's commands start with; they are typed away from all regions.
    var peopleSession: ShellSession { openingSession(at: .third, as: plan.storage.peopleIdentity) }

    /// What a shell at a place is configured for at the start: the primary region and its cluster.
    private func openingSession(at site: Site, as identity: String?) -> ShellSession {
        let primary = regions[primaryRegion]
        return ShellSession(
            site: site, context: primary.cluster.context, region: primary.id.name, identity: identity,
            provided: plan.files.map {
                ProvidedFile(path: $0.path, text: $0.text, documents: $0.documents)
            })
    }

    /// What people do about the scenario's true class, in order.
    var response: [PlannedProcedure] { plan.response(to: scenario.incidentClass) }

    /// What they do when users have been served again for a while.
    var aftermath: [PlannedProcedure] { plan.aftermath(of: scenario.incidentClass) }
}

/// What a command typed into a world answered.
package struct CommandAnswer: Hashable, Sendable {
    /// The exit status; that of one who was interrupted where the command never returns.
    package let status: Int
    /// What it printed.
    package let output: String
    /// What it printed on the error stream.
    package let errors: String
    /// Whether it changed anything.
    package let isEffective: Bool
    /// Whether it returns at all: a watch does not.
    package let returns: Bool

    fileprivate init(_ result: CommandResult) {
        (status, output, errors) = (result.status, result.output, result.errors)
        (isEffective, returns) = (result.isEffective, true)
    }

    /// The answer of a command that never returns, so that somebody interrupts it.
    fileprivate init() {
        (status, output, isEffective, returns) = (130, "", false, false)
        errors = "drsim: this command does not return; it was interrupted"
    }
}
