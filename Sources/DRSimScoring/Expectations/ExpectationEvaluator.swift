package import DRSimPlan
import DRSimUnits

/// Holds a trial against its scenario's contract.
package enum ExpectationEvaluator {
    /// Whether each line held, in the order of the lines.
    ///
    /// A figure that is not there (the recovery time of a service that was never down, or never came
    /// back) satisfies no comparison: a contract that was not put to the test is not kept. Nor is one
    /// whose scenario has a fault that broke nothing, unless it says `never_strikes` of that fault: for
    /// each there is a line more at the end.
    package static func evaluate(
        _ expectations: [Expectation], _ score: TrialScore
    ) -> [ExpectationResult] {
        guard !expectations.isEmpty else { return [] }
        let results = expectations.map { expectation in
            let figure = figure(of: expectation.subject, in: score)
            return ExpectationResult(
                text: expectation.text, held: figure.satisfies(expectation.comparison),
                actual: figure.description)
        }
        let excused = expectations.map(\.subject)
        let idle = score.idleFaults.filter { !excused.contains(.neverStrikes($0.id)) }
        return results
            + idle.map { ExpectationResult(text: "strikes(\($0.id))", held: false, actual: $0.reason) }
    }

    private static func figure(of subject: Expectation.Subject, in score: TrialScore) -> Figure {
        switch subject {
        case .disaster: .word(score.disaster?.rawValue ?? "none")
        case .rta(let id): recoveryTime(of: score.service(id))
        case .rpa(let id): recoveryPoint(of: score.store(id))
        case .verdict(let id): .word((score.service(id)?.verdict ?? .notExercised).rawValue)
        case .restoredBy(let id): restoredBy(score.service(id))
        case .unrecovered(let id): .truth(score.service(id)?.verdict == .unrecovered)
        case .exercised(let id): .truth(score.service(id)?.isExercised ?? false)
        case .lost(let id) where score.store(id)?.verdict == .inconclusive: .absent(DataLoss.unknown.words)
        case .lost(let id): .truth(score.store(id)?.isLost ?? false)
        case .phase(let id, let name): phase(name, of: score.service(id))
        case .neverStrikes(let id): .truth(score.idleFaults.contains { $0.id == id })
        case .count(.failbackSeconds) where score.failbacks.allSatisfy({ $0.rta == nil }),
            .count(.failbackInterruptionSeconds) where score.failbacks.isEmpty:
            .absent("nobody came back")
        case .count(.lostTransactions) where score.leavesWritesOpen,
            .count(.discardedTransactions) where score.leavesWritesOpen:
            .absent(DataLoss.unknown.words)
        case .count(let count): .number(Double(score.counts[count]))
        case .cost(let line): cost(line, in: score.money)
        }
    }

    private static func recoveryTime(of service: ServiceScore?) -> Figure {
        if let rta = service?.rta { return .span(rta) }
        return .absent(service?.isExercised == true ? "not restored" : "never unavailable")
    }

    private static func restoredBy(_ service: ServiceScore?) -> Figure {
        service?.restoredBy.map { .word($0.rawValue) } ?? recoveryTime(of: service)
    }

    private static func recoveryPoint(of store: StoreScore?) -> Figure {
        if let rpa = store?.rpa { return .span(rpa) }
        guard let store, store.verdict != .notExercised else { return .absent("not exercised") }
        return .absent((store.isLost ? DataLoss.lost : .unknown).words)
    }

    private static func phase(_ name: String, of service: ServiceScore?) -> Figure {
        guard let service, service.rta != nil else { return recoveryTime(of: service) }
        if let phase = service.phases.first(where: { $0.name == name }) { return .span(phase.span) }
        return .absent("it went through \(service.phases.map(\.name).joined(separator: ", "))")
    }

    private static func cost(_ line: CostLine?, in money: MoneyScore) -> Figure {
        guard let line else {
            let isWhole = !money.includesDataLoss || money.amount(of: .dataLoss) != nil
            return isWhole ? .number(money.total.inMajorUnits) : .absent("no price")
        }
        return money.amount(of: line).map { .number($0.inMajorUnits) } ?? .absent("no price")
    }
}

extension TrialScore {
    /// Whether nobody knows which writes of a database were lost.
    fileprivate var leavesWritesOpen: Bool {
        stores.contains { $0.verdict == .inconclusive && $0.acknowledged != .none }
    }
}

/// What a contract's subject came to.
private enum Figure: CustomStringConvertible {
    case span(Span)
    case number(Double)
    case word(String)
    case truth(Bool)
    /// There is no figure, for this reason.
    case absent(String)

    var description: String {
        switch self {
        case .span(let span): span.description
        case .number(let number): number == number.rounded() ? "\(Int64(number))" : "\(number)"
        case .word(let word): word
        case .truth(let truth): "\(truth)"
        case .absent(let reason): reason
        }
    }

    /// Whether a comparison holds; without one the figure must be true.
    func satisfies(_ comparison: Expectation.Comparison?) -> Bool {
        guard let comparison else {
            if case .truth(let truth) = self { return truth }
            return false
        }
        switch (self, comparison.operand) {
        case (.span(let one), .span(let other)): return comparison.relation.holds(one, other)
        case (.number(let one), .number(let other)): return comparison.relation.holds(one, other)
        case (.word(let one), .word(let other)): return comparison.relation.holds(one, other)
        case (.truth(let one), .word(let other)): return comparison.relation.holds("\(one)", other)
        default: return false
        }
    }
}

extension Expectation.Relation {
    /// Whether two values stand in this relation.
    fileprivate func holds<Value: Comparable>(_ one: Value, _ other: Value) -> Bool {
        switch self {
        case .equal: one == other
        case .notEqual: one != other
        case .atMost: one <= other
        case .atLeast: one >= other
        case .below: one < other
        case .above: one > other
        }
    }
}
