import DRSimPlan
import DRSimPostgres
import DRSimTrace
import DRSimUnits

extension Narrative {
    /// What the timeline says of something among the databases.
    init(_ fact: PostgresFact, in system: PostgresSystem) {
        switch fact {
        case .primaryLost(let id, let instance, let reason):
            self.init(
                .databaseLost, system[id].spec.name, "primary \(instance) stops (\(reason.words))",
                source: "A7",
                phase: .fault)
        case .failoverPending(let id):
            self.init(
                .failoverPending, system[id].spec.name,
                "the operator of \(system[id].spec.name) begins a failover",
                source: "A6", phase: .databaseOperator)
        case .noStandby(let id):
            self.init(
                .noStandby, system[id].spec.name, "\(system[id].spec.name) has no standby to promote",
                source: "A6", phase: .databaseOperator)
        case .promoted(let id, let instance, let timeline, let fork, let wait):
            self.init(
                .databasePromoted, system[id].spec.name, "\(instance) is promoted on a new timeline",
                source: "assumption:\(wait)", phase: .databasePromotion,
                details: [
                    .init(.timeline, .number(Int64(timeline))), .init(.position, .number(fork.bytes)),
                ])
        case .writable(let id, let instance):
            self.init(
                .databaseWritable, system[id].spec.name,
                "\(system[id].spec.name) accepts writes on \(instance)",
                source: "A6", phase: .databasePromotion)
        case .standbyRejoined(let id, let instance):
            self.init(
                .standbyRejoined, system[id].spec.name, "\(instance) follows the primary again", source: "A6",
                phase: .standby)
        case .designated(let id, let instance, let wait):
            self.init(
                .standbyRejoined, system[id].spec.name, "\(instance) is the designated primary",
                source: "assumption:\(wait)", phase: .standby)
        default:
            self.init(replication: fact, in: system)
        }
    }

    /// What is said of replication, fencing and split brain.
    private init(replication fact: PostgresFact, in system: PostgresSystem) {
        switch fact {
        case .replicationBroken(let id, let position):
            self.init(
                .replicationBroken, system[id].spec.name, "\(system[id].spec.name) no longer receives",
                source: "A13",
                phase: .fault, details: [.init(.position, .number(position.bytes))])
        case .replicationResumed(let id):
            self.init(
                .replicationResumed, system[id].spec.name, "\(system[id].spec.name) receives again",
                source: "A13",
                phase: .replication)
        case .fenced(let id, let isFenced):
            self.init(
                .databaseFenced, system[id].spec.name,
                "\(system[id].spec.name) is \(isFenced ? "fenced" : "no longer fenced")", source: "A23",
                phase: .fencing)
        case .spoilt(let id, let damage):
            self.init(
                .dataSpoilt, system[id].spec.name,
                damage.kind == .intrusion
                    ? "an intruder leaves a way in among the data of \(system[id].spec.name)"
                    : "data of \(system[id].spec.name) are spoilt: \(damage.words)",
                source: damage.kind == .intrusion ? "E7" : "E8", phase: .fault,
                details: [
                    .init(.timeline, .number(Int64(damage.timeline))),
                    .init(.position, .number(damage.position.bytes)),
                    .init(.damage, .text(damage.kind.rawValue)),
                    .init(.share, .number(damage.share.partsPerMillion)),
                    .init(.silent, .number(damage.isSilent ? 1 : 0)),
                ])
        case .splitBrainStarted(let store, let one, let other):
            self.init(
                .splitBrainStarted, store.name,
                "split brain: \(system[one].spec.name) and \(system[other].spec.name) both accept writes",
                source: "B9", phase: .splitBrain)
        case .archiving, .backupCompleted, .backupFailed, .bootstrapping, .bootstrapFailed, .restored:
            self.init(recovery: fact, in: system)
        case .splitBrainEnded(let store):
            self.init(
                .splitBrainEnded, store.name, "only one side of \(store) accepts writes again", source: "B9",
                phase: .splitBrain)
        default:
            preconditionFailure("no narrative for \(fact)")
        }
    }

    private init(
        _ kind: FactKind, _ entity: String, _ text: String, source: String, phase: RecoveryPhase,
        details: [Fact.Detail] = []
    ) {
        self.init(
            kind, entity, text, source: source, actor: .platform, phase: phase, details: details)
    }
}

extension Damage {
    /// What it is and how much it spoils, in words.
    fileprivate var words: String {
        "\(kind.rawValue), \(share) of answers are wrong\(isSilent ? ", and nothing says so" : "")"
    }
}

extension StopReason {
    /// The reason in a word.
    fileprivate var words: String {
        switch self {
        case .crash: "crash"
        case .hang: "hang"
        case .crashLoop: "crashes at every start"
        case .diskFull: "no room for the write-ahead log"
        case .unborn: "not made yet"
        case .removed: "deleted"
        case .nodeLost: "node lost"
        case .siteLost: "region lost"
        }
    }
}
