extension SingleRegion {
    /// Where things run.
    static let topology = SiteFiles.topology(
        """
        # Where things run. EDIT: names, zones and node sizes. To see what a second region would buy,
        # compare with `drsim init OTHER --template two-region`.
        """,
        regions: [SiteFiles.east()],
        dns: """
            # The public names. How fast users follow a change is governed by the time to live they had before
            # it.
            dns:
              zone_id: Z0000000000000
              control_plane: east # the region whose loss takes changes down, though answers go on
              records:
                - {name: api.example.com, type: CNAME, ttl: 60s, value: lb.east.example.net}
                - {name: www.example.com, type: CNAME, ttl: 60s, value: lb.east.example.net}
            """)

    /// The classes of incidents.
    static let incidentClasses = SiteFiles.incidentClasses(
        """
        - id: zone_lost
          family: infrastructure
          title: A zone is lost
          rto: 30m
          rpo: 5m
          auto_failover: true
          procedures: []
          source: assumption
        - id: region_lost
          family: infrastructure
          title: The region is lost
          rto: 24h
          rpo: 24h
          auto_failover: false
          procedures: []
          source: assumption
        """)
}
