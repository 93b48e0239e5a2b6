import DRSimPlan
import DRSimScoring
import DRSimUnits

extension MetricScore: ListItem {
    static var table: String { "metric" }

    func write(_ row: inout RowWriter) {
        row.put("kind", metric.kind)
        row.put("title", metric.title)
        switch metric.target {
        case .atLeast(let share): row.put(target: "at_least_ppm", share)
        case .atMost(let share): row.put(target: "at_most_ppm", share)
        case .within(let span): row.put(target: "within_ms", span)
        }
        row.put("source", metric.source)
        switch value {
        case .share(let share): row.put(unit: "ppm", share)
        case .span(let span): row.put(unit: "ms", span)
        case nil: row.put(unit: nil, Share?.none)
        }
        row.put("verdict", verdict)
        row.put("evidence", evidence)
    }

    init(_ row: RowReader) throws(StoreError) {
        let metric = SuccessMetric(
            kind: try row.get("kind"), title: try row.get("title"), target: try Self.target(row),
            source: try row.get("source"))
        self.init(metric: metric, value: try Self.value(row), verdict: try row.get("verdict"))
        evidence = try row.get("evidence")
    }

    private static func target(_ row: RowReader) throws(StoreError) -> SuccessMetric.Target {
        switch try row.get("target", as: String.self) {
        case "at_least_ppm": return .atLeast(try row.get("target_value"))
        case "at_most_ppm": return .atMost(try row.get("target_value"))
        case "within_ms": return .within(try row.get("target_value"))
        case let other: throw .unreadable(table: table, column: "target", value: other)
        }
    }

    private static func value(_ row: RowReader) throws(StoreError) -> Value? {
        switch try row.find("unit", as: String.self) {
        case nil: return nil
        case "ppm": return .share(try row.get("value"))
        case "ms": return .span(try row.get("value"))
        case let other?: throw .unreadable(table: table, column: "unit", value: other)
        }
    }
}

extension RowWriter {
    fileprivate mutating func put(target: String, _ value: some ColumnValue) {
        put("target", target)
        put("target_value", value)
    }

    fileprivate mutating func put(unit: String?, _ value: (some ColumnValue)?) {
        put("unit", unit)
        put("value", value)
    }
}
