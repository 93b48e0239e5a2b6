import DRSimDocument
import DRSimPlan
import DRSimUnits

extension DatabaseFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        let context = fields.refer("context", to: .context)
        switch name {
        case .crash: self = .crash(context: context)
        case .hang: self = .hang(context: context)
        case .crashLoop: self = .crashLoop(context: context)
        case .lagSurge: self = .lagSurge(context: context, lag: fields.required("lag", .positiveSpan))
        case .walDiskFull: self = .walDiskFull(context: context)
        case .archiveBroken:
            fields.require(.archiveRepair)
            self = .archiveBroken(context: context)
        case .operatorLost: self = .operatorLost(context: context)
        case .controlPlaneDown: self = .controlPlaneDown(context: context)
        case .corruption:
            let isSilent = fields.required("silent", .flag)
            self = .damage(
                .init(.corruption, share: Self.share(fields), isSilent: isSilent), context: context)
        case .deletion: self = .damage(.init(.deletion, share: Self.share(fields)), context: context)
        case .migration:
            let share = fields.has("share") ? Self.share(fields) : .all
            self = .damage(.init(.migration, share: share), context: context)
        }
    }

    /// The share of answers that are wrong.
    private static func share(_ fields: FieldReader) -> Share {
        let share = fields.required("share", .share)
        if share == .none, fields.has("share"), !fields.hasFailed {
            fields.fail("share", ScalarError(.outOfRange, "a damage of which nobody sees anything is none"))
        }
        return share
    }
}
