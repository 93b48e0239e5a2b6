import DRSimDocument
import DRSimPlan
import DRSimUnits

extension VerificationItem {
    /// An item of `verification`.
    init(_ fields: FieldReader) {
        self.init(
            id: fields.required("id", .text), group: fields.required("group", .choice),
            title: fields.required("title", .text), probe: Probe(fields),
            queryWithin: fields.optional("query_within", .span), source: fields.required("source", .text))
    }
}

extension VerificationItem.Probe {
    /// The one key that says what is looked at.
    fileprivate init(_ fields: FieldReader) {
        switch fields.alternative(Self.keys)?.key {
        case "services":
            self = .services(fields.referList("services", to: .service).map { ServiceID($0) })
        case "commits":
            self = .commits(fields.referList("commits", to: .store).map { StoreID($0) })
        case "one_history":
            self = .oneHistory(fields.referList("one_history", to: .store).map { StoreID($0) })
        case "none_behind":
            self = .noneBehind(fields.referList("none_behind", to: .store).map { StoreID($0) })
        case "caches": self = .caches(fields.referList("caches", to: .cache).map { CacheID($0) })
        case "backups": self = .backups(fields.required("backups", .choice))
        case "not_modelled": self = .notModelled(fields.required("not_modelled", .text))
        default: self = .notModelled("")
        }
    }
}
