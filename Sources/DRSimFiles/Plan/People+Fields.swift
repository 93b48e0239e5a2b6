import DRSimDocument
import DRSimPlan
import DRSimUnits

extension People {
    /// The section `people`.
    init(_ fields: FieldReader) {
        self.init(
            respond: fields.required("respond", .flag),
            isPrepared: fields.optional("prepared", .flag) ?? false,
            roles: fields.mappings("roles", "a role") { Role($0) },
            channels: fields.mappings("channels", "a channel") { Channel($0) },
            windows: fields.optionalMappings("windows", "a window") { Window($0) },
            playbooks: fields.optionalMappings("playbooks", "a playbook") { Playbook($0) })
        isDocumented = fields.optional("documented", .flag) ?? true
        conduct = fields.optionalMapping("conduct", "the conduct") { Conduct($0) } ?? Conduct()
        immediateResponse = fields.optionalMappings("immediate_response", "an item") { ResponseItem($0) }
    }
}

extension People.Role {
    /// An item of `roles`.
    fileprivate init(_ fields: FieldReader) {
        let id = fields.define("id", .role)
        self.init(
            id: RoleID(id), title: fields.required("title", .text),
            escalatesTo: fields.optionalRefer("escalates_to", to: .role, from: id).map { RoleID($0) },
            approves: fields.required("approves", .flag), source: fields.required("source", .text))
    }
}

extension People.Channel {
    /// An item of `channels`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            name: fields.define("name", .channel), pages: fields.required("pages", .flag),
            hostedIn: fields.optionalRefer("hosted_in", to: .region).map { RegionID($0) },
            source: fields.required("source", .text))
    }
}

extension People.Playbook {
    /// An item of `playbooks`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            incidentClass: IncidentClassID(fields.refer("class", to: .incidentClass)),
            runbook: RunbookID(fields.refer("runbook", to: .runbook)),
            stage: fields.optional("stage", .choice) ?? .response,
            notBefore: fields.required("not_before", .span), source: fields.required("source", .text))
    }
}

extension People.Window {
    /// An item of `windows`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            id: fields.define("id", .window), notBefore: fields.required("not_before", .span),
            source: fields.required("source", .text))
    }
}
