extension ActiveActive {
    /// Where things run.
    static let topology = SiteFiles.topology(
        """
        # Where things run. EDIT: names, zones and node sizes. Both regions serve; the primary one has the
        # database that takes writes, the one with the role `dr` takes those over. Each must be able to carry
        # all users alone.
        """,
        regions: [
            SiteFiles.east(
                domain: "east.example.net # other regions reach SERVICE.NAMESPACE.east.example.net"),
            SiteFiles.west(domain: "west.example.net"),
        ],
        dns: """
            # The public names. Records of one name each have a weight and a health check: name servers answer
            # them in proportion, and leave out one whose target failed three looks in a row. Nobody needs to
            # change a record for that, so it works without the control plane. EDIT: weights and intervals.
            dns:
              zone_id: Z0000000000000
              control_plane: west # the region whose loss takes changes down, though answers go on
              records:
                - name: api.example.com
                  type: CNAME
                  ttl: 60s
                  value: lb.east.example.net
                  weighted: {set: east, weight: 50, interval: 10s, threshold: 3}
                - name: api.example.com
                  type: CNAME
                  ttl: 60s
                  value: lb.west.example.net
                  weighted: {set: west, weight: 50, interval: 10s, threshold: 3}
                - name: www.example.com
                  type: CNAME
                  ttl: 60s
                  value: lb.east.example.net
                  weighted: {set: east, weight: 50, interval: 10s, threshold: 3}
                - name: www.example.com
                  type: CNAME
                  ttl: 60s
                  value: lb.west.example.net
                  weighted: {set: west, weight: 50, interval: 10s, threshold: 3}
            """)

    /// The classes of incidents.
    static let incidentClasses = SiteFiles.incidentClasses(
        """
        - id: region_lost
          family: infrastructure
          title: A region that only serves is lost
          rto: 30m
          rpo: 5m
          auto_failover: true
          procedures: []
          source: assumption
        - id: writing_region_lost
          family: infrastructure
          title: The region with the database is lost
          rto: 4h
          rpo: 1h
          auto_failover: false
          procedures: [move-writes-to-west]
          source: assumption
        """)

    /// What runs in east.
    static let east = ShopFiles.manifests(
        opening: "# What runs in east. EDIT: your own manifests; any number of files.",
        databaseHost: "orders-rw", apiReplicas: 3)

    /// What runs in west: the same, but its API asks the database in east.
    static let west = ShopFiles.manifests(
        opening: "# What runs in west: the same as in east, but for the database's host.",
        databaseHost: "orders-rw.shop.east.example.net", apiReplicas: 3)
}
