import DRSimControl
import DRSimPlan
import DRSimShell
import DRSimUnits

/// The responders at their keyboards: the playbook they follow, the shell they type into.
struct PlaybookDesk: Sendable {
    /// What the plan has for the scenario's true class, in order, then what it has for those it may be taken
    /// for; the way back comes last.
    let procedures: [PlannedProcedure]
    /// How many of them belong to the response to the true class.
    let trueCount: Int
    /// How many of them belong to a response.
    let responseCount: Int
    /// The shell's session; a context that was switched stays switched.
    var session: ShellSession
    /// The playbook under way.
    var executor: RunbookExecutor?
    /// Which procedure that is.
    var current = 0
    /// Playbooks that are due but wait for the one under way.
    var waiting: [Int] = []
    /// The way back from what was responded to.
    var wayBack = WayBack()
    /// The token of the next playbook's first request: a late answer to an earlier one fits none.
    var nextToken = Token.first
    /// Numbers the timers, so that one a later wake replaced is ignored.
    var generation: Int32 = 0

    init(_ blueprint: Blueprint, session: ShellSession) {
        let mistaken = blueprint.mistakenResponses.flatMap(\.self)
        procedures = blueprint.response + mistaken + blueprint.aftermath
        trueCount = blueprint.response.count
        (responseCount, self.session) = (trueCount + mistaken.count, session)
    }

    /// Whether a procedure belongs to the response, or to the way back.
    func isResponse(_ index: Int) -> Bool { index < responseCount }

    /// Whether a procedure belongs to what the disaster was taken for by mistake.
    func isMistaken(_ index: Int) -> Bool { index >= trueCount && index < responseCount }

    /// The way back, begun or not, must wait: it is begun anew once the response is over.
    mutating func setWayBackAside() {
        guard wayBack.isUnderWay else { return }
        (wayBack.ahead, wayBack.isOwed) = ([], true)
        wayBack.round += 1
        waiting = waiting.filter(isResponse)
    }

    /// The way back begins, if one is owed and none is under way.
    ///
    /// - Returns: its procedures.
    mutating func beginWayBack(at now: Instant) -> [Int] {
        guard wayBack.isOwed, !wayBack.isUnderWay else { return [] }
        (wayBack.isOwed, wayBack.begunAt) = (false, now)
        wayBack.round += 1
        wayBack.ahead = Array(procedures.indices.dropFirst(responseCount))
        return wayBack.ahead
    }

    /// What is under way is left where it is.
    mutating func layDown() {
        if let executor { nextToken = executor.nextToken }
        executor = nil
    }

    /// Whether nothing of the response is under way or waits.
    var isIdle: Bool { (executor == nil || !isResponse(current)) && !waiting.contains(where: isResponse) }
}

/// The way back after a response: one for each thing that was responded to or got over.
struct WayBack: Sendable {
    /// Its procedures that are under way or lie ahead.
    var ahead: [Int] = []
    /// When it began last.
    var begunAt: Instant?
    /// Whether something happened after which the next stand-down begins one.
    var isOwed = false
    /// Numbers the ways back, so that a procedure of one that was set aside does not fall due.
    var round: Int32 = 0

    var isUnderWay: Bool { !ahead.isEmpty }
}
