/// What is backed up, when, where to and for how long.
///
/// Each of the document's defects is a setting of its own, so that an overlay can mend one alone. What a
/// plan leaves out is read soundly: the defects of a plan are written in its files.
package struct BackupPolicy: Hashable, Sendable {
    /// When backups and their verifications are due.
    package var schedule: BackupSchedule
    /// Where the scheduler and the backups run.
    package var location: ControllerPolicy.Location
    /// What a failed part means for those after it (F40).
    package var onError: ErrorPolicy
    /// The parts of a full backup, in order.
    package var components: [BackupComponent]
    /// How copies reach the recovery region (F33).
    package var copying: Copying
    /// What a verification looks at (F42).
    package var verification: VerificationMethod
    /// How long copies are kept, by class, longest last.
    package var retention: [Retention]
    /// Whether anything applies the retention, or it is merely written down (F43).
    package var appliesRetention: Bool
    /// The bucket backups go to.
    package var bucket: String
    /// The bucket in the recovery region.
    package var recoveryBucket: String
    /// Whether the scheduler exists at all, or is still to be written.
    package var isDeployed = true
    /// Whether somebody is told of a backup that failed or was found to be bad (F40).
    package var alerts = true

    /// What a failed part means for those after it.
    package enum ErrorPolicy: String, CaseIterable, Sendable {
        /// The backup ends there, as the document's exceptions end it.
        case stop
        /// The other parts are saved even so; the backup as a whole has failed.
        case proceed = "continue"
    }

    /// How copies reach the recovery region.
    package enum Copying: String, CaseIterable, Sendable {
        /// One call for each object after its upload, which takes objects up to 5 GB (C11).
        case call = "copy_object"
        /// The bucket replicates what is put into it, whatever its size (C10).
        case replication
    }

    /// What a verification looks at.
    package enum VerificationMethod: String, CaseIterable, Sendable {
        /// Nothing: it says that it began (L537-541).
        case nothing = "none"
        /// Each copy's bytes against the checksum taken when it was made.
        case checksum
        /// The newest dump is restored and read back.
        case testRestore = "test_restore"
    }

    /// How many copies of a class are kept.
    package struct Retention: Hashable, Sendable {
        /// The class.
        package var period: Period
        /// How many are kept.
        package var count: Int

        /// The classes of copies, by the stretch of calendar one copy of them stands for.
        package enum Period: String, CaseIterable, Sendable {
            case daily, weekly, monthly, yearly
        }

        /// Creates a rule.
        package init(period: Period, count: Int) {
            (self.period, self.count) = (period, count)
        }
    }

    /// Creates a policy.
    package init(
        schedule: BackupSchedule, location: ControllerPolicy.Location, onError: ErrorPolicy,
        components: [BackupComponent], copying: Copying, verification: VerificationMethod,
        retention: [Retention], appliesRetention: Bool, bucket: String, recoveryBucket: String
    ) {
        (self.schedule, self.location) = (schedule, location)
        (self.onError, self.components) = (onError, components)
        (self.copying, self.verification) = (copying, verification)
        (self.retention, self.appliesRetention) = (retention, appliesRetention)
        (self.bucket, self.recoveryBucket) = (bucket, recoveryBucket)
    }
}
