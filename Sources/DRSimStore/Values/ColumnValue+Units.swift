import DRSimTrace
import DRSimUnits
import GRDB

extension Span: ColumnValue {
    var cell: DatabaseValue { milliseconds.cell }
    init?(cell: DatabaseValue) {
        guard let value = Int64(cell: cell) else { return nil }
        self.init(milliseconds: value)
    }
}

extension Instant: ColumnValue {
    var cell: DatabaseValue { milliseconds.cell }
    init?(cell: DatabaseValue) {
        guard let value = Int64(cell: cell) else { return nil }
        self.init(milliseconds: value)
    }
}

extension Money: ColumnValue {
    var cell: DatabaseValue { minorUnits.cell }
    init?(cell: DatabaseValue) {
        guard let value = Int64(cell: cell) else { return nil }
        self.init(minorUnits: value)
    }
}

extension Share: ColumnValue {
    var cell: DatabaseValue { partsPerMillion.cell }
    init?(cell: DatabaseValue) {
        guard let value = Int64(cell: cell) else { return nil }
        self.init(partsPerMillion: value)
    }
}

extension ByteCount: ColumnValue {
    var cell: DatabaseValue { bytes.cell }
    init?(cell: DatabaseValue) {
        guard let value = Int64(cell: cell) else { return nil }
        self.init(value)
    }
}

extension Identifier: ColumnValue {
    var cell: DatabaseValue { name.cell }
    init?(cell: DatabaseValue) {
        guard let value = String(cell: cell) else { return nil }
        self.init(value)
    }
}

extension CalendarTime: ColumnValue {
    var cell: DatabaseValue { description.cell }
    init?(cell: DatabaseValue) {
        guard let text = String(cell: cell) else { return nil }
        self.init(iso8601: text)
    }
}

/// Seeds are text: half of them do not fit SQLite's signed integers.
extension UInt64: ColumnValue {
    var cell: DatabaseValue { String(self).cell }
    init?(cell: DatabaseValue) {
        guard let text = String(cell: cell) else { return nil }
        self.init(text)
    }
}

extension FactID: ColumnValue {
    var cell: DatabaseValue { Int64(index).cell }
    init?(cell: DatabaseValue) {
        guard let value = Int64(cell: cell), let index = Int32(exactly: value) else { return nil }
        self.init(Int(index))
    }
}

extension Fact.Actor: ColumnValue {
    private static let names: [(actor: Fact.Actor, name: String)] = [
        (.fault, "fault"), (.faultEnd, "fault_end"), (.platform, "platform"), (.plan, "plan"),
        (.people, "people"), (.consequence, "consequence"),
    ]

    var cell: DatabaseValue {
        guard let name = Self.names.first(where: { $0.actor == self })?.name else {
            preconditionFailure("actor \(self) has no name in the store")
        }
        return name.cell
    }

    init?(cell: DatabaseValue) {
        guard let name = String(cell: cell),
            let actor = Self.names.first(where: { $0.name == name })?.actor
        else { return nil }
        self = actor
    }
}
