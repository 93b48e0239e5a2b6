import DRSimPlan
import DRSimUnits

extension Blueprint {
    /// How much of the past the ledgers hold.
    static let historyLength = BackupSchedule.history

    /// What was written in that time, at the mean load of the day.
    var historyBytes: ByteCount {
        let mean = plan.load.hours.reduce(Share.none, +).fraction / Double(plan.load.hours.count)
        let rate = plan.load.peakTransactionsPerSecond * Double(plan.load.walPerTransaction.bytes) * mean
        return ByteCount(Int64((rate * Self.historyLength.inSeconds).rounded(.toNearestOrEven)))
    }
}
