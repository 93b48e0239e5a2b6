package import DRSimCloud
package import DRSimKernel
package import DRSimKubernetes
package import DRSimPeople
package import DRSimPostgres

/// Something that happens in the world at an instant: the part it happens in and what caused it.
///
/// Events are small trivial values; names, command lines and objects stay in the world's tables.
public struct WorldEvent: Sendable {
    /// The index of the fact that caused the event; -1 for none.
    package var cause: Int32
    /// What happens.
    package var action: Action

    /// What happens, by the part of the world it happens in.
    package enum Action: Sendable {
        /// A fault of the scenario strikes.
        case faultStrikes(Int32)
        /// A fault of the scenario ends.
        case faultEnds(Int32)
        /// Somebody has mended an archive that a fault of the scenario broke.
        case archiveMended(Int32, strike: UInt32)
        /// An intruder who got in by a fault of the scenario strikes.
        case attackBegins(Int32)
        /// Something in the cloud.
        case cloud(CloudEvent)
        /// Something in the cluster of a region.
        case kubernetes(Int32, KubernetesEvent)
        /// Something in the databases.
        case postgres(PostgresEvent)
        /// Something people do.
        case people(PeopleEvent)
        /// A message reaches the people of a channel.
        case messageArrives(Int32)
        /// A person has typed a command.
        case commandIsTyped(Int32)
        /// A command answers.
        case commandAnswers(Int32)
        /// A scheduled base backup is due.
        case baseBackupDue(Int32)
        /// A cache that requests fill holds what is asked for.
        case cacheWarms(Int32, generation: Int32)
        /// The hour changes and with it the load.
        case loadChanges
        /// The share of a service's users crosses the line between served and not.
        case serviceCrosses(Int32, generation: Int32)
        /// The controller's health checks have all answered.
        case checksAnswer(generation: Int32)
        /// The controller's loop polls on its grid.
        case poll(generation: Int32)
        /// The external-dns of a region compares the names it claims.
        case namesCompared(region: Int32)
        /// The controller's process, which was killed, has started again.
        case controllerStarts
        /// A playbook's timer fires.
        case playbookTimer(generation: Int32)
        /// Something happens to the backups.
        case backups(BackupEvent)
        /// Users have been served long enough for responders to go home.
        case standDown(generation: Int32)
        /// The time has come for a procedure of the way back.
        case procedureDue(Int32, round: Int32)
        /// Every service has been back long enough for the recovery to be verified.
        case verificationDue(generation: Int32)
    }

    /// Creates an event.
    package init(cause: Int32, action: Action) {
        (self.cause, self.action) = (cause, action)
    }
}

extension WorldEvent.Action {
    /// The event's place among those of one instant: faults first, polls last, so that a poll sees
    /// everything that happened at its instant.
    package var order: EventOrder {
        switch self {
        case .archiveMended(let fault, _): EventOrder(lane: 7, entity: 1 << 16 + UInt32(fault))
        case .faultEnds(let fault): EventOrder(lane: 0, entity: UInt32(fault))
        case .faultStrikes(let fault): EventOrder(lane: 1, entity: UInt32(fault))
        case .attackBegins(let fault): EventOrder(lane: 1, entity: 1 << 16 + UInt32(fault))
        case .cloud: EventOrder(lane: 2, entity: 0)
        case .kubernetes(let cluster, _): EventOrder(lane: 3, entity: UInt32(cluster))
        case .postgres: EventOrder(lane: 4, entity: 0)
        case .loadChanges: EventOrder(lane: 5, entity: 0)
        case .baseBackupDue(let schedule): EventOrder(lane: 5, entity: 1 + UInt32(schedule))
        case .cacheWarms(let cache, _): EventOrder(lane: 9, entity: 1 << 16 + UInt32(cache))
        case .messageArrives(let message): EventOrder(lane: 6, entity: Self.number(message))
        case .people: EventOrder(lane: 7, entity: 0)
        case .standDown: EventOrder(lane: 7, entity: 1)
        case .procedureDue(let procedure, _): EventOrder(lane: 7, entity: 2 + UInt32(procedure))
        case .commandAnswers(let command), .commandIsTyped(let command):
            EventOrder(lane: 8, entity: Self.number(command))
        case .serviceCrosses(let service, _): EventOrder(lane: 9, entity: UInt32(service))
        case .playbookTimer: EventOrder(lane: 10, entity: 0)
        case .namesCompared(let region): EventOrder(lane: 2, entity: 1 + UInt32(region))
        case .controllerStarts: EventOrder(lane: 10, entity: 1)
        case .verificationDue: EventOrder(lane: 10, entity: 2)
        case .backups: EventOrder(lane: 10, entity: 3)
        case .checksAnswer: EventOrder(lane: 11, entity: 0)
        case .poll: EventOrder(lane: 12, entity: 0)
        }
    }

    /// A running number as an entity: in trials that last for years the numbers begin anew. Which of two
    /// events of one instant comes first is settled all the same, by number and then by sequence.
    private static func number(_ count: Int32) -> UInt32 {
        UInt32(count) % EventOrder.entityLimit
    }
}
