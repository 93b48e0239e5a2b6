import DRSimDocument
import DRSimPlan
import DRSimUnits

/// The section `services`: services, the stores they need, the third parties they lean on and their caches.
struct ServiceCatalogue {
    let services: [Service]
    let stores: [Store]
    let thirdParties: [ThirdParty]
    let caches: [Cache]

    init(_ fields: FieldReader) {
        services = fields.mappings("services", "a service") { Service($0) }
        stores = fields.mappings("stores", "a store") { Store($0) }
        thirdParties = fields.optionalMappings("third_parties", "a third party") { ThirdParty($0) }
        caches = fields.optionalMappings("caches", "a cache") { Cache($0) }
        checkShares(fields)
    }

    /// The loss of everything must cost exactly the revenue of everything.
    private func checkShares(_ fields: FieldReader) {
        let sum = services.reduce(Share.none) { $0 + $1.revenueShare }
        guard !services.isEmpty, sum != .all, !fields.hasFailed else { return }
        let shares = fields.node("services")?.items?.compactMap { $0["revenue_share"] } ?? []
        fields.fail(
            "services",
            ScalarError(
                .inconsistentTotal, "the revenue shares sum to \(sum.exact), not 100%",
                help: "the loss of all services must cost the revenue of all"),
            at: shares.last { fields.report.trail.files.contains($0.position.file) })
    }
}

extension Share {
    /// The percentage with all its decimals.
    var exact: String {
        let (whole, rest) = partsPerMillion.quotientAndRemainder(dividingBy: 10_000)
        if rest == 0 { return "\(whole)%" }
        let digits = String(rest)
        let decimals = String(repeating: "0", count: 4 - digits.count) + digits
        return "\(whole).\(decimals.reversed().drop { $0 == "0" }.reversed().map(String.init).joined())%"
    }
}

extension Service {
    /// An item of `services`.
    init(_ fields: FieldReader) {
        let id = fields.define("id", .service)
        self.init(
            id: ServiceID(id), title: fields.required("title", .text),
            tier: Int(fields.refer("tier", to: .tier)) ?? 0,
            revenueShare: fields.required("revenue_share", .share), host: fields.refer("host", to: .host),
            path: fields.optional("path", .text),
            workloads: fields.optionalMappings("workloads", "a workload") { Workload($0) },
            stores: fields.referList("stores", to: .store).map { StoreID($0) },
            needs: fields.referList("needs", to: .service, from: id).map { ServiceID($0) },
            thirdParties: fields.referList("third_parties", to: .thirdParty).map { ThirdPartyID($0) },
            caches: fields.referList("caches", to: .cache).map { CacheID($0) },
            serialQueries: fields.optional("serial_queries", .count) ?? 1,
            source: fields.required("source", .text))
    }
}

extension ThirdParty {
    /// An item of `third_parties`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            id: ThirdPartyID(fields.define("id", .thirdParty)), title: fields.required("title", .text),
            source: fields.required("source", .text))
    }
}

extension Cache {
    /// An item of `caches`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            id: CacheID(fields.define("id", .cache)), title: fields.required("title", .text),
            deployment: fields.refer("deployment", to: .deployment),
            hostKey: fields.required("host_key", .text),
            missLoad: fields.required("miss_load", .number),
            warmUp: fields.assumption("warm_up", of: .duration),
            isRequired: fields.optional("required", .flag) ?? false,
            store: fields.optionalRefer("store", to: .store).map { StoreID($0) },
            source: fields.required("source", .text))
        guard missLoad < 1, !fields.hasFailed else { return }
        fields.fail(
            "miss_load",
            ScalarError(
                .outOfRange,
                "`miss_load` is at least 1: how many times as much a request costs without the cache"))
    }
}

extension Service.Workload {
    /// An item of a service's `workloads`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            deployment: fields.refer("deployment", to: .deployment),
            peakLoadPods: fields.required("peak_load_pods", .number))
    }
}

extension Store {
    /// An item of `stores`.
    fileprivate init(_ fields: FieldReader) {
        let kind: Kind = fields.required("kind", .choice)
        self.init(
            id: StoreID(fields.define("id", .store)), title: fields.required("title", .text), kind: kind,
            hostKey: kind == .postgres
                ? fields.required("host_key", .text) : fields.optional("host_key", .text) ?? "",
            synchronisation: fields.optionalMapping("synchronised", "a synchronisation") { fields in
                Synchronisation(
                    region: RegionID(fields.refer("to", to: .region)),
                    every: fields.required("every", .positiveSpan))
            },
            source: fields.required("source", .text))
    }
}
