package import DRSimUnits

extension RunRecord {
    /// How bad the run is, to be compared: by the services that never came back, then by the stores lost,
    /// then by the cost.
    package var badness: (unrecovered: Int, lost: Int, cost: Money) {
        (
            score.services.count { $0.verdict == .unrecovered }, score.stores.count(where: \.isLost),
            score.money.total
        )
    }
}
