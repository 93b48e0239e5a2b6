package import DRSimUnits

/// When backups and their verifications are due, and how the scheduler watches the clock.
package struct BackupSchedule: Hashable, Sendable {
    /// The time of day of the daily full backup, from midnight UTC (F47).
    package var dailyAt: Span
    /// The day of the weekly verification, Monday 0 to Sunday 6.
    package var verificationWeekday: Int
    /// The hour of the weekly verification.
    package var verificationHour: Int
    /// How long the scheduler sleeps between two looks at the clock.
    package var pollInterval: Span
    /// How long it sleeps after an error.
    package var errorInterval: Span
    /// How it decides that something is due.
    package var reading: Reading
    /// How often what failed is tried again, a part at once and the whole backup by deadlines; the
    /// document's never is (F40).
    package var retries = 0

    /// How a scheduler decides that something is due.
    package enum Reading: String, CaseIterable, Sendable {
        /// The document's loop: a look must fall into the very minute of the backup, and every look in
        /// the hour of the verification starts one (F45, F46). Nothing is remembered.
        case poll
        /// What has come due is done at the next look, once for each deadline; the deadlines outlive a
        /// restart.
        case deadline
    }

    /// Creates a schedule.
    package init(
        dailyAt: Span, verificationWeekday: Int, verificationHour: Int, pollInterval: Span,
        errorInterval: Span, reading: Reading
    ) {
        (self.dailyAt, self.verificationWeekday) = (dailyAt, verificationWeekday)
        (self.verificationHour, self.reading) = (verificationHour, reading)
        (self.pollInterval, self.errorInterval) = (pollInterval, errorInterval)
    }
}
