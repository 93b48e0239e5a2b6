package import DRSimUnits

/// The load over the day: how busy the services are and how much they write.
package struct LoadProfile: Hashable, Sendable {
    /// Load in each hour of the UTC day as a share of the peak; 24 values.
    package var hours: [Share]
    /// Transactions committed each second at the peak.
    package var peakTransactionsPerSecond: Double
    /// Write-ahead log of one transaction.
    package var walPerTransaction: ByteCount
    /// Where the figures come from.
    package var source: String

    /// Creates a profile.
    package init(
        hours: [Share], peakTransactionsPerSecond: Double, walPerTransaction: ByteCount, source: String
    ) {
        (self.hours, self.source) = (hours, source)
        (self.peakTransactionsPerSecond, self.walPerTransaction) =
            (peakTransactionsPerSecond, walPerTransaction)
    }
}
