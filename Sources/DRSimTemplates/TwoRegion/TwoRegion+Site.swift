extension TwoRegion {
    /// Where things run.
    static let topology = SiteFiles.topology(
        """
        # Where things run. EDIT: names, zones and node sizes. Production runs in the primary region; the
        # one with the role `dr` takes over.
        """,
        regions: [SiteFiles.east(), SiteFiles.west()],
        dns: """
            # The public names. How fast users follow a change is governed by the time to live they had before
            # it.
            dns:
              zone_id: Z0000000000000
              control_plane: west # the region whose loss takes changes down, though answers go on
              records:
                - {name: api.example.com, type: CNAME, ttl: 60s, value: lb.east.example.net}
                - {name: www.example.com, type: CNAME, ttl: 60s, value: lb.east.example.net}
                # A name for looking at west while users are in east.
                - {name: west.example.com, type: CNAME, ttl: 60s, value: lb.west.example.net}
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
          title: The primary region is lost
          rto: 4h
          rpo: 1h
          auto_failover: false
          procedures: [fail-over-to-west]
          source: assumption
        """)
}
