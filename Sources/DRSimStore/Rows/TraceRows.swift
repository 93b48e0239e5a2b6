import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits

extension TimelineFact: ListItem {
    static var table: String { "fact" }

    func write(_ row: inout RowWriter) {
        row.put("number", id)
        row.put("at_ms", at)
        row.put("kind", kind)
        row.put("entity", entity)
        row.put("text", text)
        row.put("cause", cause)
        row.put("source", source)
        row.put("actor", actor)
        row.put("phase", phase)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(
            id: try row.get("number"), at: try row.get("at_ms"), kind: try row.get("kind"),
            entity: try row.get("entity"), text: try row.get("text"), cause: try row.find("cause"),
            source: try row.find("source"), actor: try row.get("actor"), phase: try row.get("phase"))
    }
}

extension ServedSegment: ListItem {
    static var table: String { "served_segment" }

    func write(_ row: inout RowWriter) {
        row.put("service", service)
        row.put("from_ms", from)
        row.put("share_ppm", share)
        row.put("until_ms", until)
        row.put("final_share_ppm", finalShare)
        row.put("cause", cause)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(
            service: try row.get("service"), from: try row.get("from_ms"),
            share: try row.get("share_ppm"), until: try row.get("until_ms"),
            finalShare: try row.get("final_share_ppm"), cause: try row.find("cause"))
    }
}
