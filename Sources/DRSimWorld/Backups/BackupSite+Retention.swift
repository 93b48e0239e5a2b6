import DRSimControl
import DRSimPlan
import DRSimUnits

extension BackupSite {
    /// Takes away what no rule keeps, where the plan applies its rules (F43), and returns it.
    mutating func takeExpired(by policy: BackupPolicy, start: CalendarTime) -> [Saved] {
        guard policy.appliesRetention else { return [] }
        var moments: [CalendarTime] = []
        for item in saved where moments.last != start + (item.startedAt - .start) {
            moments.append(start + (item.startedAt - .start))
        }
        let deleted = RetentionRules(policy.retention).outcome(for: moments).deleted
        guard !deleted.isEmpty else { return [] }
        let expired = saved.filter { deleted.contains(start + ($0.startedAt - .start)) }
        saved.removeAll { deleted.contains(start + ($0.startedAt - .start)) }
        return expired
    }
}
