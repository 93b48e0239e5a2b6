import DRSimDocument
import DRSimPlan

extension FindingCatalogue {
    /// A plan folder's `findings.yaml`.
    init(_ fields: FieldReader, path: String) {
        self.init(
            mended: fields.refer("mended", to: .overlay), faulty: fields.refer("faulty", to: .overlay),
            ladder: fields.referList("ladder", to: .overlay),
            findings: fields.mappings("findings", "a finding") { Finding($0, path: path) })
    }
}

extension Finding {
    /// An item of `findings`.
    fileprivate init(_ fields: FieldReader, path: String) {
        self.init(
            id: fields.define("id", .finding), title: fields.required("title", .text),
            source: fields.required("source", .text),
            mendedAt: fields.optionalRefer("mended_at", to: .overlay),
            evidence: Evidence(fields, path: path))
        note = fields.optional("note", .text)
    }
}

extension Finding.Evidence {
    fileprivate init(_ fields: FieldReader, path: String) {
        switch fields.alternative(["scenario", "not_simulable"])?.key {
        case "scenario": self = .scenario(FindingExperiment(fields, path: path))
        default:
            self = .check(
                reason: fields.required("not_simulable", .text), at: fields.required("check", .text))
        }
    }
}

extension FindingExperiment {
    fileprivate init(_ fields: FieldReader, path: String) {
        let written = fields.required("scenario", .text)
        let scenario = FilePath.resolved(written, relativeToFile: path)
        if !written.isEmpty, !FileText.isFile(scenario) {
            fields.fail("scenario", ScalarError(.unreadableFile, "there is no scenario \(scenario)"))
        }
        self.init(
            scenario: scenario, base: fields.optionalRefer("base", to: .overlay),
            mendBase: fields.optionalRefer("mend_base", to: .overlay),
            price: Side(fields, "put_back", idle: "no_price_because"),
            gain: Side(fields, "mend", idle: "no_gain_because"))
    }
}

extension FindingExperiment.Side {
    /// An overlay, or the reason why there is none; with both, the reason why it makes no difference.
    fileprivate init(_ fields: FieldReader, _ key: String, idle: String) {
        let overlay = fields.optionalRefer(key, to: .overlay)
        let reason = fields.optional(idle, .text)
        switch (overlay, reason) {
        case (let overlay?, _): self = .overlay(overlay, ifIdle: reason)
        case (nil, let reason?): self = .absent(reason: reason)
        case (nil, nil):
            fields.fail(
                key,
                ScalarError(.missingKey, "\(fields.title) needs `\(key)`, or `\(idle)` to say why not"))
            self = .absent(reason: "")
        }
    }
}
