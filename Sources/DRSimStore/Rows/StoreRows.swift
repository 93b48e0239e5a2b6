import DRSimPlan
import DRSimScoring
import DRSimUnits

extension StoreScore: ListItem {
    static var table: String { "store_result" }

    func write(_ row: inout RowWriter) {
        row.put("store", id)
        row.put(rpo)
        row.put("rpa_ms", rpa)
        row.put("copy_age_ms", copyAge)
        row.put("verdict", verdict)
        row.put("document_verdict", documentVerdict)
        row.put("acknowledged", acknowledged)
        row.put("survived", survived)
        row.put("lost", lost)
        row.put("discarded", discarded)
        row.put("split_brain", splitBrain)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(id: try row.get("store"))
        (rpo, rpa) = (try row.recoveryPointObjective(), try row.find("rpa_ms"))
        copyAge = try row.find("copy_age_ms")
        (verdict, documentVerdict) = (try row.get("verdict"), try row.get("document_verdict"))
        acknowledged = try row.writes("acknowledged")
        survived = try row.writes("survived")
        lost = try row.writes("lost")
        discarded = try row.writes("discarded")
        splitBrain = try row.writes("split_brain")
    }
}

extension RowWriter {
    mutating func put(_ name: String, _ writes: StoreScore.Writes) {
        put("\(name)_bytes", writes.bytes)
        put("\(name)_transactions", writes.transactions)
    }

    mutating func put(_ rpo: RecoveryPointObjective?) {
        switch rpo {
        case .span(let span):
            put("rpo_ms", span)
            put("rpo_point_in_time", false)
        case .pointInTime, nil:
            put("rpo_ms", Span?.none)
            put("rpo_point_in_time", rpo != nil)
        }
    }
}

extension RowReader {
    func writes(_ name: String) throws(StoreError) -> StoreScore.Writes {
        StoreScore.Writes(
            bytes: try get("\(name)_bytes"), transactions: try get("\(name)_transactions"))
    }

    func recoveryPointObjective() throws(StoreError) -> RecoveryPointObjective? {
        if try get("rpo_point_in_time", as: Bool.self) { return .pointInTime }
        return try find("rpo_ms", as: Span.self).map { .span($0) }
    }
}
