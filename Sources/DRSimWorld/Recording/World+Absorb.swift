import DRSimCloud
import DRSimKernel
import DRSimKubernetes
import DRSimPeople
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace

// A part of the world says what became true in it and what is to happen later. Here both become
// the trial's: facts in the trace, events in the agenda, each with its cause; and what one part's
// fact means for another is carried over.

extension World {
    mutating func handle(_ event: CloudEvent, cause: FactID?) {
        var effects = CloudEffects()
        infrastructure.cloud.handle(event, at: now, draws: draws, effects: &effects)
        absorb(effects, cause: cause)
    }

    mutating func handle(_ event: KubernetesEvent, of cluster: Int, cause: FactID?) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        infrastructure.clusters[cluster].handle(event, at: now, draws: draws, effects: &effects)
        absorb(effects, of: cluster, cause: cause)
    }

    mutating func handle(_ event: PostgresEvent, cause: FactID?) {
        var effects = Effects<PostgresEvent, PostgresFact>()
        infrastructure.databases.handle(event, at: now, draws: draws, effects: &effects)
        absorb(effects, cause: cause)
    }

    mutating func handle(_ event: PeopleEvent, cause: FactID?) {
        var effects = Effects<PeopleEvent, PeopleFact>()
        responders.isHomeWell = isWell(region: primaryRegion)
        responders.handle(event, at: now, draws: draws, effects: &effects)
        absorb(effects, cause: cause)
    }

    /// Changes a cluster and absorbs what comes of it.
    mutating func change(
        cluster: Int, cause: FactID?,
        _ body: (inout KubernetesCluster, inout Effects<KubernetesEvent, KubernetesFact>) -> Void
    ) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        body(&infrastructure.clusters[cluster], &effects)
        absorb(effects, of: cluster, cause: cause)
    }

    /// Changes the databases and absorbs what comes of it.
    mutating func changeDatabases(
        cause: FactID?,
        _ body: (inout PostgresSystem, inout Effects<PostgresEvent, PostgresFact>) -> Void
    ) {
        var effects = Effects<PostgresEvent, PostgresFact>()
        body(&infrastructure.databases, &effects)
        absorb(effects, cause: cause)
    }

    /// Changes what people know and absorbs what comes of it.
    mutating func changePeople(
        cause: FactID?, _ body: (inout Responders, inout Effects<PeopleEvent, PeopleFact>) -> Void
    ) {
        var effects = Effects<PeopleEvent, PeopleFact>()
        body(&responders, &effects)
        absorb(effects, cause: cause)
    }

    /// Absorbs what a command did.
    mutating func absorb(_ effects: InfrastructureEffects, cause: FactID?) {
        absorb(effects.cloud, cause: cause)
        for (cluster, effects) in effects.kubernetes { absorb(effects, of: cluster, cause: cause) }
        absorb(effects.postgres, cause: cause)
    }

    mutating func absorb(_ effects: CloudEffects, cause: FactID?) {
        // What the clock brings about every night is in the backups' records, not among the facts, and
        // nobody feels it.
        let isRoutine = cause == nil && effects.facts.allSatisfy(\.isOfObjects)
        absorb(
            effects, concernsUsers: !isRoutine, cause: cause,
            narrate: { isRoutine ? nil : Narrative($0) }, event: { .cloud($0) },
            react: { $0.react(to: $1, cause: $2) })
    }

    mutating func absorb(
        _ effects: Effects<KubernetesEvent, KubernetesFact>, of cluster: Int, cause: FactID?
    ) {
        let name = infrastructure.clusters[cluster].name
        absorb(
            effects, cause: cause,
            narrate: { cause == nil && ($0.isOfSnapshots || $0.isRoutine) ? nil : Narrative($0, in: name) },
            event: { .kubernetes(Int32(cluster), $0) },
            react: { $0.react(to: $1, of: cluster, cause: $2) })
    }

    mutating func absorb(_ effects: Effects<PostgresEvent, PostgresFact>, cause: FactID?) {
        let databases = infrastructure.databases
        let cause = cause ?? (effects.facts.contains(where: \.isFailedBackup) ? causeOfState : nil)
        absorb(
            effects, cause: cause,
            narrate: { cause == nil && $0.isRoutine ? nil : Narrative($0, in: databases) },
            event: { .postgres($0) },
            react: { $0.react(to: $1, cause: $2) })
    }

    /// What people know and do by themselves changes nothing for users.
    mutating func absorb(_ effects: Effects<PeopleEvent, PeopleFact>, cause: FactID?) {
        let blueprint = blueprint
        absorb(
            effects, concernsUsers: false, cause: cause, narrate: { Narrative($0, in: blueprint) },
            event: { .people($0) },
            react: { $0.react(to: $1, cause: $2) })
    }

    /// Records the facts, schedules the events after their causes, then carries each fact over to
    /// the parts it concerns.
    private mutating func absorb<Event, LocalFact>(
        _ effects: Effects<Event, LocalFact>, concernsUsers: Bool = true, cause: FactID?,
        narrate: (LocalFact) -> Narrative?,
        event: (Event) -> WorldEvent.Action, react: (inout World, LocalFact, FactID?) -> Void
    ) {
        guard !effects.isEmpty else { return }
        if concernsUsers { mustEvaluate = true }
        let ids = effects.facts.map { fact in narrate(fact).map { record($0, cause: cause) } ?? cause }
        for request in effects.scheduled {
            schedule(event(request.event), at: request.at, cause: request.after.map { ids[$0] } ?? cause)
        }
        for (fact, id) in zip(effects.facts, ids) { react(&self, fact, id) }
    }
}

// What the calendar asks for day by day comes of nothing and is no fact, unless it fails for some reason.

extension KubernetesFact {
    fileprivate var isRoutine: Bool {
        if case .objectChanged(let object, "created") = self { object.kind == "Backup" } else { false }
    }
}

extension PostgresFact {
    fileprivate var isRoutine: Bool {
        if case .backupCompleted = self { true } else { isFailedBackup }
    }

    fileprivate var isFailedBackup: Bool {
        if case .backupFailed = self { true } else { false }
    }
}
