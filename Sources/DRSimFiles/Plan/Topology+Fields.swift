import DRSimDocument
import DRSimPlan
import DRSimUnits

extension Topology {
    /// The section `topology`, but for the load.
    init(_ fields: FieldReader) {
        self.init(
            regions: fields.mappings("regions", "a region") { Region($0) },
            dns: fields.mapping("dns", "the DNS zone") { DNSZone($0) })
        checkRoles(fields)
    }

    private func checkRoles(_ fields: FieldReader) {
        let primaries = regions.filter { $0.role == .primary }.count
        let recoveries = regions.filter { $0.role == .recovery }.count
        guard !fields.hasFailed, primaries != 1 || recoveries > 1 else { return }
        fields.fail(
            "regions",
            ScalarError(
                .invalidValue, "\(primaries) regions are primary and \(recoveries) dr",
                help: "one region is primary, and at most one is dr"))
    }
}

extension Region {
    /// An item of `regions`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            id: RegionID(fields.define("id", .region)), role: fields.required("role", .choice),
            zones: fields.defineList("zones", .zone).map { ZoneID($0) },
            cluster: fields.mapping("cluster", "a cluster") { ClusterSite($0) },
            source: fields.required("source", .text))
        if zones.isEmpty, !fields.hasFailed {
            fields.fail("zones", ScalarError(.invalidValue, "a region has at least one zone"))
        }
    }
}

extension ClusterSite {
    /// A region's `cluster`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            name: fields.define("name", .cluster), context: fields.define("context", .context),
            namespace: fields.required("namespace", .text),
            loadBalancer: fields.required("load_balancer", .text),
            nodeGroups: fields.mappings("node_groups", "a node group") { NodeGroup($0) },
            allowsSnippets: fields.optional("allow_snippets", .flag) ?? true,
            domain: fields.optional("domain", .text))
        // How long a query takes that a pod of another region sends is the distance between them.
        if domain != nil { fields.require(.regionRoundTrip, of: "domain") }
    }
}

extension NodeGroup {
    /// An item of `node_groups`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            name: fields.required("name", .text), min: fields.required("min", .count),
            max: fields.required("max", .integer(0...Self.mostNodes)),
            desired: fields.required("desired", .count),
            milliCPU: fields.required("cpu", .milliCPU), memory: fields.required("memory", .bytes),
            reserved: fields.optional("reserved", .count) ?? 0)
        guard !fields.hasFailed else { return }
        if min > max {
            fields.fail("max", ScalarError(.outOfRange, "`max` \(max) is less than `min` \(min)"))
        } else if !(min...max).contains(desired) {
            fields.fail("desired", ScalarError(.outOfRange, "\(desired) is not between \(min) and \(max)"))
        }
    }
}

extension DNSZone {
    /// The mapping `dns`.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            id: fields.required("zone_id", .text),
            controlPlane: RegionID(fields.refer("control_plane", to: .region)),
            records: fields.mappings("records", "a record") { Record($0) })
        checkSharedNames(fields)
    }

    /// Records share a name and a type only if each has a weight and a set of its own.
    private func checkSharedNames(_ fields: FieldReader) {
        let nodes = fields.node("records")?.items ?? []
        guard !fields.hasFailed, nodes.count == records.count else { return }
        for (index, record) in records.enumerated() {
            let others = records[..<index].filter { $0.name == record.name && $0.type == record.type }
            guard
                others.contains(where: {
                    $0.weighted == nil || record.weighted == nil || $0.weighted?.set == record.weighted?.set
                })
            else { continue }
            fields.fail(
                "records",
                ScalarError(
                    .invalidValue, "another record of type \(record.type) has the name \(record.name)",
                    help: "records of one name each have `weighted` with a `set` of their own"),
                at: nodes[index])
        }
    }
}

extension DNSZone.Record {
    /// The types Route 53 takes (API reference, `ResourceRecordSet`); users are led by A and CNAME alone.
    private static let types = [
        "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "SSHFP",
        "SVCB", "TLSA", "TXT",
    ]

    /// An item of `records`.
    fileprivate init(_ fields: FieldReader) {
        let several = fields.optionalList("values", of: .text)
        self.init(
            name: fields.admit("name", .host), type: fields.required("type", .oneOf(Self.types)),
            ttl: fields.required("ttl", .span), value: several.first ?? fields.required("value", .text),
            failover: fields.optionalMapping("failover", "a failover") { DNSZone.Failover($0) },
            weighted: fields.optionalMapping("weighted", "a weighted part") { DNSZone.Weighted($0) })
        if several.count > 1 { values = several }
        if !several.isEmpty, fields.node("value") != nil {
            fields.fail(
                "values", ScalarError(.invalidValue, "a record has one `value` or several `values`, not both")
            )
        }
        if several.count > 1, type == "CNAME" {
            fields.fail("values", ScalarError(.invalidValue, "a CNAME stands for one name"))
        }
        if failover != nil, weighted != nil {
            fields.fail(
                "weighted",
                ScalarError(
                    .invalidValue, "a record is chosen by weight or by `failover`, not both",
                    help: "weighted records with a health check take over from each other already"))
        }
    }
}

extension DNSZone.HealthCheck {
    /// The keys `interval` and `threshold`, within what Route 53 takes (C5; API reference,
    /// `HealthCheckConfig`).
    fileprivate init(_ fields: FieldReader) {
        self.init(
            interval: fields.required("interval", .positiveSpan),
            threshold: fields.optional("threshold", .integer(1...10)) ?? 3)
        guard !fields.hasFailed, interval != .seconds(10), interval != .seconds(30) else { return }
        fields.fail("interval", ScalarError(.outOfRange, "a health check looks every 10s or every 30s"))
    }
}

extension DNSZone.Failover {
    /// A record's `failover`.
    fileprivate init(_ fields: FieldReader) {
        self.init(value: fields.required("to", .text), check: DNSZone.HealthCheck(fields))
    }
}

extension DNSZone.Weighted {
    /// The largest weight Route 53 takes.
    private static let heaviest = 255

    /// A record's `weighted`; without an `interval` nothing looks at its target.
    fileprivate init(_ fields: FieldReader) {
        self.init(
            set: fields.required("set", .text), weight: fields.required("weight", .count),
            check: fields.has("interval") ? DNSZone.HealthCheck(fields) : nil)
        guard weight > Self.heaviest else { return }
        fields.fail(
            "weight", ScalarError(.outOfRange, "a weight is a whole number from 0 to \(Self.heaviest)"))
    }
}

extension LoadProfile {
    /// The mapping `load`.
    init(_ fields: FieldReader) {
        let hours = fields.list("hours", of: .share)
        if hours.count != 24, fields.has("hours") {
            fields.fail(
                "hours", ScalarError(.invalidValue, "a day has 24 hours, found \(hours.count) values"))
        }
        self.init(
            hours: hours,
            peakTransactionsPerSecond: fields.required(
                "peak_transactions_per_second", .number(upTo: 1_000_000)),
            walPerTransaction: fields.required("wal_per_transaction", .bytes),
            source: fields.required("source", .text))
    }
}
