import DRSimKernel
import DRSimUnits

/// One call into the databases: when it happens, the trial's luck, and what is asked for in it.
struct Turn {
    let now: Instant
    let draws: Draws
    var effects: PostgresEffects
}

extension PostgresSystem {
    /// Changes conditions, then draws the consequences.
    mutating func change(
        at now: Instant, draws: Draws, effects: inout PostgresEffects,
        _ body: (inout PostgresSystem, inout Turn) -> Void
    ) {
        var turn = Turn(now: now, draws: draws, effects: effects)
        let before = self
        body(&self, &turn)
        keepPositions(of: before, turn)
        keepArchives(of: before, turn)
        followTimelines()
        restartSlowReceivers(since: before, turn)
        steerInstances(since: before, &turn)
        recordReplication(since: before, &turn)
        steerDatabases(since: before, &turn)
        stopWrites(since: before, turn)
        recordService(since: before, &turn)
        recordArchiving(since: before, &turn)
        recordSplitBrain(&turn)
        effects = turn.effects
    }
}
