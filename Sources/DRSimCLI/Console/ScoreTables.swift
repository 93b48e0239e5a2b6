import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import TextTable

/// The tables that show a trial's score on the console.
enum ScoreTables {
    /// A row for each service: objective, actual, verdict, and what brought it back; of a long time with
    /// several disasters also the share of it in which the service was available.
    static func services(_ score: TrialScore, over time: Span = .zero) -> String {
        let isLong = time >= longTime
        return TextTable<ServiceScore> { service in
            let columns = [
                Column(title: "service", value: service.id.name),
                Column(title: "tier", value: service.tier, align: .right),
                Column(title: "RTO", value: brief(service.rto), align: .right),
                Column(title: "RTA", value: text(service.rta), align: .right),
                Column(title: "time", value: verdict(of: service)),
                Column(title: "RPO", value: text(service.rpo), align: .right),
                Column(title: "RPA", value: text(service.rpa), align: .right),
                Column(title: "data", value: service.rpoVerdict.words),
                Column(title: "restored by", value: service.restoredBy?.rawValue ?? "–"),
            ]
            let available = service.availability(over: time).percentage
            return columns + (isLong ? [Column(title: "available", value: available, align: .right)] : [])
        }.text(score.services) + overall(score)
    }

    /// What comes of the objectives the plan has beside those of its tiers.
    private static func overall(_ score: TrialScore) -> String {
        let times = score.services.map(\.documentVerdict).filter(\.isDecided)
        let points = score.services.map(\.documentRPOVerdict).filter(\.isDecided)
        guard !(times + points).isEmpty else { return "" }
        let met = [times, points].map { verdicts in "\(verdicts.count { $0 == .met }) of \(verdicts.count)" }
        let text = "by the plan's overall objectives: \(met[0]) recovery times, \(met[1]) recovery points met"
        return "\n  " + Ink.quiet(text)
    }

    /// From here on a trial is a stretch of operation more than a disaster, and has an availability.
    static let longTime = Span.days(30)

    /// The verdict on a service's recovery time, and on which of several outages it is.
    private static func verdict(of service: ServiceScore) -> String {
        let count = service.episodes.count
        return service.verdict.words + (count > 1 ? ", worst of \(count)" : "")
    }

    /// A line for each store the disaster touched; nothing if there is none.
    static func stores(_ score: TrialScore) -> String? {
        let stores = score.stores.filter { $0.verdict != .notExercised }
        guard !stores.isEmpty else { return nil }
        return stores.map(line).joined(separator: "\n")
    }

    /// What of the verification list failed, and how much of it could be looked at; nothing without one, or
    /// where nothing had to be recovered.
    static func checklist(_ score: TrialScore) -> String? {
        let looked = score.checklist.filter { $0.outcome != .notExercised }
        guard !looked.isEmpty else { return nil }
        let failed = looked.filter { $0.outcome == .failed }
        let lines = failed.map { "  \(Ink.bad($0.outcome.words)) \($0.title): \($0.evidence)" }
        let total = "\(looked.count - failed.count) of \(score.checklist.count) items passed"
        let rest = "\(score.checklist.count - looked.count) not exercised; --json has each with its reason"
        return (lines + ["  \(total), \(failed.count) failed, \(rest)"]).joined(separator: "\n")
    }

    /// A line for each store of which a region's loss would have left no copy for a while.
    static func unprotected(_ trace: Trace) -> String? {
        let times = UnprotectedTime.all(in: trace).filter { $0.total > .zero }
        guard !times.isEmpty else { return nil }
        return times.map { time in
            let longest = time.longest < time.total ? ", \(time.longest) at a stretch" : ""
            return "  \(time.store): \(time.total) without a copy in a second region\(longest)"
        }.joined(separator: "\n")
    }

    /// A row for each line of money; lost data stand above the total where the plan has them in it, else
    /// below, so that the lines above add up. What a store was worth that is lost has no price, nor has what
    /// nobody knows. Below stands what comes of the loss against what the tier that had it accepts.
    static func money(_ money: MoneyScore) -> String {
        struct Row {
            let name: String
            let amount: String
        }
        let direct = money.lines.filter { $0.name != .dataLoss }.map {
            Row(name: $0.name.rawValue.spaced, amount: $0.amount.description)
        }
        let total = Row(name: "total", amount: money.total.description)
        let isIncluded = money.includesDataLoss
        let dataLoss = Row(
            name: (isIncluded ? "" : "not included: ") + MoneyLine.Name.dataLoss.rawValue.spaced,
            amount: money.dataLossText)
        let rows = direct + (isIncluded ? [dataLoss, total] : [total, dataLoss])
        let table = TextTable<Row> { row in
            [
                Column(title: "cost", value: row.name),
                Column(title: money.currency, value: row.amount, align: .right),
            ]
        }.text(rows)
        guard money.dataLossVerdict != .notExercised else { return table }
        let limit = money.maxAcceptableLoss.map { ", accepted by the tier: \($0)" } ?? ""
        return table + "\n  data loss \(money.dataLossVerdict.words)\(limit)"
    }

