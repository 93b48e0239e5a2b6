import DRSimDocument
import DRSimPlan
import DRSimUnits

extension Conduct {
    /// The section `conduct` of the people.
    init(_ fields: FieldReader) {
        self.init(
            workingHours: fields.optionalMapping("working_hours", "the working hours") { WorkingHours($0) }
                ?? WorkingHours(),
            slips: fields.optional("slips", .flag) ?? false,
            isRehearsed: fields.optional("rehearsed", .flag) ?? false,
            awaitsProvider: fields.optional("awaits_provider", .flag) ?? false,
            watchesProtection: fields.optional("watches_protection", .flag) ?? false)
        misdeclaration = fields.optionalMapping("misdeclaration", "a misdeclaration") { fields in
            Misdeclaration(
                chance: fields.assumption("chance", of: .probability),
                corrected: fields.assumption("corrected", of: .duration))
        }
        nightHours =
            fields.optionalMapping("night_hours", "the night") { fields in
                NightHours(
                    from: fields.required("from", .timeOfDay), to: fields.required("to", .timeOfDay))
            } ?? nightHours
        fields.readSource()
    }
}

extension WorkingHours {
    /// The mapping `working_hours`.
    fileprivate init(_ fields: FieldReader) {
        let (from, to) = (fields.required("from", .timeOfDay), fields.required("to", .timeOfDay))
        let offset = fields.optional("utc_offset_hours", .integer(-12...14)) ?? 0
        self.init(from: from, to: to, utcOffset: .hours(Int64(offset)))
        if to <= from, !fields.hasFailed {
            fields.fail("to", ScalarError(.outOfRange, "`to` is not after `from`"))
        }
    }
}

extension ResponseItem {
    /// An item of `immediate_response`.
    init(_ fields: FieldReader) {
        self.init(
            id: fields.required("id", .text), title: fields.required("title", .text),
            role: RoleID(fields.refer("role", to: .role)),
            takes: fields.assumption("takes", of: .duration),
            tells: fields.optional("tells", .choice),
            channel: fields.optionalRefer("channel", to: .channel),
            looksAt: fields.optional("looks_at", .choice),
            source: fields.required("source", .text))
    }
}
