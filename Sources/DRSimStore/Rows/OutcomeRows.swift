import DRSimPlan
import DRSimScoring
import DRSimUnits

extension MoneyLine: ListItem {
    static var table: String { "money_line" }

    func write(_ row: inout RowWriter) {
        row.put("name", name)
        row.put("amount_minor", amount)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(name: try row.get("name"), amount: try row.get("amount_minor"))
    }
}

extension MoneyScore.Reading: ListItem {
    static var table: String { "money_reading" }

    func write(_ row: inout RowWriter) {
        row.put("name", name)
        row.put("value", value)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(name: try row.get("name"), value: try row.get("value"))
    }
}

extension ExpectationResult: ListItem {
    static var table: String { "expectation_result" }

    func write(_ row: inout RowWriter) {
        row.put("text", text)
        row.put("held", held)
        row.put("actual", actual)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(text: try row.get("text"), held: try row.get("held"), actual: try row.get("actual"))
    }
}

/// How often something happened.
struct CountRow: ListItem {
    static let table = "count"
    let count: Expectation.Count
    let number: Int64

    init(count: Expectation.Count, number: Int64) {
        (self.count, self.number) = (count, number)
    }

    func write(_ row: inout RowWriter) {
        row.put("name", count)
        row.put("number", number)
    }

    init(_ row: RowReader) throws(StoreError) {
        (count, number) = (try row.get("name"), try row.get("number"))
    }
}

/// The name of an overlay that was in force.
struct OverlayRow: ListItem {
    static let table = "run_overlay"
    let name: String

    init(name: String) {
        self.name = name
    }

    func write(_ row: inout RowWriter) { row.put("name", name) }

    init(_ row: RowReader) throws(StoreError) { name = try row.get("name") }
}

/// A value that was set for a run alone.
struct SettingRow: ListItem {
    static let table = "run_setting"
    let assignment: String

    init(assignment: String) {
        self.assignment = assignment
    }

    func write(_ row: inout RowWriter) { row.put("assignment", assignment) }

    init(_ row: RowReader) throws(StoreError) { assignment = try row.get("assignment") }
}
