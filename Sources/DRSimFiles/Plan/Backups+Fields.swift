import DRSimDocument
import DRSimPlan
import DRSimUnits

extension BackupPolicy {
    /// The section `backups`; settings it leaves out are the sound ones.
    init(_ fields: FieldReader) {
        let verification = fields.mapping("verification", "the verification") { fields in
            (
                weekday: fields.required("weekday", .weekday),
                hour: fields.required("hour", .integer(0...23)),
                method: fields.optional("method", .choice) ?? VerificationMethod.checksum
            )
        }
        var schedule = BackupSchedule(
            dailyAt: fields.required("daily_at", .timeOfDay), verificationWeekday: verification.weekday,
            verificationHour: verification.hour,
            pollInterval: fields.required("poll_interval", .positiveSpan),
            errorInterval: fields.required("error_interval", .positiveSpan),
            reading: fields.optional("scheduler", .choice) ?? .deadline)
        schedule.retries = fields.optional("retries", .count) ?? 0
        self.init(
            schedule: schedule, location: fields.optional("location", .choice) ?? .primary,
            onError: fields.optional("on_error", .choice) ?? .proceed,
            components: fields.mappings("components", "a component") { BackupComponent($0) },
            copying: fields.optional("copying", .choice) ?? .replication,
            verification: verification.method,
            retention: fields.mappings("retention", "a retention rule") { Retention($0) },
            appliesRetention: fields.optional("apply_retention", .flag) ?? true,
            bucket: fields.required("bucket", .text),
            recoveryBucket: fields.required("recovery_bucket", .text))
        isDeployed = fields.optional("deployed", .flag) ?? true
        alerts = fields.optional("alerts", .flag) ?? true
    }
}

extension BackupPolicy.Retention {
    /// An item of `retention`.
    fileprivate init(_ fields: FieldReader) {
        self.init(period: fields.required("name", .choice), count: fields.required("count", .count))
    }
}
