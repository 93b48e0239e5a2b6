import DRSimPlan
import DRSimScoring
import DRSimUnits

extension ServiceScore: ListItem {
    static var table: String { "service_result" }

    func write(_ row: inout RowWriter) {
        row.put("service", id)
        row.put("tier", tier)
        row.put("rto_ms", rto)
        row.put("rta_ms", rta)
        row.put("verdict", verdict)
        row.put("document_verdict", documentVerdict)
        row.put("restored_by", restoredBy)
        row.put("unavailable_from_ms", unavailableFrom)
        row.put("restored_at_ms", restoredAt)
        row.put("rta_from_detection_ms", rtaFromDetection)
        row.put("rta_from_declaration_ms", rtaFromDeclaration)
        row.put("unavailable_ms", unavailable)
        row.put("minimum_share_ppm", minimumShare)
        row.put(rpo)
        row.put("rpa_ms", rpa)
        row.put("rpo_verdict", rpoVerdict)
        row.put("document_rpo_verdict", documentRPOVerdict)
    }

    /// Reads all but phases and outages, which have tables of their own.
    init(_ row: RowReader) throws(StoreError) {
        self.init(id: try row.get("service"), tier: try row.get("tier"))
        (rto, rta) = (try row.find("rto_ms"), try row.find("rta_ms"))
        (verdict, documentVerdict) = (try row.get("verdict"), try row.get("document_verdict"))
        restoredBy = try row.find("restored_by")
        unavailableFrom = try row.find("unavailable_from_ms")
        restoredAt = try row.find("restored_at_ms")
        rtaFromDetection = try row.find("rta_from_detection_ms")
        rtaFromDeclaration = try row.find("rta_from_declaration_ms")
        unavailable = try row.get("unavailable_ms")
        minimumShare = try row.get("minimum_share_ppm")
        (rpo, rpa) = (try row.recoveryPointObjective(), try row.find("rpa_ms"))
        rpoVerdict = try row.get("rpo_verdict")
        documentRPOVerdict = try row.get("document_rpo_verdict")
    }
}

/// A part of a service's recovery time, with the service.
struct PhaseRow: ListItem {
    static let table = "phase"
    let service: ServiceID
    let phase: ServiceScore.Phase

    init(service: ServiceID, phase: ServiceScore.Phase) {
        (self.service, self.phase) = (service, phase)
    }

    func write(_ row: inout RowWriter) {
        row.put("service", service)
        row.put("name", phase.name)
        row.put("span_ms", phase.span)
    }

    init(_ row: RowReader) throws(StoreError) {
        service = try row.get("service")
        phase = ServiceScore.Phase(name: try row.get("name"), span: try row.get("span_ms"))
    }
}

/// A stretch in which too few users of a service were served, with the service.
struct OutageRow: ListItem {
    static let table = "outage"
    let service: ServiceID
    let outage: ServiceScore.Outage

    init(service: ServiceID, outage: ServiceScore.Outage) {
        (self.service, self.outage) = (service, outage)
    }

    func write(_ row: inout RowWriter) {
        row.put("service", service)
        row.put("from_ms", outage.from)
        row.put("to_ms", outage.to)
    }

    init(_ row: RowReader) throws(StoreError) {
        service = try row.get("service")
        outage = ServiceScore.Outage(from: try row.get("from_ms"), to: try row.get("to_ms"))
    }
}
