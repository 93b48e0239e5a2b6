import DRSimPlan
import DRSimUnits

extension BackupFault {
    /// A kind with the key `since`, how long before the start it already was so.
    init(_ name: Name, _ fields: FieldReader) {
        self.init(name, since: fields.optional("since", .span) ?? .zero)
        fields.require(.backupRepair)
        fields.require(.backupFailureDetection)
    }
}
