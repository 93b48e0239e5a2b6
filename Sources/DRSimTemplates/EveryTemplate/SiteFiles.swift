/// Where a plan's services run: the parts of files that templates share.
enum SiteFiles {
    /// Where things run.
    ///
    /// - Parameters:
    ///   - opening: what the regions are for, as comment lines.
    ///   - regions: the regions, from ``east(domain:)`` and ``west(domain:)``.
    ///   - dns: the public names, with what is said of them.
    static func topology(_ opening: String, regions: [String], dns: String) -> String {
        ([opening + "\nregions:"] + regions).joined(separator: "\n") + "\n\n" + dns + "\n\n" + load
    }

    /// The primary region.
    ///
    /// - Parameter domain: the domain under which other regions reach its services, if they do.
    static func east(domain: String? = nil) -> String {
        """
          - id: east
            role: primary
            zones: [east-a, east-b, east-c]
            cluster:
              name: shop-east # the cluster's name for `aws eks`
              context: east # its context for `kubectl`, and its folder below manifests/installed
              namespace: shop
              load_balancer: lb.east.example.net\(line(domain))
              node_groups:
                - {name: workers, min: 3, max: 6, desired: 3, cpu: 3920m, memory: 14Gi}
            source: assumption
        """
    }

    /// The region that can take over.
    static func west(domain: String? = nil) -> String {
        """
          - id: west
            role: dr
            zones: [west-a, west-b]
            cluster:
              name: shop-west
              context: west
              namespace: shop
              load_balancer: lb.west.example.net\(line(domain))
              node_groups:
                - {name: workers, min: 2, max: 6, desired: 2, cpu: 3920m, memory: 14Gi}
            source: assumption
        """
    }

    /// The line of a cluster about its domain, if it has one.
    private static func line(_ domain: String?) -> String {
        domain.map { "\n      domain: \($0)" } ?? ""
    }

    private static let load = """
        # How busy each hour of the UTC day is, and what is written at the peak.
        load:
          hours: [20%, 20%, 20%, 20%, 20%, 20%, 30%, 50%, 70%, 80%, 90%, 100%,
                  100%, 100%, 100%, 100%, 100%, 90%, 80%, 70%, 60%, 50%, 40%, 30%]
          peak_transactions_per_second: 50
          wal_per_transaction: 8kB
          source: assumption
        """

    /// The classes of incidents, after what is said of all of them.
    static func incidentClasses(_ classes: String) -> String {
        """
        # The classes of incidents a scenario can name as its truth. A service is held to the stricter of
        # its tier and the class. auto_failover: false means that somebody must approve a failover.
        \(classes)
        """
    }
}
