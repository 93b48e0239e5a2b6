import DRSimPlan
import DRSimScoring
import DRSimUnits

/// What a trial comes to in one line: what was missed, what became of the data, what it cost.
struct VerdictLine {
    let score: TrialScore

    /// The line; it begins with a sign, so that it does not depend on colour.
    var text: String { "\(mark) \(words)" }

    /// The line without its sign.
    var words: String { ([services] + gaps + data + [cost]).joined(separator: " · ") }

    /// The sign: whether every objective was met, or whether that is not known.
    var mark: String {
        if score.missesAnObjective { return Ink.bad("✗") }
        if score.leavesAnObjectiveOpen { return Ink.quiet("?") }
        return isTouched ? Ink.good("✓") : Ink.quiet("–")
    }

    private var isTouched: Bool {
        score.services.contains(where: \.isExercised) || score.stores.contains { $0.verdict != .notExercised }
    }

    /// How many services came back too late or never.
    var services: String {
        let exercised = score.services.filter(\.isExercised)
        guard !exercised.isEmpty else { return "nothing was unavailable" }
        let all = exercised.count == 1 ? "1 service" : "\(exercised.count) services"
        let failed = [Verdict.missed, .unrecovered, .inconclusive].compactMap { verdict -> String? in
            let count = exercised.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        guard failed.isEmpty else { return "\(failed.joined(separator: ", ")) of \(all)" }
        let slowest = exercised.compactMap(\.rta).max().map { ", RTA \($0) at most" } ?? ""
        return "\(all) back in time\(slowest)"
    }

    /// What of the plan's commands the simulator cannot do.
    private var gaps: [String] {
        let count = score.counts[.commandsNotSimulated]
        return count == 0 ? [] : [Ink.bad("\(count) command\(count == 1 ? "" : "s") not simulated")]
    }

    /// What became of the data; a recovery point that hides writes thrown away says so.
    var data: [String] {
        let stores = score.stores.filter { $0.verdict != .notExercised }
        guard !stores.isEmpty else { return ["data untouched"] }
        var parts: [String] = []
        let lost = stores.filter(\.isLost).map(\.id.name)
        if !lost.isEmpty { parts.append("\(lost.joined(separator: ", ")) lost") }
        let open = stores.filter { $0.verdict == .inconclusive }.map(\.id.name)
        if !open.isEmpty { parts.append("\(open.joined(separator: ", ")) inconclusive") }
        // What no objective is held against has no say, unless nothing has one.
        let promised = stores.filter { $0.rpo != nil }
        if let worst = (promised.isEmpty ? stores : promised).compactMap(\.rpa).max() {
            let isMissed = stores.contains { $0.verdict == .missed }
            parts.append("RPA \(worst)\(isMissed ? " over its RPO" : "")")
        }
        let discarded = stores.reduce(0) { $0 + $1.discarded.transactions }
        let writes: [(Int64, String)] = [
            (discarded, discarded == 1 ? "write discarded" : "writes discarded"),
            (stores.reduce(0) { $0 + $1.splitBrain.transactions }, "in a split brain"),
        ]
        return parts
            + writes.filter { $0.0 > 0 }.map { Ink.bad("\($0.0.groupedByThousands) \($0.1)") }
    }

    private var cost: String { "\(score.money.currency) \(score.money.total)" }
}
