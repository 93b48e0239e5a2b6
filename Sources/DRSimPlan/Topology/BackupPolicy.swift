package import DRSimUnits

/// What is backed up, when, where to and for how long.
package struct BackupPolicy: Hashable, Sendable {
    /// The time of day of the daily full backup, from midnight UTC.
    package var dailyAt: Span
    /// The day of the weekly verification, Monday 0 to Sunday 6.
    package var verificationWeekday: Int
    /// The hour of the weekly verification.
    package var verificationHour: Int
    /// How long the scheduler sleeps between two looks at the clock.
    package var pollInterval: Span
    /// How long it sleeps after an error.
    package var errorInterval: Span
    /// The parts of a full backup, in order.
    package var components: [Component]
    /// How long copies are kept, by class, longest last.
    package var retention: [Retention]
    /// The bucket backups go to.
    package var bucket: String
    /// The bucket in the recovery region.
    package var recoveryBucket: String

    /// A part of a full backup.
    package struct Component: Hashable, Sendable {
        /// Its name, such as `database`.
        package var name: String
        /// Whether it is copied to the recovery region.
        package var isCopied: Bool
        /// Where it stands in the document.
        package var source: String

        /// Creates a part.
        package init(name: String, isCopied: Bool, source: String) {
            (self.name, self.isCopied, self.source) = (name, isCopied, source)
        }
    }

    /// How many copies of a class are kept.
    package struct Retention: Hashable, Sendable {
        /// `daily`, `weekly`, `monthly` or `yearly`.
        package var name: String
        /// How many are kept.
        package var count: Int

        /// Creates a rule.
        package init(name: String, count: Int) {
            (self.name, self.count) = (name, count)
        }
    }

    /// Creates a policy.
    package init(
        dailyAt: Span, verificationWeekday: Int, verificationHour: Int, pollInterval: Span,
        errorInterval: Span, components: [Component], retention: [Retention], bucket: String,
        recoveryBucket: String
    ) {
        (self.dailyAt, self.verificationWeekday) = (dailyAt, verificationWeekday)
        (self.verificationHour, self.pollInterval) = (verificationHour, pollInterval)
        (self.errorInterval, self.components, self.retention) = (errorInterval, components, retention)
        (self.bucket, self.recoveryBucket) = (bucket, recoveryBucket)
    }
}
