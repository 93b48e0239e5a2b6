package import DRSimPlan
package import DRSimUnits

/// Which of several dated copies are kept: grandfather, father and son.
///
/// A copy stands for its day, its week (from Monday), its month and its year, in UTC; the newest of each
/// counts. Each rule keeps the copies of as many of its latest periods as it says; periods without a copy
/// do not count, so what is left when backups stop stays (as restic's `--keep-daily` has it,
/// <https://restic.readthedocs.io/en/stable/060_forget.html>). What no rule keeps is deleted.
package struct RetentionRules: Hashable, Sendable {
    private let rules: [BackupPolicy.Retention]

    /// What becomes of copies.
    package struct Outcome: Hashable, Sendable {
        /// The copies that are kept, newest first.
        package var kept: [Kept] = []
        /// The copies that are deleted, newest first.
        package var deleted: [CalendarTime] = []
    }

    /// A copy that is kept, and what for.
    package struct Kept: Hashable, Sendable {
        /// When it was made.
        package var moment: CalendarTime
        /// What it is the newest copy of.
        package var periods: [BackupPolicy.Retention.Period]
    }

    /// Creates the rules of a plan.
    package init(_ rules: [BackupPolicy.Retention]) {
        self.rules = rules
    }

    /// What becomes of copies made at these moments, in any order.
    package func outcome(for copies: [CalendarTime]) -> Outcome {
        let copies = copies.sorted(by: >)
        let keepers = rules.map { rule in (rule.period, kept(of: copies, by: rule)) }
        var outcome = Outcome()
        for copy in copies {
            let periods = keepers.filter { $0.1.contains(copy) }.map(\.0)
            if periods.isEmpty {
                outcome.deleted.append(copy)
            } else {
                outcome.kept.append(Kept(moment: copy, periods: periods))
            }
        }
        return outcome
    }

    /// The newest copy of each of the rule's latest periods; `copies` are sorted, newest first.
    private func kept(of copies: [CalendarTime], by rule: BackupPolicy.Retention) -> [CalendarTime] {
        var kept: [CalendarTime] = []
        for copy in copies where kept.count < rule.count {
            if kept.last.map({ rule.period.number(of: $0) }) != rule.period.number(of: copy) {
                kept.append(copy)
            }
        }
        return kept
    }
}

extension BackupPolicy.Retention.Period {
    /// The period a moment lies in, counted so that moments of one period and no others have one number.
    fileprivate func number(of moment: CalendarTime) -> Int64 {
        let date = moment.date
        switch self {
        case .daily: return moment.daysSinceEpoch
        case .weekly: return moment.daysSinceEpoch - Int64(moment.weekday)
        case .monthly: return Int64(date.year) * 12 + Int64(date.month)
        case .yearly: return Int64(date.year)
        }
    }
}