    /// The phases of a service's recovery, which sum to its RTA.
    static func phases(of service: ServiceScore) -> String {
        let parts = service.phases.map { "\($0.name.spaced) \($0.span)" }
        return parts.joined(separator: " · ")
    }

    private static func line(_ store: StoreScore) -> String {
        // Only a database counts its writes; its backups are no data until somebody has restored them.
        let countsWrites = store.acknowledged != .none
        let ending = countsWrites ? "no sound copy goes on" : "no copy survives"
        let isOpen = store.verdict == .inconclusive
        let rpa = store.rpa.map { "RPA \($0), " } ?? (store.isLost ? "lost, \(ending), " : "")
        let writes: [(StoreScore.Writes, String)] = [
            (store.lost, "lost"), (store.discarded, "discarded after a fork"),
            (store.splitBrain, "taken in a split brain"),
        ]
        let parts = writes.filter { $0.0.transactions > 0 }.map {
            "\($0.0.transactions.groupedByThousands) \($0.1)"
        }
        let none = store.isLost || isOpen || !countsWrites ? "" : "; no write lost"
        let sum =
            parts.isEmpty ? none : "; writes: \(isOpen ? "at most " : "")" + parts.joined(separator: ", ")
        let target = store.rpo == nil ? "no RPO" : "RPO \(text(store.rpo)) \(store.verdict.words)"
        // What was thrown away was written after the point that was restored, which the RPA does not count.
        let isFlattered = store.verdict == .met && store.discarded.transactions > 0
        let caveat =
            isFlattered ? [Ink.bad("met though writes were discarded: the RPA counts lost time only")] : []
        let lines =
            ["  \(store.id): \(rpa)\(target)\(sum)"] + (caveat + blame(store)).map { "    \($0)" }
        return lines.joined(separator: "\n")
    }

    /// Which fault cost how many writes, where it is more than one.
    private static func blame(_ store: StoreScore) -> [String] {
        guard store.losses.count > 1 else { return [] }
        return store.losses.map { loss in
            let parts = [(loss.lost, "lost"), (loss.discarded, "discarded")].filter { $0.0.transactions > 0 }
            let words = parts.map { "\($0.0.transactions.groupedByThousands) \($0.1)" }
            return "to \(loss.fault): \(words.joined(separator: ", "))"
        }
    }

    static func text(_ span: Span?) -> String { span?.description ?? "–" }

    static func brief(_ span: Span?) -> String { span?.brief ?? "–" }

    static func text(_ objective: RecoveryPointObjective?) -> String {
        switch objective {
        case nil: "–"
        case .span(let span): span.brief
        case .pointInTime: "point in time"
        }
    }
}

extension Verdict {
    /// Whether an objective was not met.
    var isFailure: Bool {
        switch self {
        case .missed, .unrecovered, .lost: true
        case .met, .inconclusive, .notExercised, .noTarget: false
        }
    }
}

extension TrialScore {
    /// Whether an objective of time or data was not met.
    var missesAnObjective: Bool {
        services.contains { $0.verdict.isFailure || $0.rpoVerdict.isFailure }
            || stores.contains { $0.verdict.isFailure }
    }

    /// Whether of an objective of time or data it is not known if it was met.
    var leavesAnObjectiveOpen: Bool {
        services.contains { $0.verdict == .inconclusive || $0.rpoVerdict == .inconclusive }
            || stores.contains { $0.verdict == .inconclusive }
    }
}

extension Share {
    /// All digits of the share: `99.9971%`.
    var percentage: String {
        let (whole, rest) = partsPerMillion.quotientAndRemainder(dividingBy: 10_000)
        let digits = String(10_000 + rest).dropFirst()
        return "\(whole).\(digits)%"
    }
}

extension String {
    /// The name with blanks for underscores.
    var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
