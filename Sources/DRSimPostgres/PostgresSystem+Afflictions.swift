package import DRSimKernel
package import DRSimUnits

// What goes wrong with a database while its nodes and pods are sound. Each lasts until it is said to be
// over; what it stopped runs again then, unless its node is gone meanwhile.

extension PostgresSystem {
    /// Every process of a database crashes as soon as it is started, or no longer does.
    package mutating func crashLoop(
        _ id: DatabaseID, isOn: Bool, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        change(at: now, draws: draws, effects: &effects) { system, turn in
            for ordinal in system[id].instances.indices {
                system.afflict(ordinal, of: id, with: .crashLoop, isOn: isOn, &turn)
            }
        }
    }

    /// The primary's volume for the write-ahead log is full, or has room again (A22).
    package mutating func diskFull(
        _ id: DatabaseID, isOn: Bool, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard let primary = self[id].primary else { return }
        change(at: now, draws: draws, effects: &effects) { system, turn in
            system.afflict(primary, of: id, with: .diskFull, isOn: isOn, &turn)
        }
    }

    private mutating func afflict(
        _ ordinal: Int, of id: DatabaseID, with reason: StopReason, isOn: Bool, _ turn: inout Turn
    ) {
        if isOn {
            stop(ordinal, in: id.index, reason: reason, &turn)
        } else if self[id].instances[ordinal].state == .stopped(reason) {
            databases[id.index].instances[ordinal].state = .running
        }
    }

    /// Whatever receives from a database is behind by this much more from now on (B1). Nothing that was
    /// received is lost again.
    package mutating func addLag(_ lag: Span, to id: DatabaseID, at now: Instant, draws: Draws) {
        for index in databases.indices {
            for ordinal in databases[index].instances.indices where receives(ordinal, in: index, from: id) {
                databases[index].instances[ordinal].kept = position(
                    of: ordinal, in: index, at: now, draws: draws)
            }
        }
        databases[id.index].addedLag = lag
    }

    private func receives(_ ordinal: Int, in index: Int, from id: DatabaseID) -> Bool {
        switch feed(of: ordinal, in: index) {
        case .nothing, .writes: false
        case .primary: index == id.index
        case .source(let source): source == id
        }
    }
}
