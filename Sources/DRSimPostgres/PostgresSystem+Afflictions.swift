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
            system.databases[id.index].isCrashLooping = isOn
            system.afflict(id, &turn)
        }
    }

    /// The primary's volume for the write-ahead log is full, or has room again (A22).
    package mutating func diskFull(
        _ id: DatabaseID, isOn: Bool, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        change(at: now, draws: draws, effects: &effects) { system, turn in
            for ordinal in system[id].instances.indices where !isOn || ordinal == system[id].primary {
                system.databases[id.index].instances[ordinal].isDiskFull = isOn
            }
            system.afflict(id, &turn)
        }
    }

    /// Stops what can no longer run, and lets run what is stopped by nothing else any more. What is gone
    /// with its node or region, or holds no data yet, is left as it is: it meets the affliction when it is
    /// started.
    private mutating func afflict(_ id: DatabaseID, _ turn: inout Turn) {
        for ordinal in self[id].instances.indices {
            switch self[id].instances[ordinal].state {
            case .stopped(.nodeLost), .stopped(.siteLost), .stopped(.unborn), .stopped(.removed): continue
            case .stopped(.crashLoop), .stopped(.diskFull):
                databases[id.index].instances[ordinal].state = self[id].stateAtStart(of: ordinal)
            case .running, .rejoining, .stopped(.crash), .stopped(.hang):
                guard let reason = self[id].affliction(of: ordinal) else { continue }
                stop(ordinal, in: id.index, reason: reason, &turn)
            }
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

extension Database {
    /// What keeps an instance from running, however sound its pod and its node are.
    func affliction(of ordinal: Int) -> StopReason? {
        if instances[ordinal].isDiskFull { return .diskFull }
        return isCrashLooping ? .crashLoop : nil
    }

    /// What an instance comes to that is started.
    func stateAtStart(of ordinal: Int) -> Instance.State {
        affliction(of: ordinal).map { .stopped($0) } ?? .running
    }
}
