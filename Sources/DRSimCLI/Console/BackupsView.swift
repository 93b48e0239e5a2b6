import DRSimTrace
import DRSimUnits

/// What became of the backups: how many saved everything, and of the trial's own each with what was wrong
/// with it. One that is tried again is several.
///
/// The clock starts backups, not a fault, so they are no facts of the timeline.
struct BackupsView {
    let records: [BackupRecord]
    let onset: Instant

    /// The lines; `nil` if no backup has ended.
    var text: String? {
        let all = records.endedBackups
        guard let last = all.last else { return nil }
        let complete = all.count { $0.result == .completed }
        let own = all.filter { $0.startedAt >= .start }
        let told = own.isEmpty ? [last] : own
        return (["  \(complete) of \(all.count) backups saved everything"] + folded(told).flatMap(lines))
            .joined(separator: "\n")
    }

    /// Whether a backup did not save everything.
    var hasFailures: Bool {
        records.contains { $0.kind == .backup && ($0.result == .failed || $0.result == .inconclusive) }
    }

    /// Backups in a row that went alike, but for what their ids make of it, stand together.
    private func folded(_ records: [BackupRecord]) -> [[BackupRecord]] {
        var groups: [[BackupRecord]] = []
        for record in records {
            if let last = groups.last?.last, last.result == record.result, story(last) == story(record) {
                groups[groups.count - 1].append(record)
            } else {
                groups.append([record])
            }
        }
        return groups
    }

    private func story(_ record: BackupRecord) -> [String] {
        problems(of: record).map { $0.replacing(record.id, with: "") }
    }

    private func lines(_ records: [BackupRecord]) -> [String] {
        guard let first = records.first, let last = records.last else { return [] }
        let mark =
            switch first.result {
            case .completed: Ink.good("✓")
            case .inconclusive: "?"
            default: Ink.bad("✗")
            }
        let from = "  \(mark) \((first.startedAt - onset).offsetText)  \(first.id)"
        let to = records.count == 1 ? "" : " … \(last.id), \(records.count) in a row,"
        return ["\(from)\(to) \(first.result.rawValue)"] + problems(of: first)
    }

    private func problems(of record: BackupRecord) -> [String] {
        record.parts.compactMap { part in
            part.problem.map { "      \(part.name): \($0.split(separator: "\n").joined(separator: "; "))" }
        }
    }
}
