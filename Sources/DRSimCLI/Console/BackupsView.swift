import DRSimTrace
import DRSimUnits

/// What became of the backups: how many nights saved everything, and of the trial's own each with what was
/// wrong with it.
///
/// The clock starts backups, not a fault, so they are no facts of the timeline.
struct BackupsView {
    let records: [BackupRecord]
    let onset: Instant

    /// The lines; `nil` if no backup has ended.
    var text: String? {
        let nights = records.endedBackups
        guard let last = nights.last else { return nil }
        let complete = nights.count { $0.result == .completed }
        let own = nights.filter { $0.startedAt >= .start }
        let told = own.isEmpty ? [last] : own
        return (["  \(complete) of \(nights.count) nights saved everything"] + told.flatMap(lines))
            .joined(separator: "\n")
    }

    /// Whether a night did not save everything.
    var hasFailures: Bool { records.contains { $0.kind == .backup && $0.result == .failed } }

    private func lines(_ night: BackupRecord) -> [String] {
        let isComplete = night.result == .completed
        let mark = isComplete ? Ink.good("✓") : Ink.bad("✗")
        let offset = (night.startedAt - onset).offsetText
        let first = "  \(mark) \(offset)  \(night.id) \(night.result.rawValue)"
        let problems = night.parts.compactMap { part in
            part.problem.map { "      \(part.name): \($0.split(separator: "\n").joined(separator: "; "))" }
        }
        return [first] + problems
    }
}
