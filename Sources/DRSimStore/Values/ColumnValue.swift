import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import GRDB

/// A value that stands in one column. Our own protocol rather than GRDB's, so that no value type of
/// the lower layers gains a database's vocabulary in public.
protocol ColumnValue {
    /// The value as SQLite keeps it.
    var cell: DatabaseValue { get }
    /// Reads it back; `nil` if the cell holds none.
    init?(cell: DatabaseValue)
}

extension Int64: ColumnValue {
    var cell: DatabaseValue { databaseValue }
    init?(cell: DatabaseValue) {
        guard let value = Int64.fromDatabaseValue(cell) else { return nil }
        self = value
    }
}

extension Int: ColumnValue {
    var cell: DatabaseValue { databaseValue }
    init?(cell: DatabaseValue) {
        guard let value = Int.fromDatabaseValue(cell) else { return nil }
        self = value
    }
}

extension Bool: ColumnValue {
    var cell: DatabaseValue { databaseValue }
    init?(cell: DatabaseValue) {
        guard let value = Bool.fromDatabaseValue(cell) else { return nil }
        self = value
    }
}

extension String: ColumnValue {
    var cell: DatabaseValue { databaseValue }
    init?(cell: DatabaseValue) {
        guard let value = String.fromDatabaseValue(cell) else { return nil }
        self = value
    }
}

extension ColumnValue where Self: RawRepresentable, RawValue == String {
    var cell: DatabaseValue { rawValue.databaseValue }
    init?(cell: DatabaseValue) {
        guard let text = String(cell: cell) else { return nil }
        self.init(rawValue: text)
    }
}

extension Verdict: ColumnValue {}
extension ServiceScore.RestoredBy: ColumnValue {}
extension CostLine: ColumnValue {}
extension DisasterType: ColumnValue {}
extension FactKind: ColumnValue {}
extension SuccessMetric.Kind: ColumnValue {}
extension Expectation.Count: ColumnValue {}
extension Assumption.Confidence: ColumnValue {}
extension PlanRecord.Title.Kind: ColumnValue {}
extension Handling.Judge: ColumnValue {}
extension VerificationItem.Group: ColumnValue {}
extension ChecklistScore.Outcome: ColumnValue {}
extension FailbackScore.Outcome: ColumnValue {}

extension Handling.Label: ColumnValue {
    var cell: DatabaseValue { description.cell }
    init?(cell: DatabaseValue) {
        guard let word = String(cell: cell) else { return nil }
        self.init(word)
    }
}
