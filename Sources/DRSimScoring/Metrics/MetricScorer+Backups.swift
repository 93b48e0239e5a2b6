import DRSimPlan
import DRSimTrace
import DRSimUnits

// The backups and verifications of the trial and of the thirty days before it, against what the plan's
// schedule asks for: what was never started counts as failed.

extension MetricScorer {
    /// The backups that saved every part, among those that were due.
    var backupsCompleted: Reading { attainment(dueBackups) }

    /// The restores proven by reading data back, among the verifications that were due.
    var restoresProven: Reading { attainment(dueVerifications) }

    /// What the share of backups was read from.
    var backupEvidence: String {
        guard let due = dueBackups else { return "no backup was due" }
        let last = trace.backups.last { $0.kind == .backup && $0.result == .failed }
        let part = last?.parts.last { $0.address == nil }
        let reason = part.map { "; the last that failed: \($0.name): \($0.problem ?? "not saved")" } ?? ""
        return "\(due.done) of \(due.periods) backups due saved every part, in the trial and the thirty days "
            + "before it\(reason)"
    }

    /// What the share of verifications was read from.
    var verificationEvidence: String {
        guard let due = dueVerifications else { return "no verification was due" }
        return "\(due.done) of \(due.periods) verifications due restored a backup and read its data back, in "
            + "the trial and the thirty days before it"
    }

    private var dueBackups: Attendance? {
        attendance(.backup, of: plan.backups.schedule.backupWindow) { $0 == .completed }
    }

    private var dueVerifications: Attendance? {
        attendance(.verification, of: plan.backups.schedule.verificationWindow) { $0 == .restored }
    }

    /// The share of periods in which something due was done, between those decided and those that are not.
    private func attainment(_ attendance: Attendance?) -> Reading {
        guard let attendance else { return .notExercised }
        let whole = Int64(attendance.periods)
        return .between(
            .ratio(Int64(attendance.done), of: whole),
            .ratio(Int64(attendance.done + attendance.open), of: whole))
    }

    /// In how many periods something due was done; `nil` where nothing was due, or no scheduler exists.
    private func attendance(
        _ kind: BackupRecord.Kind, of due: RecurringWindow, isDone: (BackupRecord.Result) -> Bool
    ) -> Attendance? {
        guard plan.backups.isDeployed, !trace.backups.isEmpty else { return nil }
        let periods = due.numbers(
            from: trace.start + Span(milliseconds: -BackupSchedule.history.milliseconds),
            to: trace.start + (trace.horizon - .start))
        guard !periods.isEmpty else { return nil }
        let records = trace.backups.filter { $0.kind == kind }
        let done = Set(records.filter { isDone($0.result) }.map { period(of: $0, due) })
        let undecided = records.filter { $0.result == .running || $0.result == .inconclusive }
        let open = Set(undecided.map { period(of: $0, due) }).subtracting(done)
        return Attendance(
            periods: periods.count, done: periods.count(where: done.contains),
            open: periods.count(where: open.contains))
    }

    private func period(of record: BackupRecord, _ due: RecurringWindow) -> Int64 {
        due.number(of: trace.start + (record.startedAt - .start))
    }
}

/// In how many periods something that was due was done, or may still be.
private struct Attendance {
    let periods: Int
    let done: Int
    let open: Int
}
