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
        return (["  \(complete) of \(nights.count) nights saved everything"] + folded(told).flatMap(lines))
            .joined(separator: "\n")
    }

    /// Whether a night did not save everything.
    var hasFailures: Bool { records.contains { $0.kind == .backup && $0.result == .failed } }

    /// Nights in a row that went alike, but for what their ids make of it, stand together.
    private func folded(_ nights: [BackupRecord]) -> [[BackupRecord]] {
        var groups: [[BackupRecord]] = []
        for night in nights {
            if let last = groups.last?.last, last.result == night.result, story(last) == story(night) {
                groups[groups.count - 1].append(night)
            } else {
                groups.append([night])
            }
        }
        return groups
    }

    private func story(_ night: BackupRecord) -> [String] {
        problems(of: night).map { $0.replacing(night.id, with: "") }
    }

    private func lines(_ nights: [BackupRecord]) -> [String] {
        guard let first = nights.first, let last = nights.last else { return [] }
        let mark = first.result == .completed ? Ink.good("✓") : Ink.bad("✗")
        let from = "  \(mark) \((first.startedAt - onset).offsetText)  \(first.id)"
        let to = nights.count == 1 ? "" : " … \(last.id), \(nights.count) nights,"
        return ["\(from)\(to) \(first.result.rawValue)"] + problems(of: first)
    }

    private func problems(of night: BackupRecord) -> [String] {
        night.parts.compactMap { part in
            part.problem.map { "      \(part.name): \($0.split(separator: "\n").joined(separator: "; "))" }
        }
    }
}
