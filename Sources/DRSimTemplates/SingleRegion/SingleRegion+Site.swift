extension SingleRegion {
    /// Where things run.
    static let topology = """
        # Where things run. EDIT: names, zones and node sizes. To see what a second region would buy,
        # compare with `drsim init OTHER --template two-region`.
        regions:
          - id: east
            role: primary
            zones: [east-a, east-b, east-c]
            cluster:
              name: shop-east # the cluster's name for `aws eks`
              context: east # its context for `kubectl`, and its folder below manifests/installed
              namespace: shop
              load_balancer: lb.east.example.net
              node_groups:
                - {name: workers, min: 3, max: 6, desired: 3, cpu: 3920m, memory: 14Gi}
            source: assumption

        # The public names. How fast users follow a change is governed by the time to live they had before
        # it.
        dns:
          zone_id: Z0000000000000
          control_plane: east # the region whose loss takes changes down, though answers go on
          records:
            - {name: api.example.com, type: CNAME, ttl: 60s, value: lb.east.example.net}
            - {name: www.example.com, type: CNAME, ttl: 60s, value: lb.east.example.net}

        # How busy each hour of the UTC day is, and what is written at the peak.
        load:
          hours: [20%, 20%, 20%, 20%, 20%, 20%, 30%, 50%, 70%, 80%, 90%, 100%,
                  100%, 100%, 100%, 100%, 100%, 90%, 80%, 70%, 60%, 50%, 40%, 30%]
          peak_transactions_per_second: 50
          wal_per_transaction: 8kB
          source: assumption
        """

    /// The classes of incidents.
    static let incidentClasses = """
        # The classes of incidents a scenario can name as its truth. A service is held to the stricter of
        # its tier and the class. auto_failover: false means that somebody must approve a failover.
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
        """
}
