import DRSimDocument
import DRSimPlan
import DRSimUnits

extension BackupPolicy {
    /// The section `backups`.
    init(_ fields: FieldReader) {
        let verification = fields.mapping("verification", "the verification") { fields in
            (
                weekday: fields.required("weekday", .weekday),
                hour: fields.required("hour", .integer(0...23))
            )
        }
        self.init(
            dailyAt: fields.required("daily_at", .timeOfDay), verificationWeekday: verification.weekday,
            verificationHour: verification.hour,
            pollInterval: fields.required("poll_interval", .positiveSpan),
            errorInterval: fields.required("error_interval", .positiveSpan),
            components: fields.mappings("components", "a component") { Component($0) },
            retention: fields.mappings("retention", "a retention rule") { Retention($0) },
            bucket: fields.required("bucket", .text),
            recoveryBucket: fields.required("recovery_bucket", .text))
    }
}

extension BackupPolicy.Component {
    /// An item of `components`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            name: fields.required("name", .text), isCopied: fields.required("copied", .flag),
            source: fields.required("source", .text))
    }
}

extension BackupPolicy.Retention {
    /// An item of `retention`.
    fileprivate init(_ fields: FieldReader) {
        self.init(name: fields.required("name", .text), count: fields.required("count", .count))
    }
}
